package org.nianbao.report;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who must deliver a report, so that a body can write the one that sums them up. Immutable. */
public final class Units {
    /** What is typed into names in one way or another, and parts no two bodies. */
    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\p{Cf}\\s]+");

    private final String whole;
    private final List<Unit> all;
    private final Map<String, Unit> byName = new LinkedHashMap<>();

    /**
     * Takes a list of units.
     *
     * @param whole the body that writes the report of them all
     * @param all in order, those of a group together; no two with a name in common
     */
    public Units(String whole, List<Unit> all) {
        this.whole = whole;
        this.all = List.copyOf(all);
        all.forEach(unit -> unit.names().forEach(name -> byName.put(sound(name), unit)));
    }

    /**
     * A body whose report counts.
     *
     * @param name that it has now
     * @param otherNames that it had or goes by
     * @param group that the collecting office puts it in
     * @param aggregate whether the report counts that sums up others, and not that of its own organ
     */
    public record Unit(String name, List<String> otherNames, String group, boolean aggregate) {
        public Unit {
            otherNames = List.copyOf(otherNames);
        }

        /** All its names, the present one first. */
        public List<String> names() {
            return Stream.concat(Stream.of(name), otherNames.stream()).toList();
        }
    }

    /** The body that writes the report of them all. */
    public String whole() {
        return whole;
    }

    /** All units in order. */
    public List<Unit> all() {
        return all;
    }

    /** The unit that goes by a name, however its brackets and spaces were typed. */
    public Optional<Unit> named(String name) {
        return Optional.ofNullable(byName.get(sound(name)));
    }

    /** What is the same for two ways of typing one name: half-width forms, no spaces. */
    public static String sound(String name) {
        return SPACE.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("");
    }
}

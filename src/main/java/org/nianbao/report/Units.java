package org.nianbao.report;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The units whose reports an agency adds up. Immutable. */
public final class Units {
    /** Characters ignored when names are compared. */
    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\p{Cf}\\s]+");

    private final String whole;
    private final List<Unit> all;
    private final Map<String, Unit> byName = new LinkedHashMap<>();

    /**
     * Makes a list.
     *
     * @param whole name of the agency that adds them up
     * @param all in order, those of a group together; no two share a name
     */
    public Units(String whole, List<Unit> all) {
        this.whole = whole;
        this.all = List.copyOf(all);
        all.forEach(unit -> unit.names().forEach(name -> byName.put(normalized(name), unit)));
    }

    /**
     * A unit that must report.
     *
     * @param name at present
     * @param otherNames former names and short ones
     * @param group in the list
     * @param aggregate whether its aggregate report counts instead of the one about itself alone
     */
    public record Unit(String name, List<String> otherNames, String group, boolean aggregate) {
        public Unit {
            otherNames = List.copyOf(otherNames);
        }

        /** All names, the present one first. */
        public List<String> names() {
            return Stream.concat(Stream.of(name), otherNames.stream()).toList();
        }
    }

    /** The name of the agency that adds them up. */
    public String whole() {
        return whole;
    }

    /** The units, in order. */
    public List<Unit> all() {
        return all;
    }

    /** The unit with a name, however its brackets and spaces are typed. */
    public Optional<Unit> named(String name) {
        return Optional.ofNullable(byName.get(normalized(name)));
    }

    /** A name in half-width forms without spaces, so that different ways to type it are equal. */
    public static String normalized(String name) {
        return SPACE.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("");
    }
}

package org.nianbao.report;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The units whose reports an agency adds up. Immutable. */
public final class Units {
    /** Characters ignored when names are compared. */
    /** In a normalized name. */
    private static final Pattern REMARK = Pattern.compile("\\([^()]{1,12}\\)$");

    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\p{Cf}\\s]+");

    private static final Pattern LATIN = Pattern.compile("[\\w-]+");

    private static final Pattern WORD = Pattern.compile("[^a-z]+");

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

    /**
     * The only unit that a shortened or lengthened name can mean: 教育局 or 某县文旅局 for one, 某县甲乡 for
     * 甲乡. Characters may be left out, but not the last one or all behind some place; a remark in brackets at the end, as in
     * 某县文旅局（本级）, does not count.
     */
    public Optional<Unit> abbreviated(String name) {
        String own = REMARK.matcher(normalized(name)).replaceAll("");
        if (own.codePointCount(0, own.length()) < 3 || own.equals(normalized(whole))) {
            return Optional.empty();
        }
        return only(all.stream()
                .filter(unit -> unit.names().stream().anyMatch(full -> isShort(own, normalized(full)))));
    }

    /** The unit whose name is in a text; of several, the one with the longest. A name in Latin letters is a word. */
    public Optional<Unit> mentioned(String text) {
        String words = normalized(text).toLowerCase(Locale.ROOT);
        List<String> found = byName.keySet().stream()
                .filter(name -> LATIN.matcher(name).matches()
                        ? WORD.splitAsStream(words).anyMatch(name.toLowerCase(Locale.ROOT)::equals)
                        : words.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
        int longest = found.stream().mapToInt(String::length).max().orElse(0);
        return only(found.stream()
                .filter(name -> name.length() == longest)
                .flatMap(name -> named(name).stream())
                .distinct());
    }

    private static Optional<Unit> only(Stream<Unit> units) {
        List<Unit> found = units.limit(2).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static boolean isShort(String name, String full) {
        return name.endsWith(full) || full.startsWith(name) || (isSameEnd(name, full) && isSubsequence(name, full));
    }

    private static boolean isSameEnd(String name, String full) {
        return name.charAt(name.length() - 1) == full.charAt(full.length() - 1);
    }

    private static boolean isSubsequence(String part, String whole) {
        int at = 0;
        for (int i = 0; i < whole.length() && at < part.length(); i++) {
            at += whole.charAt(i) == part.charAt(at) ? 1 : 0;
        }
        return at == part.length();
    }

    /** A name in half-width forms without spaces, so that different ways to type it are equal. */
    public static String normalized(String name) {
        return SPACE.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("");
    }
}

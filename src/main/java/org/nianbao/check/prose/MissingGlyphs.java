package org.nianbao.check.prose;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.form.Fact;
import org.nianbao.form.Section;
import org.nianbao.report.Report;

/**
 * Finds the characters of a report that no font has, and those that look right but cannot be found by search.
 */
public final class MissingGlyphs {
    /** Characters reported for one part of the report. */
    private static final int MOST = 20;

    private MissingGlyphs() {}

    /**
     * Finds the characters, each once for a part of the report.
     *
     * @param letters converts to the script of the documents; the length of a text stays the same
     * @param covered whether a font has a code point
     */
    public static List<Diagnostic> missing(
            Report report, SourceSpans places, UnaryOperator<String> letters, IntPredicate covered) {
        Diagnostics diagnostics = new Diagnostics();
        for (Fact fact : report.form().facts()) {
            report.fact(fact.key()).ifPresent(text -> check(fact.key(), text, places, letters, covered, diagnostics));
        }
        for (Section section : report.form().sections()) {
            check(section.key(), report.prose(section.key()), places, letters, covered, diagnostics);
        }
        return diagnostics.list();
    }

    private static void check(
            String path,
            String text,
            SourceSpans places,
            UnaryOperator<String> letters,
            IntPredicate covered,
            Diagnostics diagnostics) {
        String printed = letters.apply(text);
        int[] unfit = printed.codePoints()
                .filter(character -> !Character.isWhitespace(character) && !isInvisible(character))
                .filter(character -> !covered.test(character)
                        || LookAlike.of(character).isPresent()
                        || Character.getType(character) == Character.PRIVATE_USE)
                .distinct()
                .limit(MOST)
                .toArray();
        for (int character : unfit) {
            int at = printed.indexOf(character);
            String typed = text.substring(at, at + Character.charCount(character));
            diagnostics.add(unfit(character, places.of(path, typed)));
        }
    }

    private static Diagnostic unfit(int character, SourceSpan span) {
        String shown = Character.toString(character);
        String code = code(character);
        if (Character.getType(character) == Character.PRIVATE_USE) {
            return Diagnostic.error("private-character", span, code);
        }
        return LookAlike.of(character)
                .map(meant -> Diagnostic.error("look-alike", span, shown, code, meant, code(meant.codePointAt(0))))
                .orElseGet(() -> Diagnostic.error("no-glyph", span, shown, code));
    }

    /** Invisible characters are reported when the file is read. */
    private static boolean isInvisible(int character) {
        return Character.getType(character) == Character.FORMAT;
    }

    private static String code(int character) {
        return String.format("U+%04X", character);
    }
}

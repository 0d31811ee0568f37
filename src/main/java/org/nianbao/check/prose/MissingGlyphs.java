package org.nianbao.check.prose;

import java.util.List;
import java.util.Optional;
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
 * Finds the characters of a report that no font could print, and those that would look right and be wrong: who copies or
 * searches them finds others.
 */
public final class MissingGlyphs {
    /** Of one part of the report; a text with more is in another script, or in none. */
    private static final int MOST_TOLD = 20;

    private MissingGlyphs() {}

    /**
     * The characters that nobody could print or find, each once for the part it stands in.
     *
     * @param letters the script of the documents: what is typed in, what is printed out, of the same length
     * @param covered whether some font has the code point
     */
    public static List<Diagnostic> missing(
            Report report, SourceSpans places, UnaryOperator<String> letters, IntPredicate covered) {
        Diagnostics diagnostics = new Diagnostics();
        for (Fact fact : report.form().facts()) {
            report.fact(fact.key()).ifPresent(text -> look(fact.key(), text, places, letters, covered, diagnostics));
        }
        for (Section section : report.form().sections()) {
            look(section.key(), report.prose(section.key()), places, letters, covered, diagnostics);
        }
        return diagnostics.list();
    }

    private static void look(
            String path,
            String text,
            SourceSpans places,
            UnaryOperator<String> letters,
            IntPredicate covered,
            Diagnostics diagnostics) {
        String printed = letters.apply(text);
        int[] unfit = printed.codePoints()
                .filter(character -> !Character.isWhitespace(character) && !isToldElsewhere(character))
                .filter(character -> !covered.test(character)
                        || LookAlike.of(character).isPresent()
                        || Character.getType(character) == Character.PRIVATE_USE)
                .distinct()
                .limit(MOST_TOLD)
                .toArray();
        for (int character : unfit) {
            int at = printed.indexOf(character);
            String typed = text.substring(at, at + Character.charCount(character));
            diagnostics.add(unfit(character, places.of(path, typed)));
        }
    }

    private static Diagnostic unfit(int character, SourceSpan place) {
        String shown = Character.toString(character);
        String code = code(character);
        Optional<String> meant = LookAlike.of(character);
        if (meant.isPresent()) {
            return Diagnostic.error(
                    "look-alike",
                    place,
                    shown,
                    code,
                    meant.get(),
                    code(meant.get().codePointAt(0)));
        }
        if (Character.getType(character) == Character.PRIVATE_USE) {
            return Diagnostic.error("private-character", place, code);
        }
        return Diagnostic.error("no-glyph", place, shown, code);
    }

    /** A character that nobody sees is told where the file is read. */
    private static boolean isToldElsewhere(int character) {
        return Character.getType(character) == Character.FORMAT;
    }

    private static String code(int character) {
        return String.format("U+%04X", character);
    }
}

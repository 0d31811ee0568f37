package org.nianbao.check.prose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.report.Report;

/**
 * Finds the characters of a report that no font has, and those that look right but cannot be found by search.
 */
public final class MissingGlyphs {
    /** Maximum number of characters reported for one part of the report. */
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
        Map<String, String> texts = new LinkedHashMap<>();
        report.form()
                .facts()
                .forEach(fact -> texts.put(fact.key(), report.fact(fact.key()).orElse("")));
        report.form().sections().forEach(section -> texts.put(section.key(), report.prose(section.key())));
        Diagnostics diagnostics = new Diagnostics();
        texts.forEach((path, typed) -> {
            String printed = letters.apply(typed);
            printed.codePoints()
                    .distinct()
                    .filter(character -> isUnfit(character, covered))
                    .limit(MOST)
                    .forEach(character -> {
                        int at = printed.indexOf(character);
                        String words = typed.substring(at, at + Character.charCount(character));
                        diagnostics.add(unfit(character, places.of(path, words)));
                    });
        });
        return diagnostics.list();
    }

    /** Whether a character cannot be printed or found. Invisible ones are reported when the file is read. */
    private static boolean isUnfit(int character, IntPredicate covered) {
        int type = Character.getType(character);
        return type != Character.FORMAT
                && !Character.isWhitespace(character)
                && (!covered.test(character)
                        || type == Character.PRIVATE_USE
                        || LookAlike.of(character).isPresent());
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

    private static String code(int character) {
        return String.format("U+%04X", character);
    }
}

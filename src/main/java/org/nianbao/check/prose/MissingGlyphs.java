package org.nianbao.check.prose;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.diagnostic.TypedText;

/**
 * Finds the characters of a report that no font has, that cannot be set over others, or that look right but cannot be found
 * by search.
 */
public final class MissingGlyphs {
    /** Maximum number of characters reported for one part of the report. */
    private static final int MOST = 20;

    /** A character with marks that are set over it; variation selectors are none. */
    private static final Pattern COMBINED =
            Pattern.compile("\\P{M}?[\\p{M}&&[^\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]]+");

    private MissingGlyphs() {}

    /**
     * Finds the characters, each once for a text.
     *
     * @param letters converts to the script of the documents; the length of a text stays the same
     * @param covered whether a font has a code point
     */
    public static List<Diagnostic> missing(List<TypedText> texts, UnaryOperator<String> letters, IntPredicate covered) {
        Diagnostics diagnostics = new Diagnostics();
        if (isEachFit(texts, letters, covered)) {
            return List.of();
        }
        for (TypedText typed : texts) {
            String printed = letters.apply(typed.text());
            printed.codePoints()
                    .distinct()
                    .filter(character -> isUnfit(character, covered))
                    .limit(MOST)
                    .mapToObj(character -> unfit(character, printed.indexOf(character), typed))
                    .forEach(diagnostics::add);
            COMBINED.matcher(typed.text())
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .limit(MOST)
                    .map(combined -> combined(combined, typed.placeOf(combined), covered))
                    .forEach(diagnostics::add);
        }
        return diagnostics.list();
    }

    /** Whether no character has to be reported. A report has many texts of few characters, so each is looked up once. */
    private static boolean isEachFit(List<TypedText> texts, UnaryOperator<String> letters, IntPredicate covered) {
        BitSet typed = new BitSet();
        BitSet printed = new BitSet();
        for (TypedText text : texts) {
            String converted = letters.apply(text.text());
            add(converted, printed);
            if (!converted.equals(text.text())) {
                add(text.text(), typed);
            }
        }
        typed.or(printed);
        return typed.stream().noneMatch(MissingGlyphs::isCombining)
                && printed.stream().noneMatch(character -> isUnfit(character, covered));
    }

    private static void add(String text, BitSet characters) {
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            characters.set(text.codePointAt(at));
        }
    }

    /** Most characters are letters, whose type is known without a search. */
    private static boolean isCombining(int character) {
        return !Character.isLetterOrDigit(character)
                && COMBINED.matcher(Character.toString(character)).matches();
    }

    /** Whether a character cannot be printed or found. Invisible ones are reported when the file is read. */
    private static boolean isUnfit(int character, IntPredicate covered) {
        int type = Character.getType(character);
        return type != Character.FORMAT
                && !Character.isWhitespace(character)
                && !isCombining(character)
                && (!covered.test(character)
                        || type == Character.PRIVATE_USE
                        || LookAlike.of(character).isPresent());
    }

    private static Diagnostic unfit(int character, int at, TypedText typed) {
        String code = code(character);
        SourceSpan span = typed.placeOf(typed.text().substring(at, at + Character.charCount(character)));
        if (Character.getType(character) == Character.PRIVATE_USE) {
            return Diagnostic.error("private-character", span, code);
        }
        String shown = Character.toString(character);
        return LookAlike.of(character)
                .map(meant -> Diagnostic.error("look-alike", span, shown, code, meant, codes(meant)))
                .orElseGet(() -> Diagnostic.error("no-glyph", span, shown, code));
    }

    private static Diagnostic combined(String combined, SourceSpan span, IntPredicate covered) {
        String codes = combined.codePoints()
                .filter(MissingGlyphs::isCombining)
                .mapToObj(MissingGlyphs::code)
                .collect(Collectors.joining(" "));
        String one = Normalizer.normalize(combined, Normalizer.Form.NFC);
        boolean isOne = one.codePointCount(0, one.length()) == 1 && covered.test(one.codePointAt(0));
        Diagnostic error = Diagnostic.error("combining-mark", span, combined, codes);
        return isOne ? error.help(Message.of("combining-mark.one", one)) : error;
    }

    private static String code(int character) {
        return String.format("U+%04X", character);
    }

    private static String codes(String characters) {
        return characters.codePoints().mapToObj(MissingGlyphs::code).collect(Collectors.joining(" "));
    }
}

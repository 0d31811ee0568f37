package org.nianbao.check.prose;

import java.text.Normalizer;
import java.util.Optional;

/**
 * Characters that look like others: radicals and compatibility ideographs like Chinese ones, ligatures like letters. Text
 * copied from some PDFs has them, such as ⼯ for 工.
 */
final class LookAlike {
    /** Radicals without a decomposition, each before its character (Unicode, EquivalentUnifiedIdeograph.txt). */
    private static final String RADICALS = "⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟";

    private LookAlike() {}

    /** The character that another one looks like. */
    static Optional<String> of(int character) {
        if (!isForCompatibility(character)) {
            return Optional.empty();
        }
        int pair = RADICALS.indexOf(character);
        String meant = pair >= 0
                ? RADICALS.substring(pair + 1, pair + 2)
                : Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
        return Optional.of(meant).filter(other -> other.codePointAt(0) != character);
    }

    /** CJK Radicals Supplement, Kangxi Radicals, CJK Compatibility Ideographs and their supplement, Latin ligatures. */
    private static boolean isForCompatibility(int character) {
        return (character >= 0x2E80 && character <= 0x2FDF)
                || (character >= 0xF900 && character <= 0xFAFF)
                || (character >= 0xFB00 && character <= 0xFB06)
                || (character >= 0x2F800 && character <= 0x2FA1F);
    }
}

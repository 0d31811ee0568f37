package org.nianbao.prose;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;

/** Numbers as Chinese prose writes them: 3607, 3,607, ３６０７, 三千六百零七. */
public final class Numeral {
    private static final String PATTERN = "(?<![0-9０-９.．近约逾超零〇一二两三四五六七八九十百千万亿第])"
            + "(?:[0-9０-９]{1,3}(?:[,，][0-9]{3})+|[0-9０-９]+)(?:[.．][0-9０-９]+)?(?![0-9０-９.．余多几来万亿])"
            + "|(?<![0-9零〇一二两三四五六七八九十百千万亿第近约逾超])"
            + "(?:[零〇一二两三四五六七八九十百千万亿]+)(?![0-9零〇一二两三四五六七八九十百千万亿余多几来])";

    private static final Map<Character, Integer> DIGITS = Map.ofEntries(
            Map.entry('零', 0),
            Map.entry('〇', 0),
            Map.entry('一', 1),
            Map.entry('二', 2),
            Map.entry('两', 2),
            Map.entry('三', 3),
            Map.entry('四', 4),
            Map.entry('五', 5),
            Map.entry('六', 6),
            Map.entry('七', 7),
            Map.entry('八', 8),
            Map.entry('九', 9));

    private static final Map<Character, Long> UNITS =
            Map.of('十', 10L, '百', 100L, '千', 1000L, '万', 10_000L, '亿', 100_000_000L);

    private Numeral() {}

    /**
     * A regular expression for a number that is meant exactly, as part of a larger one: neither rounded by words (近, 约
     * before it; 余, 多 behind it) nor by 万 behind digits, nor a part of a longer number.
     */
    public static String pattern() {
        return PATTERN;
    }

    /** The value of a number that {@link #pattern} found; empty if the characters are none, such as 十百. */
    public static Optional<BigDecimal> value(String words) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFKC).replace(",", "");
        if (plain.matches("[0-9]{1,24}(?:\\.[0-9]{1,24})?")) {
            return Optional.of(new BigDecimal(plain));
        }
        return plain.length() <= 24 ? chinese(plain).map(BigDecimal::valueOf) : Optional.empty();
    }

    private static Optional<Long> chinese(String words) {
        if (words.length() > 1 && words.chars().allMatch(c -> DIGITS.containsKey((char) c))) {
            StringBuilder digits = new StringBuilder();
            words.chars().forEach(c -> digits.append(DIGITS.get((char) c)));
            return digits.length() > 18 ? Optional.empty() : Optional.of(Long.valueOf(digits.toString()));
        }
        long total = 0;
        long section = 0;
        long digit = -1;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            Integer value = DIGITS.get(c);
            Long unit = UNITS.get(c);
            if (value != null) {
                digit = value;
            } else if (unit == null) {
                return Optional.empty();
            } else if (unit < 10_000) {
                section += (digit < 0 ? 1 : digit) * unit;
                digit = -1;
            } else {
                total = (total + section + Math.max(digit, 0)) * unit;
                section = 0;
                digit = -1;
            }
        }
        return Optional.of(total + section + Math.max(digit, 0));
    }
}

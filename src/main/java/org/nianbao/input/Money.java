package org.nianbao.input;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that scale a number, and money with them: 元, 千元, 万元, 亿元. */
final class Money {
    private static final Pattern UNIT_OF_LABEL = Pattern.compile("单位[：:]\\s*([^\\s，,；;）)]+)");

    /** Powers of ten. */
    private static final Map<String, Integer> SCALES = scales();

    private Money() {}

    private static Map<String, Integer> scales() {
        Map<String, Integer> scales = new LinkedHashMap<>();
        scales.put("", 0);
        scales.put("十", 1);
        scales.put("百", 2);
        scales.put("千", 3);
        scales.put("万", 4);
        scales.put("十万", 5);
        scales.put("百万", 6);
        scales.put("千万", 7);
        scales.put("亿", 8);
        return scales;
    }

    /** The unit that a printed label names, as in 金额（单位：万元）. */
    static Optional<String> unitOf(String label) {
        Matcher matcher = UNIT_OF_LABEL.matcher(label);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** How many things 5万 or 1.2万件 are; empty if the words behind the number are not such. */
    static Optional<BigDecimal> counted(BigDecimal number, String words) {
        return power(words.replaceFirst("[件条次个项份篇家人宗起部期]$", "")).map(number::scaleByPowerOfTen);
    }

    /** A sum of money in another unit, exactly; empty if one of the two is no unit of money. */
    static Optional<BigDecimal> converted(BigDecimal number, String from, String to) {
        Optional<Integer> power = power(from.replaceFirst("[元块][整]?$", ""));
        Optional<Integer> wanted = to.endsWith("元") ? power(to.substring(0, to.length() - 1)) : Optional.empty();
        return power.flatMap(p -> wanted.map(w -> number.scaleByPowerOfTen(p - w)));
    }

    private static Optional<Integer> power(String scale) {
        return Optional.ofNullable(SCALES.get(scale));
    }
}

package org.nianbao.input;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chinese units of number and money: 十, 百, 万 …, 元, 千元, 万元, 亿元. */
final class Money {
    private static final Pattern UNIT_OF_LABEL = Pattern.compile("单位[：:]\\s*([^\\s，,；;）)]+)");

    private static final Map<String, Integer> POWERS_OF_TEN =
            Map.of("", 0, "十", 1, "百", 2, "千", 3, "万", 4, "十万", 5, "百万", 6, "千万", 7, "亿", 8);

    private Money() {}

    /** The unit that a printed label names, as in 金额（单位：万元）. */
    static Optional<String> unitOf(String label) {
        Matcher matcher = UNIT_OF_LABEL.matcher(label);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The value of 5万 or 1.2万件; empty if the words after the number are no unit of a count. */
    static Optional<BigDecimal> counted(BigDecimal number, String words) {
        return power(words.replaceFirst("[件条次个项份篇家人宗起部期]$", "")).map(number::scaleByPowerOfTen);
    }

    /** An amount of money in another unit, exactly; empty if either is no unit of money. */
    static Optional<BigDecimal> converted(BigDecimal number, String from, String to) {
        Optional<Integer> power = power(from.replaceFirst("[元块][整]?$", ""));
        Optional<Integer> wanted = to.endsWith("元") ? power(to.substring(0, to.length() - 1)) : Optional.empty();
        return power.flatMap(p -> wanted.map(w -> number.scaleByPowerOfTen(p - w)));
    }

    private static Optional<Integer> power(String unit) {
        return Optional.ofNullable(POWERS_OF_TEN.get(unit));
    }
}

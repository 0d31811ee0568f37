package org.nianbao.typography;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact length.
 *
 * @param points in points (1/72 inch); may be negative
 */
public record Length(BigDecimal points) {
    private static final Pattern WRITTEN = Pattern.compile("(-?\\d+(?:\\.\\d+)?)(pt|mm)");
    private static final BigDecimal POINTS_PER_MM =
            new BigDecimal(72).divide(new BigDecimal("25.4"), MathContext.DECIMAL64);

    /**
     * Parses {@code 16pt} or {@code 37mm}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Length of(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a length: " + written);
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        return new Length("mm".equals(matcher.group(2)) ? number.multiply(POINTS_PER_MM) : number);
    }

    /** In twentieths of a point, the unit of most measures in WordprocessingML; rounded. */
    public int twips() {
        return scaled(20);
    }

    /** In half-points, the unit of font sizes in WordprocessingML; rounded. */
    public int halfPoints() {
        return scaled(2);
    }

    /** As CSS writes it, for example {@code 15.75pt}. */
    public String css() {
        return points.round(new MathContext(6)).stripTrailingZeros().toPlainString() + "pt";
    }

    private int scaled(int factor) {
        return (int) Math.round(points.doubleValue() * factor);
    }
}

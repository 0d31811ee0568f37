package org.nianbao.page;

import java.util.List;
import org.nianbao.expression.Expression;
import org.w3c.dom.Element;

/**
 * The places of signature and date at the end of a report (GB/T 9704-2012, 7.3.5), in characters from the left edge of the
 * text.
 *
 * @param agency the agency's name; a long one has several lines
 * @param agencyLeft the left edge of these lines
 * @param dateLeft the left edge of the date
 * @param sealed whether the agency's seal is put on both
 */
public record Signature(List<String> agency, double agencyLeft, double dateLeft, boolean sealed) {
    private static final int INDENT = 2;
    private static final int SEALED_INDENT = 4;

    /** So much of a line stays free, as rounding may part the last character from a name that fills it. */
    private static final double LEAST_ROOM = 0.1;

    public Signature {
        agency = List.copyOf(agency);
    }

    /**
     * Computes the places.
     *
     * @param signed the {@code div class="signed"}, with a {@code p class="signature"} and a {@code p class="date"}
     * @param line the length of a line in characters
     * @param autospace whether space is added as {@link AutoSpace} describes
     * @param words see {@link BalancedLines}
     */
    public static Signature of(Element signed, double line, boolean autospace, Expression words) {
        List<String> agency = BalancedLines.of(text(signed, "signature"), lineLength(line), words);
        double nameWidth = agency.stream()
                .mapToDouble(name -> width(name, autospace))
                .max()
                .orElse(0);
        String date = text(signed, "date");
        double dateWidth = width(date, autospace);
        if (Elements.hasClass(signed, "sealed")) {
            // a name that would protrude from the text moves both to the left; a line holds whole characters
            double centre =
                    Math.min(line - SEALED_INDENT - dateWidth / 2, Math.floor(line - LEAST_ROOM) - nameWidth / 2);
            return new Signature(agency, centre - nameWidth / 2, centre - dateWidth / 2, true);
        }
        double left = line - INDENT - (dateWidth > nameWidth ? dateWidth + INDENT : nameWidth);
        return new Signature(agency, left, left + INDENT, false);
    }

    private static double width(String line, boolean autospace) {
        return EstimatedWidth.of(line) + (autospace ? AutoSpace.count(line) * AutoSpace.WIDTH : 0);
    }

    /** The length of a line of the agency's name, in a text of this line length. */
    public static double lineLength(double line) {
        return line - 2 * INDENT;
    }

    /** Whether the date is longer than the name, which then moves to the left. */
    public static boolean isDateLonger(Element signed) {
        return EstimatedWidth.of(text(signed, "date")) > EstimatedWidth.of(text(signed, "signature"));
    }

    private static String text(Element signed, String part) {
        return Elements.named(signed, "p").stream()
                .filter(p -> Elements.hasClass(p, part))
                .map(p -> p.getTextContent().strip())
                .findFirst()
                .orElse("");
    }
}

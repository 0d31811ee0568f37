package org.nianbao.page;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * The size of the figures of a row that would be too wide for their cells. It is written as classes of the {@code tr}:
 * {@code size-15} is 7.5 pt, {@code condensed-80} a character width of 80 %.
 *
 * @param halfPoints size in half-points
 * @param percent width of the characters
 */
public record FigureSize(int halfPoints, int percent) {
    private static final Pattern FIGURE = Pattern.compile("[-+−]?[0-9][0-9.,]*[^\\s0-9]{0,2}");
    private static final String SIZE = "size-";
    private static final String CONDENSED = "condensed-";

    /** The size of a row's figures; empty if it is that of the table. */
    public static Optional<FigureSize> of(Element row) {
        int halfPoints = number(row, SIZE, 0);
        return halfPoints == 0
                ? Optional.empty()
                : Optional.of(new FigureSize(halfPoints, number(row, CONDENSED, 100)));
    }

    /** Gives a row this size. */
    public void applyTo(Element row) {
        String classes = row.getAttribute("class") + " " + SIZE + halfPoints;
        row.setAttribute("class", (percent < 100 ? classes + " " + CONDENSED + percent : classes).strip());
    }

    /** Whether a cell holds a figure, which is never broken into lines; a note may be behind it. */
    public static boolean isFigure(Element cell) {
        return cell.getLocalName().equals("td")
                && isFigure(figure(cell).getTextContent().strip());
    }

    /** The element of a cell that holds its figure: the cell or, if a note is behind the figure, a part of it. */
    public static Element figure(Element cell) {
        return Elements.children(cell).stream()
                .limit(1)
                .filter(first -> Elements.hasClass(first, "unbroken") && cell.getFirstChild() == first)
                .findFirst()
                .orElse(cell);
    }

    /** Whether the text of a cell is a figure. */
    public static boolean isFigure(String text) {
        return FIGURE.matcher(text).matches();
    }

    private static int number(Element row, String prefix, int otherwise) {
        return Arrays.stream(row.getAttribute("class").split(" "))
                .filter(word -> word.startsWith(prefix) && word.matches(prefix + "[0-9]{1,3}"))
                .map(word -> Integer.parseInt(word.substring(prefix.length())))
                .findFirst()
                .orElse(otherwise);
    }
}

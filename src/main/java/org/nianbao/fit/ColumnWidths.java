package org.nianbao.fit;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.nianbao.font.TextWidth;
import org.nianbao.page.FigureSize;
import org.nianbao.page.Grid;
import org.nianbao.typography.Typography.TextRole;
import org.w3c.dom.Element;

/** Sets the widths of table columns by their content where none are given. */
final class ColumnWidths {
    /** The longest word that claims its width, and the longest text, in ems; longer ones are broken. */
    private static final double LONGEST_WORD = 6;

    private static final double LONGEST_TEXT = 28;

    /** Two ideographs, in ems: a column of one is hard to read. */
    private static final double NARROWEST = 2;

    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("\\s+|(?<=[\\x{2e80}-\\x{3ffff}])|(?=[\\x{2e80}-\\x{3ffff}])");

    private final Grid grid;
    private final TextWidth widths;
    private final TextRole role;

    /** The widths in ems of the longest text and of the longest word of each column. */
    private final double[] texts;

    private final double[] words;

    ColumnWidths(Grid grid, TextWidth widths, TextRole role) {
        this.grid = grid;
        this.widths = widths;
        this.role = role;
        this.texts = new double[grid.columns()];
        this.words = new double[grid.columns()];
        for (int row = 0; row < grid.rows().size(); row++) {
            grid.cellsOf(row).stream().filter(cell -> cell.colspan() == 1).forEach(this::measure);
        }
    }

    private void measure(Grid.GridCell cell) {
        String text = cell.element().getTextContent().strip();
        int column = cell.column();
        double whole = widths.of(text, role);
        double word = FigureSize.isFigure(cell.element())
                ? whole
                : BETWEEN_WORDS
                        .splitAsStream(text)
                        .mapToDouble(part -> widths.of(part, role))
                        .max()
                        .orElse(0);
        texts[column] = Math.max(texts[column], Math.min(LONGEST_TEXT, whole));
        words[column] = Math.max(words[column], Math.min(LONGEST_WORD, Math.max(NARROWEST, word)));
    }

    /** The least width of all columns in ems. */
    double least() {
        return DoubleStream.of(words).sum();
    }

    /**
     * Sets the widths: all have room for their longest text, or else for their longest word and a share of the rest.
     *
     * @param room for the content of all columns, in ems
     * @param padding of a cell, in ems
     */
    void set(Element table, double room, double padding) {
        double whole = DoubleStream.of(texts).sum();
        double spare = Math.max(0, room - least());
        Element colgroup = table.getOwnerDocument().createElementNS(table.getNamespaceURI(), "colgroup");
        for (int i = 0; i < texts.length; i++) {
            double content = whole <= room
                    ? texts[i] * room / whole
                    : words[i] + Math.max(0, texts[i] - words[i]) * spare / Math.max(1, whole - least());
            Element col = table.getOwnerDocument().createElementNS(table.getNamespaceURI(), "col");
            double percent = (content + padding) * 100 / (Math.max(room, least()) + texts.length * padding);
            col.setAttribute("width", String.format(Locale.ROOT, "%.3f", percent));
            colgroup.appendChild(col);
        }
        table.insertBefore(colgroup, grid.rows().get(0).group());
    }
}

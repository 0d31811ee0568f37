package org.nianbao.template;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.nianbao.form.Section;
import org.nianbao.form.Table;
import org.nianbao.report.Report;

/**
 * A table of a form as rows of cells.
 *
 * @param widths of the columns, in percent
 * @param small whether the table is set in the small size
 * @param landscape whether it is set on landscape pages
 * @param breaks whether the table may be broken across pages
 * @param head the header rows of a table with one block; those of several blocks are in their groups
 * @param groups rows that belong together: those below an outermost label, or those of a block
 */
@TemplateData
public record TableLayout(
        String caption,
        List<String> widths,
        boolean small,
        boolean landscape,
        boolean breaks,
        List<List<LayoutCell>> head,
        List<List<List<LayoutCell>>> groups) {

    /**
     * A cell of the table.
     *
     * @param header whether it is a label
     * @param id of a label; empty for a figure
     * @param headers ids of its labels, separated by spaces
     * @param scope of a label, as in HTML; empty for a figure
     * @param left whether its text is aligned left
     * @param title whether it is the title of a block, which is shaded
     * @param total whether its column is the sum of others
     * @param choices of a cell that offers some
     * @param path of the figure, dotted; empty for a label
     * @param figure whether it is a number
     * @param note printed behind the figure, in its brackets; empty if there is none
     */
    @TemplateData
    public record LayoutCell(
            boolean header,
            List<String> lines,
            String id,
            String headers,
            String scope,
            int colspan,
            int rowspan,
            boolean left,
            boolean title,
            boolean total,
            List<Choice> choices,
            String path,
            boolean figure,
            String note) {}

    /** A word to choose, and whether it was chosen. */
    @TemplateData
    public record Choice(String text, boolean chosen) {}

    /** Lays out a table. Its number in the report, from 1, is part of its ids. */
    public static TableLayout of(Report report, Section.TableSection section, int number) {
        Table table = section.table();
        double sum = table.widths().stream().mapToDouble(Double::doubleValue).sum();
        Supplier<String> ids = Stream.iterate(1, id -> id + 1)
                .map(id -> "t" + number + "-" + id)
                .iterator()::next;
        List<BlockLayout> blocks = report.form().cells().blocks(section.key()).stream()
                .map(block -> new BlockLayout(report, block, table.widths().size(), ids))
                .toList();
        boolean single = blocks.size() == 1;
        return new TableLayout(
                table.caption(),
                table.widths().stream()
                        .map(width -> String.format(Locale.ROOT, "%.3f", width * 100 / sum))
                        .toList(),
                table.small(),
                table.landscape(),
                table.breaks(),
                single ? blocks.get(0).head() : List.of(),
                single
                        ? blocks.get(0).groups()
                        : blocks.stream().map(BlockLayout::rows).toList());
    }
}

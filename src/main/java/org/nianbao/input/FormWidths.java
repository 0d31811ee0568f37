package org.nianbao.input;

import java.util.List;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.form.BlockCells;
import org.nianbao.form.FormCell;
import org.nianbao.form.Section;
import org.nianbao.form.Table;
import org.nianbao.typography.ReadableColumns;
import org.nianbao.typography.Typography;

/** Finds the tables of a form that have more columns than its paper has room for. */
public final class FormWidths {
    /** The digits, in ems, for which every column of figures must have room. */
    private static final double FIGURE = 5 * 0.5;

    private final ReadableColumns portrait;
    private final ReadableColumns landscape;

    private FormWidths(Typography typography) {
        portrait = new ReadableColumns(typography);
        landscape = new ReadableColumns(typography.landscape());
    }

    /**
     * Checks the tables of an edition, which is printed with that typography.
     *
     * @param diagnostics gets an error for each table that does not fit, at its widths
     */
    public static void check(Forms.Edition edition, Typography typography, Diagnostics diagnostics) {
        FormWidths widths = new FormWidths(typography);
        for (Section section : edition.form().sections()) {
            if (section instanceof Section.TableSection part) {
                widths.check(part, edition, diagnostics);
            }
        }
    }

    private void check(Section.TableSection section, Forms.Edition edition, Diagnostics diagnostics) {
        Table table = section.table();
        double least = edition.form().cells().blocks(section.key()).stream()
                .mapToDouble(block -> least(block, table.widths()))
                .max()
                .orElse(0);
        ReadableColumns paper = table.landscape() ? landscape : portrait;
        if (least <= paper.table()) {
            return;
        }
        YamlNode place = edition.data()
                .form()
                .value("sections")
                .flatMap(sections -> sections.value(section.key()))
                .flatMap(part -> part.value("table"))
                .flatMap(part -> part.value("widths"))
                .orElse(edition.data().form());
        String id = table.landscape()
                ? "form-too-wide-for-landscape"
                : least <= landscape.table() ? "form-needs-landscape" : "form-fits-no-page";
        diagnostics.add(Diagnostic.error(id, place.place(), table.widths().size(), most(portrait), most(landscape)));
    }

    /** The number of columns of figures, all of the same width, that fit a page. */
    private static int most(ReadableColumns paper) {
        return (int) (paper.table() / paper.ofFigure(FIGURE));
    }

    /** The width in points that a table must have so that no column of this block is too narrow. */
    private double least(BlockCells block, List<Double> widths) {
        double whole = widths.stream().mapToDouble(Double::doubleValue).sum();
        int labels = block.block().rows().depth();
        int columns = block.block().columns().leaves().size();
        double least = 0;
        for (int i = 0; i < columns; i++) {
            int end = i == columns - 1 ? widths.size() : labels + i + 1;
            double share = widths.subList(labels + i, end).stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            least = Math.max(least, least(block.cells().get(i)) * whole / share);
        }
        return least;
    }

    private double least(FormCell cell) {
        return cell.spec().type().isFigure() ? portrait.ofFigure(FIGURE) : portrait.ofWords();
    }
}

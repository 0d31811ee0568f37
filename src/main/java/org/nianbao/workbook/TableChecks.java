package org.nianbao.workbook;

import static org.nianbao.blank.Comments.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.form.BlockCells;
import org.nianbao.form.CellPath;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.form.Identity;

/**
 * The checks of a table: a column beside it for each identity between its columns, a row below it for each between its rows.
 * A check is a tick, or the difference in red. Not thread-safe.
 */
final class TableChecks {
    /** In digits of the standard font. */
    private static final double NARROWEST = 15;

    private static final double WIDEST = 40;

    private static final double GAP = 2;

    private final Form form;
    private final SheetPart sheet;
    private final TableWidths widths;
    private final Formulas formulas;
    private final Map<CellPath, CellRef> cells;
    private final Map<Integer, Double> heights;
    private final List<CellRef> checks = new ArrayList<>();

    /** The last column in use. */
    private int column;

    /**
     * @param cells of the table
     * @param heights of its rows, in points; those of its head may grow
     */
    TableChecks(
            Form form,
            SheetPart sheet,
            TableWidths widths,
            Formulas formulas,
            Map<CellPath, CellRef> cells,
            Map<Integer, Double> heights) {
        this.form = form;
        this.sheet = sheet;
        this.widths = widths;
        this.formulas = formulas;
        this.cells = cells;
        this.heights = heights;
        this.column = widths.count() + 1;
    }

    /** @param last row of the table */
    void write(List<BlockCells> blocks, int last) {
        sheet.width(widths.count() + 1, GAP);
        int row = last + 1;
        for (BlockCells block : blocks) {
            column = widths.count() + 1;
            for (Identity identity : block.block().rules()) {
                List<Check> found = block.lines(identity.along()).stream()
                        .flatMap(line -> formulas
                                .check(identity, line)
                                .map(formula -> new Check(
                                        line.cell(identity.left().get(0).path()), formula))
                                .stream())
                        .toList();
                if (found.isEmpty()) {
                    continue;
                }
                if (identity.along() == Identity.Along.COLUMNS) {
                    beside(block, identity, found);
                } else {
                    if (row == last + 1) {
                        row = last + 2;
                        sheet.text(new CellRef(row, 1), say("excel.checks"), CellStyle.HINT);
                        sheet.merge(new CellRef(row, 1), 1, widths.count(), CellStyle.HINT);
                    }
                    below(block, identity, found, ++row);
                }
            }
        }
    }

    List<CellRef> cells() {
        return checks;
    }

    /**
     * A formula in a line of a table.
     *
     * @param cell one in the line
     */
    private record Check(FormCell cell, String formula) {}

    private void beside(BlockCells block, Identity identity, List<Check> found) {
        column++;
        int first = ref(block.cells().get(0)).row();
        int depth = Math.max(1, block.block().columns().depth());
        CellRef head = new CellRef(first - depth, column);
        fit(sentence(identity), head.row(), first - 1);
        sheet.text(head, sentence(identity), CellStyle.LABEL);
        sheet.merge(head, depth, 1, CellStyle.LABEL);
        List<CellRef> own = new ArrayList<>();
        for (Check check : found) {
            own.add(put(new CellRef(ref(check.cell()).row(), column), check));
        }
        mark(own, identity);
    }

    /** Makes the column wide enough for its head, or the last row of the head high enough. */
    private void fit(String sentence, int first, int last) {
        double height = 0;
        for (int row = first; row <= last; row++) {
            height += heights.getOrDefault(row, 0.0);
        }
        double width = NARROWEST;
        int size = CellStyle.LABEL.size();
        while (width < WIDEST && TableWidths.height(List.of(sentence), width, size) > height) {
            width++;
        }
        sheet.width(column, width);
        double lacking = TableWidths.height(List.of(sentence), width, size) - height;
        heights.merge(last, Math.max(0, lacking), Double::sum);
    }

    private void below(BlockCells block, Identity identity, List<Check> found, int row) {
        int stub = block.block().rows().depth();
        CellRef label = new CellRef(row, 1);
        String sentence = sentence(identity);
        sheet.text(label, sentence, CellStyle.ROW_LABEL);
        sheet.merge(label, 1, stub, CellStyle.ROW_LABEL);
        sheet.height(row, widths.height(List.of(sentence), 1, stub, CellStyle.ROW_LABEL.size()));
        List<CellRef> own = new ArrayList<>();
        for (Check check : found) {
            own.add(put(new CellRef(row, ref(check.cell()).column()), check));
        }
        mark(own, identity);
    }

    private CellRef put(CellRef at, Check check) {
        sheet.formula(at, check.formula(), "", CellStyle.CHECK);
        checks.add(at);
        return at;
    }

    private void mark(List<CellRef> own, Identity identity) {
        sheet.mark(own, "ISNUMBER(" + own.get(0) + ")", identity.warning() || identity.acrossYears());
    }

    private String sentence(Identity identity) {
        String rule = Optional.ofNullable(form.rules().get(identity.rule()))
                .map(found -> say("excel.rule", identity.rule(), found.zh()))
                .orElse(identity.rule());
        return identity.total()
                ? say("excel.total", rule, new CellPath(identity.right().get(0).path()).lastTwoKeys())
                : rule;
    }

    private CellRef ref(FormCell cell) {
        return Optional.ofNullable(cells.get(cell.path())).orElseThrow();
    }
}

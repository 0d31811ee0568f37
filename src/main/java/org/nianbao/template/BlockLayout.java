package org.nianbao.template;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.nianbao.form.Block;
import org.nianbao.form.BlockCells;
import org.nianbao.form.Cell;
import org.nianbao.form.CellSpec;
import org.nianbao.form.FormCell;
import org.nianbao.form.Label;
import org.nianbao.report.Report;
import org.nianbao.template.TableLayout.Choice;
import org.nianbao.template.TableLayout.LayoutCell;

/**
 * Lays out a block of a table. Spans follow from the trees of labels; ids tie each figure to its labels (HTML standard,
 * 4.9.12.1).
 *
 * <p>A column tree of depth D gives D header rows: a leaf at depth d spans D − d + 1 of them, a branch spans its leaves.
 * Row labels are the same, turned. The last column of a block with fewer columns than the table spans the rest.
 */
final class BlockLayout {
    private final Report report;
    private final Block block;
    private final Supplier<String> ids;
    private final int width;
    private final int columns;

    /** The cells that are not laid out yet, row by row. */
    private final Iterator<FormCell> cells;

    private final List<List<LayoutCell>> head = new ArrayList<>();
    private final List<List<List<LayoutCell>>> groups = new ArrayList<>();

    /** The ids of the labels above each column. */
    private final List<List<String>> columnIds = new ArrayList<>();

    /** The id of the block's title, if it has one. */
    private final List<String> titleId = new ArrayList<>();

    /**
     * @param width of the table, in columns
     * @param ids gives the next id
     */
    BlockLayout(Report report, BlockCells cells, int width, Supplier<String> ids) {
        this.report = report;
        this.block = cells.block();
        this.ids = ids;
        this.width = width;
        this.columns = block.columns().leaves().size();
        this.cells = cells.cells().iterator();
        addTitle();
        addHead();
        if (block.rows().roots().isEmpty()) {
            groups.add(List.of(figures(List.of(), new ArrayList<>())));
        }
        for (Label root : block.rows().roots()) {
            groups.add(new ArrayList<>());
            addRows(root, 0, List.of(), new ArrayList<>());
        }
    }

    List<List<LayoutCell>> head() {
        return head;
    }

    /** The rows below the head, those of an outermost label together. */
    List<List<List<LayoutCell>>> groups() {
        return groups;
    }

    /** All rows. */
    List<List<LayoutCell>> rows() {
        return Stream.concat(head.stream(), groups.stream().flatMap(List::stream))
                .toList();
    }

    private void addTitle() {
        block.title().ifPresent(title -> {
            String id = ids.get();
            titleId.add(id);
            head.add(List.of(new LayoutCell(
                    true, List.of(title), id, "", "rowgroup", width, 1, true, true, false, List.of(), "", false, "")));
        });
    }

    private void addHead() {
        int depth = block.columns().depth();
        if (depth == 0) {
            columnIds.add(List.of());
            return;
        }
        List<List<LayoutCell>> levels =
                Stream.<List<LayoutCell>>generate(ArrayList::new).limit(depth).toList();
        int stub = block.rows().depth();
        if (stub > 0) {
            levels.get(0).add(label(block.corner(), ids.get(), titleId, "col", stub, depth, false, false));
        }
        block.columns().roots().forEach(root -> addColumn(root, List.of(), levels));
        head.addAll(levels);
    }

    /** @param levels the header rows that the label may be in, from the top one down */
    private void addColumn(Label label, List<String> above, List<List<LayoutCell>> levels) {
        String id = ids.get();
        List<String> chain = join(above, List.of(id));
        boolean leaf = label.isLeaf();
        boolean last = columnIds.size() + label.leaves() == columns;
        levels.get(0)
                .add(label(
                        label.text(),
                        id,
                        join(titleId, above),
                        leaf ? "col" : "colgroup",
                        label.leaves() + (last ? width - block.width() : 0),
                        leaf ? levels.size() : 1,
                        false,
                        leaf && label.total().isPresent()));
        if (leaf) {
            columnIds.add(chain);
        }
        label.children().forEach(child -> addColumn(child, chain, levels.subList(1, levels.size())));
    }

    /**
     * Adds the rows of a label.
     *
     * @param level of the label, from 0
     * @param row begins with the labels that span this row and others
     */
    private void addRows(Label label, int level, List<String> above, List<LayoutCell> row) {
        String id = ids.get();
        List<String> chain = join(above, List.of(id));
        int depth = block.rows().depth();
        boolean leaf = label.isLeaf();
        row.add(label(
                label.text(),
                id,
                join(titleId, above),
                leaf ? "row" : "rowgroup",
                leaf ? depth - level : 1,
                label.leaves(),
                leaf && depth > 1,
                false));
        if (leaf) {
            groups.get(groups.size() - 1).add(figures(chain, row));
        }
        List<LayoutCell> next = row;
        for (Label child : label.children()) {
            addRows(child, level + 1, chain, next);
            next = new ArrayList<>();
        }
    }

    /** Completes a row with its figures. */
    private List<LayoutCell> figures(List<String> rowIds, List<LayoutCell> row) {
        for (int i = 0; i < columns; i++) {
            FormCell formCell = cells.next();
            Cell cell = report.cell(formCell.path());
            boolean figure = formCell.spec().type().isFigure();
            row.add(new LayoutCell(
                    false,
                    cell.text().lines().toList(),
                    "",
                    String.join(" ", join(titleId, join(columnIds.get(i), rowIds))),
                    "",
                    i == columns - 1 ? 1 + width - block.width() : 1,
                    1,
                    !figure,
                    false,
                    block.columns().leaves().get(i).isTotal(),
                    choices(formCell.spec(), cell),
                    formCell.path().dotted(),
                    figure,
                    note(formCell)));
        }
        return row;
    }

    private String note(FormCell cell) {
        String note = report.words().note(cell.path());
        return note.isEmpty() ? "" : "（" + note + "）";
    }

    private static List<Choice> choices(CellSpec spec, Cell cell) {
        List<String> chosen = cell instanceof Cell.Words words ? words.words() : List.of();
        return spec.choices().stream()
                .map(choice -> new Choice(choice, chosen.contains(choice)))
                .toList();
    }

    private static LayoutCell label(
            String text,
            String id,
            List<String> headers,
            String scope,
            int colspan,
            int rowspan,
            boolean left,
            boolean total) {
        List<String> lines = text.lines().toList();
        String ids = String.join(" ", headers);
        return new LayoutCell(
                true, lines, id, ids, scope, colspan, rowspan, left, false, total, List.of(), "", false, "");
    }

    private static <T> List<T> join(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}

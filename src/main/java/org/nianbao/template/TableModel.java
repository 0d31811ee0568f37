package org.nianbao.template;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nianbao.form.Block;
import org.nianbao.form.BlockCells;
import org.nianbao.form.Cell;
import org.nianbao.form.CellSpec;
import org.nianbao.form.FormCell;
import org.nianbao.form.Label;
import org.nianbao.form.Section;
import org.nianbao.form.Table;
import org.nianbao.report.Report;

/**
 * Draws a table of the form as rows of cells for a template: spans reckoned from the label trees, ids that tie each
 * figure to its headers (HTML standard, 4.9.12.1).
 *
 * <p>A column tree of depth D gives D header rows; a leaf at depth d spans D − d + 1 of them, a branch spans its
 * leaves. Row labels are the same, turned. A block with fewer columns than the table widens its last one.
 */
public final class TableModel {
    private final Report report;
    private final Table table;
    private final List<BlockCells> blocks;
    private final String prefix;
    private int ids;

    private TableModel(Report report, Section.TableSection section, int number) {
        this.report = report;
        this.table = section.table();
        this.blocks = report.form().cells().blocks(section.key());
        this.prefix = "t" + number + "-";
    }

    /**
     * The table as data for a template: {@code caption}, {@code widths} (percent), {@code small}, {@code breaks}, {@code head} (rows)
     * and {@code groups} (lists of rows). A row is a list of cells; a cell has {@code header}, {@code lines},
     * {@code colspan}, {@code rowspan}, {@code id}, {@code headers}, {@code scope}, {@code left} and {@code choices}, and of a figure
     * its {@code path}.
     *
     * @param number of the table in the report, from 1, for its ids
     */
    public static Map<String, Object> of(Report report, Section.TableSection section, int number) {
        return new TableModel(report, section, number).model();
    }

    private Map<String, Object> model() {
        double sum = table.widths().stream().mapToDouble(Double::doubleValue).sum();
        List<List<Map<String, Object>>> head = new ArrayList<>();
        List<List<List<Map<String, Object>>>> groups = new ArrayList<>();
        boolean single = blocks.size() == 1;
        for (BlockCells block : blocks) {
            Drawing drawing = new Drawing(block);
            if (single) {
                head.addAll(drawing.head);
                groups.addAll(drawing.groups);
            } else {
                List<List<Map<String, Object>>> rows = new ArrayList<>(drawing.head);
                drawing.groups.forEach(rows::addAll);
                groups.add(rows);
            }
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("caption", table.caption());
        model.put(
                "widths",
                table.widths().stream()
                        .map(width -> String.format(Locale.ROOT, "%.3f", width * 100 / sum))
                        .toList());
        model.put("small", table.small());
        model.put("breaks", table.breaks());
        model.put("head", head);
        model.put("groups", groups);
        return model;
    }

    /** One block: its head, then its rows in groups that hang from one outermost label. */
    private final class Drawing {
        private final Block block;
        private final int spare;
        private final int columns;

        /** The cells that are not drawn yet, row by row. */
        private final Iterator<FormCell> cells;

        private final List<List<Map<String, Object>>> head = new ArrayList<>();
        private final List<List<List<Map<String, Object>>>> groups = new ArrayList<>();
        private final List<List<String>> columnIds = new ArrayList<>();
        private final List<String> blockIds = new ArrayList<>();

        Drawing(BlockCells cells) {
            this.block = cells.block();
            this.cells = cells.cells().iterator();
            this.columns = block.columns().leaves().size();
            this.spare = table.widths().size() - block.width();
            head();
            if (block.rows().roots().isEmpty()) {
                groups.add(List.of(figures(List.of(), new ArrayList<>())));
            }
            for (Label root : block.rows().roots()) {
                List<List<Map<String, Object>>> group = new ArrayList<>();
                rows(root, List.of(), List.of(), new ArrayList<>(), group);
                groups.add(group);
            }
        }

        private void head() {
            block.title().ifPresent(title -> {
                String id = nextId();
                blockIds.add(id);
                Map<String, Object> cell =
                        header(title, id, List.of(), "rowgroup", table.widths().size(), 1);
                head.add(List.of(cell));
            });
            int depth = block.columns().depth();
            if (depth == 0) {
                columnIds.add(List.of());
                return;
            }
            List<List<Map<String, Object>>> levels = new ArrayList<>();
            for (int level = 0; level < depth; level++) {
                levels.add(new ArrayList<>());
            }
            if (block.rows().depth() > 0) {
                levels.get(0)
                        .add(header(
                                block.corner(),
                                nextId(),
                                blockIds,
                                "col",
                                block.rows().depth(),
                                depth));
            }
            for (Label root : block.columns().roots()) {
                column(root, 0, depth, List.of(), levels);
            }
            head.addAll(levels);
        }

        private void column(
                Label label, int level, int depth, List<String> above, List<List<Map<String, Object>>> levels) {
            String id = nextId();
            List<String> chain = new ArrayList<>(above);
            chain.add(id);
            int first = columnIds.size();
            if (label.isLeaf()) {
                columnIds.add(chain);
            }
            Map<String, Object> cell = header(label.text(), id, join(blockIds, above), "", 1, 1);
            levels.get(level).add(cell);
            for (Label child : label.children()) {
                column(child, level + 1, depth, chain, levels);
            }
            boolean last = columnIds.size() == columns;
            cell.put("colspan", columnIds.size() - first + (last ? spare : 0));
            cell.put("rowspan", label.isLeaf() ? depth - level : 1);
            cell.put("scope", label.isLeaf() ? "col" : "colgroup");
        }

        private void rows(
                Label label,
                List<Label> trail,
                List<String> above,
                List<Map<String, Object>> row,
                List<List<Map<String, Object>>> group) {
            String id = nextId();
            List<Label> here = new ArrayList<>(trail);
            here.add(label);
            List<String> chain = join(above, List.of(id));
            int colspan = label.isLeaf() ? block.rows().depth() - trail.size() : 1;
            String scope = label.isLeaf() ? "row" : "rowgroup";
            Map<String, Object> cell = header(label.text(), id, join(blockIds, above), scope, colspan, label.leaves());
            cell.put("left", label.isLeaf() && block.rows().depth() > 1);
            row.add(cell);
            if (label.isLeaf()) {
                group.add(figures(chain, row));
            }
            List<Map<String, Object>> next = row;
            for (Label child : label.children()) {
                rows(child, here, chain, next, group);
                next = new ArrayList<>();
            }
        }

        /** Adds the next row of cells. */
        private List<Map<String, Object>> figures(List<String> rowIds, List<Map<String, Object>> row) {
            for (int i = 0; i < columns; i++) {
                FormCell formCell = cells.next();
                Cell written = report.cell(formCell.path());
                List<String> headers = join(blockIds, join(columnIds.get(i), rowIds));
                int colspan = i == columns - 1 ? 1 + spare : 1;
                Map<String, Object> cell = cell(false, written.text(), "", headers, "", colspan, 1);
                CellSpec spec = formCell.spec();
                cell.put("path", formCell.path().dotted());
                cell.put("figure", spec.type().isFigure());
                cell.put("left", !spec.type().isFigure());
                cell.put("choices", choices(spec, written));
                row.add(cell);
            }
            return row;
        }
    }

    /** The words to choose from, each with whether it was chosen. */
    private static List<Map<String, Object>> choices(CellSpec spec, Cell cell) {
        List<String> chosen = cell instanceof Cell.Words words ? words.words() : List.of();
        return spec.choices().stream()
                .map(choice -> Map.<String, Object>of("text", choice, "chosen", chosen.contains(choice)))
                .toList();
    }

    private Map<String, Object> header(
            String text, String id, List<String> headers, String scope, int colspan, int rowspan) {
        return cell(true, text, id, headers, scope, colspan, rowspan);
    }

    private static Map<String, Object> cell(
            boolean header, String text, String id, List<String> headers, String scope, int colspan, int rowspan) {
        Map<String, Object> cell = new LinkedHashMap<>();
        cell.put("header", header);
        cell.put("lines", text.lines().toList());
        cell.put("id", id);
        cell.put("headers", String.join(" ", headers));
        cell.put("scope", scope);
        cell.put("colspan", colspan);
        cell.put("rowspan", rowspan);
        cell.put("path", "");
        cell.put("figure", false);
        cell.put("left", false);
        cell.put("choices", List.of());
        return cell;
    }

    private String nextId() {
        ids++;
        return prefix + ids;
    }

    private static List<String> join(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}

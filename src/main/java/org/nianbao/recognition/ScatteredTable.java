package org.nianbao.recognition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.foreign.DocumentPart;
import org.nianbao.foreign.DocumentPart.TextPart;
import org.nianbao.foreign.TableGrid;
import org.nianbao.form.Form;
import org.nianbao.form.Section;

/**
 * The table of a section whose cells stand one behind another in a text, as pages and papers are copied: some labels, then
 * the figures of their row. What is blank in the text is no cell. Not thread-safe.
 */
final class ScatteredTable {
    /** In cells: fewer figures are no table. */
    private static final int LEAST = 3;

    /** Maximum number of parts that a label may be broken into. */
    private static final int MOST_PARTS = 4;

    private final List<FormRow> rows;
    private final TableGrid.Builder grid;
    private final List<TextPart> labels = new ArrayList<>();
    private boolean inFigures;

    private ScatteredTable(List<FormRow> rows, int number) {
        this.rows = rows;
        this.grid = new TableGrid.Builder(0, number);
    }

    /**
     * The passages with a table in place of its cells, in each section of the form that has a table but none in them.
     *
     * @param doubts gets one about each row of a table whose heads stand in another order
     */
    static List<DocumentPart> join(Form form, List<DocumentPart> passages, Diagnostics doubts) {
        List<DocumentPart> joined = new ArrayList<>(passages);
        Outline outline = new Outline(form, passages);
        outline.sections().forEach((section, content) -> {
            if (section instanceof Section.TableSection && content.stream().noneMatch(TableGrid.class::isInstance)) {
                replace(joined, content, FormRow.of(form, section), doubts);
            }
        });
        return joined;
    }

    private static void replace(
            List<DocumentPart> passages, List<DocumentPart> content, List<FormRow> rows, Diagnostics doubts) {
        List<TextPart> texts = new ArrayList<>();
        content.forEach(part -> {
            if (part instanceof TextPart text) {
                texts.add(text);
            }
        });
        int end = texts.size();
        while (end > 0 && !FigureText.isLikely(texts.get(end - 1).text())) {
            end--;
        }
        List<TextPart> cells = texts.subList(0, end);
        if (cells.stream().filter(cell -> FigureText.isLikely(cell.text())).count() >= LEAST) {
            ScatteredTable table = new ScatteredTable(
                    rows,
                    1
                            + (int) passages.stream()
                                    .filter(TableGrid.class::isInstance)
                                    .count());
            cells.forEach(table::add);
            disordered(cells, rows, doubts);
            Set<DocumentPart> gone = Collections.newSetFromMap(new IdentityHashMap<>());
            gone.addAll(cells);
            for (int i = passages.size() - 1; i >= 0; i--) {
                if (passages.get(i) == cells.get(0)) {
                    passages.set(i, table.grid.build());
                } else if (gone.contains(passages.get(i))) {
                    passages.remove(i);
                }
            }
        }
    }

    /**
     * Doubts the rows below heads that stand neither in the order of the columns nor in that of the lines of a head, upper ones
     * first. Heads of which one is missing or broken say nothing.
     */
    private static void disordered(List<TextPart> cells, List<FormRow> rows, Diagnostics doubts) {
        for (FormRow row : rows) {
            List<List<String>> columns =
                    row.columns().stream().filter(labels -> !labels.isEmpty()).toList();
            List<String> inOrder = leaves(columns);
            List<String> byLine = leaves(
                    columns.stream().sorted(Comparator.comparingInt(List::size)).toList());
            List<TextPart> heads = cells.stream()
                    .takeWhile(cell -> !FigureText.isLikely(cell.text()))
                    .filter(cell -> inOrder.contains(LabelText.plain(cell.text())))
                    .toList();
            List<String> found =
                    heads.stream().map(head -> LabelText.plain(head.text())).toList();
            boolean whole = found.size() == inOrder.size() && Set.copyOf(found).size() == found.size();
            if (whole && !found.equals(inOrder) && !found.equals(byLine)) {
                doubts.add(
                        Diagnostic.warning("doubt-column", heads.get(0).place(), row.printed(), String.join("、", found))
                                .about(row.cells().get(0).path().dotted()));
            }
        }
    }

    private static List<String> leaves(List<List<String>> columns) {
        return columns.stream().map(labels -> labels.get(labels.size() - 1)).toList();
    }

    private void add(TextPart cell) {
        if (!FigureText.isLikely(cell.text())) {
            labels.add(cell);
            inFigures = false;
            return;
        }
        if (!inFigures) {
            beginRow();
            inFigures = true;
        }
        grid.cell(cell.text(), cell.place());
    }

    /** Begins a row with its label and the one before it; what stands before them is heads, of columns that are not known. */
    private void beginRow() {
        boolean labelled = rows.stream().noneMatch(row -> row.labels().isEmpty());
        int own = labelled ? ownLabel() : labels.size();
        int outer = labelled ? Math.max(0, own - 1) : own;
        labels.subList(0, outer).forEach(head -> grid.newRow().cell(head.text(), head.place()));
        grid.newRow().skip(labelled ? 0 : 1);
        labels.subList(outer, own).forEach(label -> grid.cell(label.text(), label.place()));
        if (own < labels.size()) {
            grid.cell(joined(own), labels.get(own).place());
        }
        labels.clear();
    }

    /** Where the label of the row begins: at the part from which on it is most like one of the form. */
    private int ownLabel() {
        int best = Math.max(0, labels.size() - 1);
        double most = 0;
        for (int from = labels.size() - 1; from >= Math.max(0, labels.size() - MOST_PARTS); from--) {
            String words = LabelText.plain(joined(from));
            double likeness = rows.stream()
                    .mapToDouble(row -> LabelText.likeness(
                            words, row.labels().get(row.labels().size() - 1)))
                    .max()
                    .orElse(0);
            if (likeness > most) {
                most = likeness;
                best = from;
            }
        }
        return best;
    }

    private String joined(int from) {
        StringBuilder words = new StringBuilder();
        labels.subList(from, labels.size()).forEach(label -> words.append(label.text()));
        return words.toString();
    }
}

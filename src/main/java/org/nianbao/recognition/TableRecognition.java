package org.nianbao.recognition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Nearest;
import org.nianbao.foreign.TableGrid;
import org.nianbao.foreign.TableGrid.ForeignCell;
import org.nianbao.form.Cell;
import org.nianbao.form.CellPath;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;

/** Finds the rows of a form in the tables of a document, and reads their figures. Not thread-safe. */
final class TableRecognition {
    /** Of a row that stands elsewhere than in the form. */
    private static final double CERTAIN = 0.9;

    /** How like that of the form the label of a row is that no page end parts. */
    private static final double WHOLE = 0.95;

    private final List<FormRow> rows;
    private final List<ForeignRow> found;
    private final ForeignRow.Match[][] matches;

    /** The row of the document for a row of the form, by their indices. */
    private final Map<Integer, Integer> pairs = new TreeMap<>();

    private final Map<CellPath, Cell> figures = new LinkedHashMap<>();
    private final Origins origins;
    private final Map<CellPath, String> notes = new LinkedHashMap<>();
    private final List<Diagnostic> doubts = new ArrayList<>();

    /** @param origins gets the places of the figures */
    TableRecognition(Form form, List<TableGrid> grids, Origins origins) {
        this.origins = origins;
        rows = FormRow.of(form);
        found = ForeignRow.of(grids);
        matches = new ForeignRow.Match[found.size()][rows.size()];
        for (int i = 0; i < found.size(); i++) {
            for (int j = 0; j < rows.size(); j++) {
                matches[i][j] = found.get(i).match(rows.get(j));
            }
        }
        Alignment.of(found.size(), rows.size(), (i, j) -> matches[i][j].score())
                .forEach(pair -> pairs.put(pair.second(), pair.first()));
        pairElsewhere();
    }

    /** How much of the form was found: from 0 to the number of its rows. */
    double score() {
        return pairs.entrySet().stream()
                .mapToDouble(pair -> matches[pair.getValue()][pair.getKey()].score())
                .sum();
    }

    /** The tables with rows of the form. */
    Set<TableGrid> grids() {
        return pairs.values().stream().map(index -> found.get(index).grid()).collect(Collectors.toSet());
    }

    Map<CellPath, Cell> figures() {
        return figures;
    }

    /** Texts in brackets behind figures. */
    Map<CellPath, String> notes() {
        return notes;
    }

    List<Diagnostic> doubts() {
        return doubts;
    }

    /** How many rows of the tables are none of the form's. */
    int unknownRows() {
        return (int) doubts.stream()
                .filter(doubt -> doubt.id().equals("doubt-row-unknown"))
                .count();
    }

    /** Reads all figures; call it once. */
    void read() {
        Set<Integer> taken = new HashSet<>(pairs.values());
        for (int j = 0; j < rows.size(); j++) {
            Integer i = pairs.get(j);
            if (i == null) {
                doubts.add(Diagnostic.warning("doubt-row-missing", rows.get(j).printed())
                        .about(rows.get(j).cells().get(0).path().dotted()));
            } else {
                read(i, matches[i][j].labels(), rows.get(j), taken);
            }
        }
        withdrawBlanks();
        doubtPageEnds();
        Set<TableGrid> used = grids();
        for (int i = 0; i < found.size(); i++) {
            if (!taken.contains(i) && used.contains(found.get(i).grid())) {
                reportUnknown(found.get(i));
            }
        }
    }

    /** Blank cells of a document without any figure are no doubts: it is a form to fill in. */
    private void withdrawBlanks() {
        if (figures.values().stream().allMatch(Cell.BLANK::equals)) {
            doubts.removeIf(doubt -> doubt.id().equals("doubt-blank"));
        }
    }

    /** Doubts the rows at a page end unless both are whole: their figures may be of one row, which the page end parts. */
    private void doubtPageEnds() {
        for (int i = 1; i < found.size(); i++) {
            if (goesOn(found.get(i - 1).grid(), found.get(i).grid())) {
                int first = firstWithFigures(i);
                int last = lastWithText(i - 1);
                if ((hasFigures(last) && !isWhole(last)) || !isWhole(first)) {
                    IntStream.of(last, first).forEach(this::doubtParted);
                }
            }
        }
    }

    /** Whether a table is the rest of another one, which a page end parts. */
    private static boolean goesOn(TableGrid before, TableGrid rest) {
        int page = before.cells().isEmpty() ? 0 : before.cells().get(0).place().page();
        return !before.equals(rest)
                && before.width() == rest.width()
                && page > 0
                && rest.cells().get(0).place().page() == page + 1;
    }

    /** The first row of a table behind its heads. */
    private int firstWithFigures(int from) {
        return IntStream.range(from, found.size())
                .takeWhile(
                        index -> found.get(index).grid().equals(found.get(from).grid()))
                .filter(this::hasFigures)
                .findFirst()
                .orElse(from);
    }

    /** The last row of a table; below it, a page end may leave borders without text. */
    private int lastWithText(int to) {
        int last = to;
        while (last > 0
                && found.get(last - 1).grid().equals(found.get(to).grid())
                && ownText(last).findAny().isEmpty()) {
            last--;
        }
        return last;
    }

    private boolean hasFigures(int index) {
        return ownText(index).anyMatch(FigureText::isLikely);
    }

    private Stream<String> ownText(int index) {
        return found.get(index).cells().stream()
                .filter(cell -> cell.row() == found.get(index).index())
                .map(ForeignCell::text)
                .filter(text -> !text.isEmpty());
    }

    /** Whether a row has the label of the row that it is paired with; outer labels may stand on the page before. */
    private boolean isWhole(int index) {
        return pairs.entrySet().stream()
                .filter(pair -> pair.getValue() == index)
                .anyMatch(pair -> {
                    List<String> labels = rows.get(pair.getKey()).labels();
                    int own = matches[index][pair.getKey()].labels();
                    return own == 0
                            || labels.isEmpty()
                            || LabelText.likeness(
                                            LabelText.plain(found.get(index)
                                                    .cells()
                                                    .get(own - 1)
                                                    .text()),
                                            labels.get(labels.size() - 1))
                                    > WHOLE;
                });
    }

    private void doubtParted(int index) {
        pairs.forEach((form, row) -> {
            if (row == index) {
                doubts.add(Diagnostic.warning(
                                "doubt-row-parted",
                                found.get(index).cells().get(0).place(),
                                rows.get(form).printed())
                        .about(rows.get(form).cells().get(0).path().dotted()));
            }
        });
    }

    /** Pairs what the order of the form leaves over: rows that the document has elsewhere. */
    private void pairElsewhere() {
        for (int j = 0; j < rows.size(); j++) {
            if (!pairs.containsKey(j)) {
                for (int i = 0; i < found.size(); i++) {
                    if (matches[i][j].score() > CERTAIN && !pairs.containsValue(i)) {
                        pairs.put(j, i);
                        doubts.add(Diagnostic.warning(
                                        "doubt-row-elsewhere",
                                        found.get(i).cells().get(0).place(),
                                        rows.get(j).printed())
                                .about(rows.get(j).cells().get(0).path().dotted()));
                        break;
                    }
                }
            }
        }
    }

    private void read(int index, int labels, FormRow form, Set<Integer> taken) {
        ForeignRow row = found.get(index);
        List<ForeignCell> content = row.cells().subList(labels, row.cells().size());
        Heads heads =
                new Heads(heads(index, content.isEmpty() ? 0 : content.get(0).column(), taken), content, form);
        Map<Integer, Integer> columns = heads.columns();
        if (!heads.areStraight()) {
            doubts.add(Diagnostic.warning(
                            "doubt-row-columns",
                            content.get(0).place(),
                            form.printed(),
                            content.size(),
                            form.cells().size())
                    .about(form.cells().get(0).path().dotted()));
        } else if (lacksItsEnd(content)) {
            doubts.add(Diagnostic.warning(
                            "doubt-row-end", content.get(content.size() - 1).place(), form.printed())
                    .about(form.cells().get(0).path().dotted()));
        }
        for (int column = 0; column < form.cells().size(); column++) {
            FormCell cell = form.cells().get(column);
            Integer at = columns.get(column);
            if (at == null) {
                doubt("doubt-cell-missing", row.cells().get(labels - (labels > 0 ? 1 : 0)), cell, "");
            } else {
                if (heads.isDoubtful(column)) {
                    doubt("doubt-column", content.get(at), cell, heads.words(at));
                }
                read(content.get(at), cell);
            }
        }
        for (int i = 0; i < content.size(); i++) {
            if (!columns.containsValue(i) && !content.get(i).text().isEmpty()) {
                doubts.add(Diagnostic.warning(
                        "doubt-cell-unknown",
                        content.get(i).place(),
                        content.get(i).text()));
            }
        }
    }

    /**
     * The rows above a row that hold no content, the nearest first; for a table that a page end parted, those of its first part.
     *
     * @param column the first of the content
     */
    private List<ForeignRow> heads(int index, int column, Set<Integer> taken) {
        int first = index - found.get(index).index();
        List<ForeignRow> own = untaken(first, index, taken);
        boolean none = own.stream()
                .flatMap(row -> row.cells().stream())
                .noneMatch(cell -> cell.column() >= column && !cell.text().isEmpty());
        if (!none || first == 0) {
            return own;
        }
        TableGrid before = found.get(first - 1).grid();
        return before.width() == found.get(index).grid().width() ? heads(first - 1, column, taken) : List.of();
    }

    private List<ForeignRow> untaken(int first, int index, Set<Integer> taken) {
        return IntStream.range(first, index)
                .map(other -> first + index - 1 - other)
                .filter(other -> !taken.contains(other))
                .mapToObj(found::get)
                .toList();
    }

    /** Whether only the last of several cells is blank: a cell before it may be missing. */
    private static boolean lacksItsEnd(List<ForeignCell> content) {
        int last = content.size() - 1;
        return last > 1
                && content.get(last).text().isBlank()
                && content.subList(0, last).stream()
                        .noneMatch(cell -> cell.text().isBlank());
    }

    private void read(ForeignCell content, FormCell cell) {
        if (cell.spec().fact().isPresent()) {
            return;
        }
        origins.put(cell.path().dotted(), content.place());
        FigureText read = FigureText.of(content.text(), cell.spec());
        read.cell().ifPresent(figure -> figures.put(cell.path(), figure));
        if (!read.note().isEmpty()) {
            notes.put(cell.path(), read.note());
        }
        if (!read.doubt().isEmpty()) {
            doubt(read.doubt(), content, cell, content.text());
        }
    }

    private void doubt(String id, ForeignCell at, FormCell cell, String words) {
        doubts.add(Diagnostic.warning(id, at.place(), cell.path().dotted(), words)
                .about(cell.path().dotted()));
    }

    /** A row with figures that is none of the form's. */
    private void reportUnknown(ForeignRow row) {
        List<ForeignCell> own =
                row.cells().stream().filter(cell -> cell.row() == row.index()).toList();
        boolean figures = own.stream().anyMatch(cell -> !cell.text().isEmpty() && FigureText.isLikely(cell.text()));
        if (figures) {
            String label = own.stream()
                    .map(ForeignCell::text)
                    .filter(text -> !FigureText.isLikely(text))
                    .reduce((first, second) -> second)
                    .orElse("");
            List<String> known = rows.stream().map(FormRow::printed).toList();
            doubts.add(Diagnostic.warning("doubt-row-unknown", own.get(0).place(), label)
                    .help(Nearest.to(label, known)
                            .map(near -> Message.of("did-you-mean", near))
                            .orElseGet(() -> Message.of("doubt-row-unknown.help"))));
        }
    }
}

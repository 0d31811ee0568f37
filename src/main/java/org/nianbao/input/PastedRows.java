package org.nianbao.input;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Nearest;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.form.Axis;
import org.nianbao.form.CellPath;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.form.KeyTree;
import org.nianbao.input.RowText.Field;

/**
 * Rows of a table that are not typed cell by cell: the numbers of one row behind its key, or several rows with their labels,
 * as copied from Excel, Word or a web page.
 */
final class PastedRows {
    private final KeyTree keys;
    private final Source source;
    private final CellPath path;
    private final RowLabels labels;
    private final List<Row> rows = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    /** Words above a row that are no row themselves. */
    private final List<Field> above = new ArrayList<>();

    /** The row that figures belong to; without keys if its label is unknown. */
    private Optional<Row> current = Optional.empty();

    /** A row with its label or, behind a key, its first figure; the first of the figures is that of a column of the sheet. */
    record Row(Optional<KeyTree> keys, Field label, List<Field> figures, int column) {}

    private PastedRows(KeyTree keys, YamlNode item, CellPath path, Form form) {
        this.keys = keys;
        this.source = item.source();
        this.path = path;
        this.labels = new RowLabels(keys, titles(form, path.section()));
    }

    /**
     * Finds rows in a value.
     *
     * @param keys below the key that has the value
     * @param fields gets the diagnostics
     * @return the rows; empty if the value is something else
     */
    static List<Row> of(KeyTree keys, YamlNode item, CellPath path, Form form, MappingReader fields) {
        boolean isText = item.isScalar() && !item.isMissing() && !item.isTilde();
        if (!(isText || item.isSequence()) || !keys.isFigures()) {
            return List.of();
        }
        PastedRows pasted = new PastedRows(keys, item, path, form);
        if (item.isSequence()) {
            return pasted.list(item, fields);
        }
        pasted.read(item);
        boolean isRow = pasted.rows.stream().anyMatch(row -> row.keys().isPresent());
        if (isRow) {
            pasted.diagnostics.forEach(fields::report);
        }
        return isRow ? pasted.complete(fields) : List.of();
    }

    /** What may stand above a copied table: its section's key or heading, its caption. */
    private static Stream<String> titles(Form form, String section) {
        return form.tables().stream()
                .filter(table -> table.key().equals(section))
                .flatMap(table -> Stream.concat(Stream.of(section, table.table().caption()), table.heading().stream()));
    }

    private List<Row> list(YamlNode item, MappingReader fields) {
        boolean isRow = keys.isRow()
                && !item.members().isEmpty()
                && item.members().stream().allMatch(YamlNode::isScalar);
        if (!isRow) {
            return List.of();
        }
        List<Field> figures = item.members().stream()
                .map(member -> new Field(member.text(), member.start(), member.end()))
                .toList();
        rows.add(new Row(Optional.of(keys), figures.get(0), figures, 0));
        return complete(fields);
    }

    private void read(YamlNode item) {
        List<List<Field>> lines = lines(item);
        List<Field> all = lines.stream().flatMap(List::stream).toList();
        boolean isBare = keys.isRow() && all.size() > 1 && all.stream().allMatch(Field::isFigure);
        boolean isUnlabelled = keys.isRow()
                && keys.cells().allMatch(cell -> cell.row().labels().isEmpty());
        if (isBare || (isUnlabelled && all.stream().anyMatch(Field::isFigure))) {
            begin(new Row(Optional.of(keys), all.get(0), new ArrayList<>(), 0));
        }
        lines.forEach(this::line);
        headsAbove();
    }

    /** The fields of each line of a value that is not blank. */
    private List<List<Field>> lines(YamlNode item) {
        List<List<Field>> lines = new ArrayList<>();
        int line = source.lineAt(item.textStart());
        for (int start = item.textStart(); start < item.textEnd(); start = source.lineStart(++line)) {
            int begin = source.lineStart(line);
            int end = Math.min(begin + source.line(line).length(), item.textEnd());
            List<Field> fields = start < end ? RowText.fields(source, start, end) : List.of();
            if (fields.stream().anyMatch(field -> !field.text().isEmpty())) {
                lines.add(fields);
            }
        }
        return lines;
    }

    private void line(List<Field> line) {
        int last = line.size() - 1;
        while (last >= 0 && line.get(last).isFigure()) {
            last--;
        }
        if (last < 0) {
            figures(line);
            return;
        }
        for (int i = last; i >= 0; i--) {
            List<Field> figures = line.subList(i + 1, line.size());
            if (!line.get(i).isFigure() && label(line.subList(0, i + 1), isAny(figures))) {
                figures(figures);
                return;
            }
        }
        List<Field> figures = line.subList(last + 1, line.size());
        List<Field> words = line.subList(0, last + 1);
        if (!isAny(figures)) {
            words.stream().filter(word -> !word.text().isEmpty()).forEach(above::add);
        } else {
            Field label = joined(words);
            group(text(above) + label.text(), label, figures);
            begin(new Row(Optional.empty(), label, new ArrayList<>(figures), last + 1));
        }
    }

    private static boolean isAny(List<Field> figures) {
        return figures.stream().anyMatch(figure -> !figure.text().isEmpty());
    }

    private void figures(List<Field> figures) {
        current.ifPresentOrElse(row -> row.figures().addAll(figures), () -> {
            Field first = joined(figures);
            unknown(first.text(), source.between(first.start(), first.end()));
        });
    }

    /**
     * Begins the row that a label names, perhaps together with the words above it, or else, before figures, behind other words
     * of the table: a sheet has the lines of a group's label in rows of their own.
     */
    private boolean label(List<Field> fields, boolean hasFigures) {
        Optional<KeyTree> row = labels.row(text(above) + text(fields));
        for (int i = 0; i < (hasFigures ? fields.size() : 1) && row.isEmpty(); i++) {
            row = labels.areHeads(fields.subList(0, i)) ? labels.row(text(fields.subList(i, fields.size()))) : row;
            if (row.isPresent()) {
                headsAbove();
            }
        }
        row.ifPresent(known -> begin(new Row(Optional.of(known), joined(fields), new ArrayList<>(), fields.size())));
        return row.isPresent();
    }

    /** Reports the words above if they do not belong to the table. */
    private void headsAbove() {
        if (!labels.areHeads(above)) {
            Field words = joined(above);
            unknown(
                    words.text(),
                    source.between(above.get(0).start(), above.get(0).end()));
        }
    }

    private void begin(Row row) {
        above.clear();
        current = Optional.of(row);
        rows.add(row);
    }

    /** Reports a row that is none here: one for a whole group, or an unknown one. */
    private void group(String text, Field label, List<Field> figures) {
        SourceSpan place = source.between(label.start(), label.end());
        labels.group(text)
                .or(() -> labels.group(label.text()))
                .ifPresentOrElse(
                        group -> diagnostics.add(
                                SingleRow.pasted(group, place, figures).about(path.dotted())),
                        () -> unknown(label.text(), place));
    }

    private void unknown(String label, SourceSpan place) {
        Message help = Nearest.to(RowLabels.withoutNumber(label), labels.names())
                .map(near -> Message.of("did-you-mean", near))
                .orElseGet(() -> Message.of("unknown-row.help"));
        diagnostics.add(Diagnostic.error("unknown-row", place, label).help(help).about(path.dotted()));
    }

    private static Field joined(List<Field> fields) {
        List<Field> words =
                fields.stream().filter(field -> !field.text().isEmpty()).toList();
        return new Field(
                text(words), words.get(0).start(), words.get(words.size() - 1).end());
    }

    private static String text(List<Field> fields) {
        return fields.stream().map(Field::text).collect(Collectors.joining());
    }

    /** The rows that are in the table, each with as many figures as cells; for another number, with none. */
    private List<Row> complete(MappingReader fields) {
        List<Row> complete = new ArrayList<>();
        Map<CellPath, Row> first = new LinkedHashMap<>();
        SheetColumns columns = new SheetColumns(rows);
        for (Row row : rows) {
            if (row.keys().isEmpty() || (row.figures().isEmpty() && labels.areHeads(List.of(row.label())))) {
                continue;
            }
            List<FormCell> cells = row.keys().get().cells().toList();
            Row earlier = first.putIfAbsent(cells.get(0).path(), row);
            if (earlier != null) {
                int line = source.lineAt(earlier.label().start());
                fields.report(Diagnostic.error(
                        "duplicate-key", place(row), row.label().text(), line));
                continue;
            }
            List<Field> figures = columns.figures(row, cells);
            boolean fits = figures.size() == cells.size();
            if (!fits) {
                fields.report(wrongLength(row, cells, figures));
            }
            complete.add(new Row(row.keys(), row.label(), fits ? figures : List.of(), row.column()));
        }
        return complete;
    }

    private SourceSpan place(Row row) {
        return source.between(row.label().start(), row.label().end());
    }

    private Diagnostic wrongLength(Row row, List<FormCell> cells, List<Field> figures) {
        boolean isBehindKey = figures.contains(row.label());
        String name = isBehindKey ? path.lastKey() : row.label().text();
        String columns = cells.stream().map(cell -> cell.column().path()).collect(Collectors.joining("、"));
        String start = name + (isBehindKey ? ": " : " ");
        Message help = withTotals(cells, figures)
                .map(whole -> Message.of("row-length.total", columns, start + whole))
                .orElseGet(() -> Message.of(
                        "row-length.help",
                        columns,
                        start
                                + (isBehindKey
                                        ? empty(row.keys().orElseThrow())
                                        : "- ".repeat(cells.size()).strip())));
        return Diagnostic.error(
                        "row-length", source.between(row.label().start(), end(row)), name, cells.size(), figures.size())
                .help(help)
                .about(cells.get(0).path().dotted());
    }

    /** A row to fill in. */
    private static String empty(KeyTree keys) {
        return keys.children().entrySet().stream()
                .map(key -> key.getKey() + ": " + (key.getValue().cell().isPresent() ? "" : empty(key.getValue())))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static int end(Row row) {
        return row.figures().stream()
                .mapToInt(Field::end)
                .max()
                .orElse(row.label().end());
    }

    /** The row with its totals, if nothing but them is missing. */
    private static Optional<String> withTotals(List<FormCell> cells, List<Field> figures) {
        List<FormCell> typed =
                cells.stream().filter(cell -> !cell.column().isTotal()).toList();
        boolean lacksTotals = typed.size() == figures.size()
                && figures.stream().allMatch(figure -> figure.text().matches("\\d{1,20}"));
        if (!lacksTotals) {
            return Optional.empty();
        }
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        for (int i = 0; i < typed.size(); i++) {
            values.put(
                    typed.get(i).column().path(), new BigDecimal(figures.get(i).text()));
        }
        return Optional.of(cells.stream()
                .map(FormCell::column)
                .map(column -> value(column, cells.get(0), values).toPlainString())
                .collect(Collectors.joining(" ")));
    }

    private static BigDecimal value(Axis.Leaf column, FormCell cell, Map<String, BigDecimal> values) {
        Axis.Sum sum = cell.block().columns().sums().get(column.path());
        return sum == null
                ? Objects.requireNonNull(values.get(column.path()))
                : sum.addends().stream()
                        .map(values::get)
                        .map(Objects::requireNonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

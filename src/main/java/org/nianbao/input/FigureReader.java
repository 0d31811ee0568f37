package org.nianbao.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.diagnostic.TextEdit;
import org.nianbao.form.Cell;
import org.nianbao.form.CellPath;
import org.nianbao.form.CellSpec;
import org.nianbao.form.CellType;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.form.KeyTree;

/** Reads the cells of one table. */
final class FigureReader {
    /** The limit of characters of a wrong figure in a message. */
    private static final int SHOWN = 40;

    private final Form form;
    private final MappingReader fields;
    private final SourceSpans places;
    private final Map<CellPath, Cell> cells;
    private final TableWordsReader words;
    private final Map<Integer, List<Unfilled>> unfilled = new TreeMap<>();

    /** A cell with a key and no value. */
    private record Unfilled(FormCell cell, YamlNode item) {}

    /**
     * Prepares to read.
     *
     * @param places gets the place of each cell and each row
     * @param cells gets the typed cells
     * @param words gets the words around and in the tables
     */
    FigureReader(
            Form form, MappingReader fields, SourceSpans places, Map<CellPath, Cell> cells, TableWordsReader words) {
        this.form = form;
        this.fields = fields;
        this.places = places;
        this.cells = cells;
        this.words = words;
    }

    void read(String section, YamlNode item) {
        KeyTree keys = form.cells().keys(section);
        words.read(section, item, keys);
        readRows(keys, item.without(TableWordsReader.keys(keys)), new CellPath(section));
        item.value(Keywords.ROWS)
                .filter(rows -> TableWordsReader.keys(keys).contains(Keywords.ROWS))
                .ifPresent(rows -> readRows(keys, rows, new CellPath(section)));
        unfilled.values().forEach(this::addUnfilled);
        unfilled.clear();
        if (item.isMapping()) {
            keys.cells()
                    .filter(cell ->
                            !cell.spec().type().isFigure() && !cell.spec().optional())
                    .filter(cell -> !cells.containsKey(cell.path())) // words have no default value
                    .forEach(
                            cell -> fields.report(toFillIn(cell, item, Message.of(Diagnostic.TO_FILL_IN, name(cell)))));
        }
    }

    /** Adds one diagnostic for each line, not for each column of a row in it. */
    private void addUnfilled(List<Unfilled> line) {
        Unfilled first = line.get(0);
        Message fact = line.size() == 1
                ? Message.of(Diagnostic.TO_FILL_IN, name(first.cell()))
                : Message.of("to-fill-in.and-more", name(first.cell()), line.size() - 1);
        fields.report(toFillIn(first.cell(), first.item(), fact));
    }

    private static Diagnostic toFillIn(FormCell cell, YamlNode item, Message fact) {
        String help = cell.spec().type().isFigure() ? "to-fill-in.help" : "to-fill-in.words";
        return Diagnostic.warning(Diagnostic.TO_FILL_IN, item.place())
                .fact(fact)
                .help(Message.of(help))
                .about(cell.path().dotted());
    }

    private void readRows(KeyTree keys, YamlNode item, CellPath path) {
        places.put(path.dotted(), item.start(), item.end());
        List<PastedRows.Row> pasted = PastedRows.of(keys, item, path, form, fields);
        Optional<Diagnostic> single = SingleRow.of(keys, item);
        pasted.forEach(row -> readRow(row, path, item.source()));
        if (!pasted.isEmpty()) {
            return;
        }
        if (single.isPresent()) {
            fields.report(single.get().about(path.dotted()));
            keys.cells().forEach(cell -> cells.put(cell.path(), Cell.BLANK));
            return;
        }
        if (item.isMissing()) {
            fields.report(Diagnostic.warning(Diagnostic.TO_FILL_IN, item.place(), path.lastTwoKeys())
                    .help(Message.of("to-fill-in.rows.help"))
                    .about(path.dotted()));
            keys.cells().forEach(cell -> cells.put(cell.path(), Cell.BLANK));
        } else if (!item.isMapping()) {
            List<Diagnostic> lines = SourceLine.at(item.source(), item.start()).wrongRows();
            Diagnostic otherwise = Diagnostic.error("no-rows", item.place(), path.lastTwoKeys())
                    .help(asRows(keys, item));
            (lines.isEmpty() ? List.of(otherwise) : lines)
                    .forEach(line -> fields.report(line.as("no-rows").about(path.dotted())));
        }
        Set<Integer> rows = new HashSet<>();
        item.values().forEach((key, value) -> {
            KeyTree child = keys.children().get(key);
            if (child == null) {
                YamlNode typed = item.key(key);
                Optional<Diagnostic> row = WrittenRow.wrong(typed);
                if (row.isEmpty() || rows.add(typed.place().line())) {
                    fields.report(row.map(meant -> meant.as("unknown-key"))
                            .orElseGet(() -> unknown(keys, typed))
                            .about(path.dotted()));
                }
            } else if (child.cell().isPresent()) {
                readCell(child.cell().get(), value);
            } else {
                readRows(child, value, path.then(key));
            }
        });
    }

    /** Reads the figures of a row that was typed or pasted as a whole; none if their number was wrong. */
    private void readRow(PastedRows.Row row, CellPath path, Source source) {
        List<FormCell> line = row.keys().orElseThrow().cells().toList();
        String name = line.get(0).row().path();
        int start = row.label().start();
        int end = row.figures().isEmpty()
                ? row.label().end()
                : row.figures().get(row.figures().size() - 1).end();
        places.put(name.isEmpty() ? path.dotted() : path.section() + "." + name, start, end);
        for (int i = 0; i < line.size(); i++) {
            if (row.figures().isEmpty()) {
                cells.put(line.get(i).path(), Cell.BLANK);
            } else {
                readValue(line.get(i), row.figures().get(i).value(source));
            }
        }
    }

    /** The diagnostic is about the table, where a cell may be missing because of the unknown key. */
    private Diagnostic unknown(KeyTree keys, YamlNode key) {
        Optional<Message> help = key.text().matches("[0-9]{3}")
                ? Optional.of(Message.of("comma-parts"))
                : keys.pathTo(key.text()).map(path -> Message.of("belongs-to", path));
        return help.map(known ->
                        Diagnostic.error("unknown-key", key.place(), key.text()).help(known))
                .orElseGet(
                        () -> fields.unknown("unknown-key", key, keys.children().keySet()));
    }

    /** Reads a cell; the key of an only column may come before its value. */
    private void readCell(FormCell cell, YamlNode item) {
        boolean isNoted = item.value(Keywords.FIGURE).isPresent();
        if (cell.onlyColumn().isPresent() && item.isMapping() && !isNoted) {
            String column = cell.onlyColumn().get();
            fields.of(item, Set.of(), Set.of(column)).value(column).ifPresent(value -> readValue(cell, value));
        } else {
            readValue(cell, item);
        }
    }

    private void readValue(FormCell cell, YamlNode value) {
        YamlNode item = words.figure(cell, value);
        places.put(cell.path().dotted(), item.start(), item.end());
        if (item.isMissing()) {
            unfilled.computeIfAbsent(item.place().line(), line -> new ArrayList<>())
                    .add(new Unfilled(cell, item));
        }
        Optional<Cell> content = item.isMissing() || item.isTilde() ? Optional.of(Cell.BLANK) : content(cell, item);
        if (content.isEmpty()) {
            fields.report(mistyped(cell, item).about(cell.path().dotted()));
        }
        cells.put(cell.path(), content.orElse(Cell.BLANK));
    }

    private static Optional<Cell> content(FormCell cell, YamlNode item) {
        CellSpec spec = cell.spec();
        if (!spec.type().isChosen()) {
            return item.isScalar() ? spec.type().read(item.text()) : Optional.empty();
        }
        List<String> words = item.isSequence() && spec.type() == CellType.CHOICES
                ? item.members().stream().map(YamlNode::text).toList()
                : List.of(item.text().strip());
        boolean known = spec.choices().containsAll(words) && Set.copyOf(words).size() == words.size();
        return known && !words.isEmpty() ? Optional.of(new Cell.Words(words)) : Optional.empty();
    }

    private Diagnostic mistyped(FormCell cell, YamlNode item) {
        CellSpec spec = cell.spec();
        if (spec.type().isFigure()) {
            return noFigure(form, item, name(cell), spec.type(), unit(cell));
        }
        String id = "not-a-" + spec.type().written();
        YamlNode wrong = spec.type() == CellType.CHOICES
                ? firstWrong(spec, item.members()).orElse(item)
                : item;
        return Diagnostic.error(id, wrong.place(), name(cell), wrong.text(), String.join(" / ", spec.choices()));
    }

    /** The first word that is no choice or is repeated. */
    private static Optional<YamlNode> firstWrong(CellSpec spec, List<YamlNode> words) {
        Set<String> seen = new HashSet<>();
        return words.stream()
                .filter(word -> !spec.choices().contains(word.text()) || !seen.add(word.text()))
                .findFirst();
    }

    /**
     * The diagnostic of a value that is no figure of its type.
     *
     * @param unit of the figure, if its label names one
     */
    static Diagnostic noFigure(Form form, YamlNode item, String name, CellType type, Optional<String> unit) {
        String word = "not-a-" + type.written();
        String id = form.rule(Form.RuleRole.FIGURES, word);
        if (!item.isScalar()) {
            String kind = item.isSequence() ? "figure-list" : "figure-rows";
            return Diagnostic.error(kind, item.place(), name).as(id).help(Message.of(word + ".help"));
        }
        WrittenFigure.Advice advice = new WrittenFigure(item.text(), type, unit).advice();
        String typed = item.text().length() > SHOWN ? item.text().substring(0, SHOWN) + "…" : item.text();
        return Diagnostic.error("figure", item.place(), name, typed, advice.reason())
                .as(id)
                .help(advice.help())
                .edit(advice.written().stream()
                        .map(figure -> new TextEdit(item.start(), item.end(), figure))
                        .toList());
    }

    /** How to write rows instead of a list or a word. */
    private static Message asRows(KeyTree keys, YamlNode item) {
        if (item.isSequence()) {
            return Message.of("no-rows.list");
        }
        return Message.of("no-rows.help", String.join(", ", keys.children().keySet()));
    }

    private static String name(FormCell cell) {
        return cell.path().lastTwoKeys();
    }

    /** The unit that a label of its column, or else of its row, names. */
    private static Optional<String> unit(FormCell cell) {
        return Stream.of(cell.column(), cell.row())
                .flatMap(leaf -> leaf.labels().stream())
                .flatMap(label -> Money.unitOf(label.oneLine()).stream())
                .findFirst();
    }
}

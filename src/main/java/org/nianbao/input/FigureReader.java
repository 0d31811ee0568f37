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
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.form.Cell;
import org.nianbao.form.CellType;
import org.nianbao.form.Form;
import org.nianbao.form.Label;
import org.nianbao.form.Section;
import org.nianbao.form.Shape;

/** Reads the figures of one table. */
final class FigureReader {
    /** So much of what stands there is repeated. */
    private static final int SHOWN = 40;

    private final Form form;
    private final Diagnostics diagnostics;
    private final MappingReader fields;
    private final SourceSpans places;
    private final Map<String, Cell> cells;
    private final Map<Integer, List<Unfilled>> unfilled = new TreeMap<>();

    /** A figure that nobody has typed behind its key. */
    private record Unfilled(Shape.Slot slot, YamlNode item) {}

    /**
     * Prepares to read.
     *
     * @param form that the table is of
     * @param places gets the place of each figure and each branch
     * @param cells gets the figures that were written, by path
     */
    FigureReader(
            Form form, Diagnostics diagnostics, MappingReader fields, SourceSpans places, Map<String, Cell> cells) {
        this.form = form;
        this.diagnostics = diagnostics;
        this.fields = fields;
        this.places = places;
        this.cells = cells;
    }

    void read(Section.TableSection section, Shape shape, YamlNode item) {
        branch(shape, item, section.key());
        unfilled.values().forEach(this::tellUnfilled);
        if (item.isMapping()) {
            tellLeftOut(shape, item);
        }
    }

    /** One finding for a line: whoever has a whole row to fill in need not be told of each of its columns. */
    private void tellUnfilled(List<Unfilled> line) {
        Unfilled first = line.get(0);
        Message fact = line.size() == 1
                ? Message.of(Diagnostic.TO_FILL_IN, last(first.slot().path()))
                : Message.of("to-fill-in.and-more", last(first.slot().path()), line.size() - 1);
        diagnostics.add(toFillIn(first.slot(), first.item(), fact));
    }

    /** A figure that is left out is zero; words that are left out are missing. */
    private void tellLeftOut(Shape shape, YamlNode item) {
        shape.slot()
                .filter(slot ->
                        !slot.takes().type().isFigure() && !slot.takes().optional() && !cells.containsKey(slot.path()))
                .ifPresent(slot ->
                        diagnostics.add(toFillIn(slot, item, Message.of(Diagnostic.TO_FILL_IN, last(slot.path())))));
        shape.children().values().forEach(child -> tellLeftOut(child, item));
    }

    private static Diagnostic toFillIn(Shape.Slot slot, YamlNode item, Message fact) {
        boolean figure = slot.takes().type().isFigure();
        return Diagnostic.warning(
                        Diagnostic.TO_FILL_IN,
                        item.place(),
                        fact,
                        Message.of(figure ? "to-fill-in.help" : "to-fill-in.words"))
                .about(slot.path());
    }

    private void branch(Shape shape, YamlNode item, String path) {
        places.put(path, item.start(), item.end());
        if (item.isMissing()) {
            diagnostics.add(Diagnostic.warning(
                            Diagnostic.TO_FILL_IN,
                            item.place(),
                            Message.of(Diagnostic.TO_FILL_IN, last(path)),
                            Message.of("to-fill-in.rows.help"))
                    .about(path));
            shape.slots().forEach(slot -> cells.put(slot.path(), Cell.BLANK));
            return;
        }
        if (!item.isMapping()) {
            diagnostics.add(
                    Diagnostic.error("no-rows", item.place(), Message.of("no-rows", last(path)), asRows(shape, item))
                            .about(path));
            return;
        }
        item.entries(diagnostics).forEach((key, entry) -> {
            Shape child = shape.children().get(key);
            if (child == null) {
                unknown(shape, entry.key(), path);
            } else if (child.slot().isPresent()) {
                figure(child.slot().get(), entry.value());
            } else {
                branch(child, entry.value(), path + "." + key);
            }
        });
    }

    /** A key that isn't there leaves its figure out, so that the table cannot be reckoned: it is about the table. */
    private void unknown(Shape shape, YamlNode key, String path) {
        Optional<String> elsewhere = shape.whereIs(key.text());
        if (key.text().matches("[0-9]{3}")) {
            diagnostics.add(Diagnostic.error(
                            "unknown-key",
                            key.place(),
                            Message.of("unknown-key", key.text()),
                            Message.of("comma-parts"))
                    .about(path));
        } else if (elsewhere.isPresent()) {
            diagnostics.add(Diagnostic.error(
                            "unknown-key",
                            key.place(),
                            Message.of("unknown-key", key.text()),
                            Message.of("belongs-to", elsewhere.get()))
                    .about(path));
        } else {
            diagnostics.add(fields.unknown("unknown-key", key, shape.children().keySet())
                    .about(path));
        }
    }

    private void figure(Shape.Slot slot, YamlNode item) {
        if (slot.onlyColumn().isPresent() && item.isMapping()) {
            Map<String, YamlNode> of =
                    fields.of(item, Set.of(), Set.of(slot.onlyColumn().get()));
            YamlNode inner = of.get(slot.onlyColumn().get());
            if (inner != null) {
                figure(slot.insideOnlyColumn(), inner);
            }
            return;
        }
        places.put(slot.path(), item.start(), item.end());
        if (item.isTilde()) {
            cells.put(slot.path(), Cell.BLANK);
        } else if (item.isMissing()) {
            unfilled.computeIfAbsent(item.place().line(), line -> new ArrayList<>())
                    .add(new Unfilled(slot, item));
            cells.put(slot.path(), Cell.BLANK);
        } else {
            Label.CellSpec takes = slot.takes();
            Optional<Cell> cell = takes.type().isChosen()
                    ? chosen(takes, item)
                    : Optional.of(item)
                            .filter(YamlNode::isScalar)
                            .flatMap(one -> takes.type().read(one.text()));
            if (cell.isEmpty()) {
                diagnostics.add((takes.type().isFigure()
                                ? noFigure(form, item, last(slot.path()), takes.type(), unit(slot))
                                : noWords(slot, item))
                        .about(slot.path()));
            }
            cells.put(slot.path(), cell.orElse(Cell.BLANK));
        }
    }

    /** One of the form's words, or a list of several, each once. */
    private static Optional<Cell> chosen(Label.CellSpec takes, YamlNode item) {
        List<String> words = item.isSequence() && takes.type() == CellType.CHOICES
                ? item.members().stream().map(YamlNode::text).toList()
                : List.of(item.text().strip());
        boolean known = takes.choices().containsAll(words) && Set.copyOf(words).size() == words.size();
        return known && !words.isEmpty() ? Optional.of(new Cell.Words(words)) : Optional.empty();
    }

    private Diagnostic noWords(Shape.Slot slot, YamlNode item) {
        Label.CellSpec takes = slot.takes();
        String type = "not-a-" + takes.type().written();
        Message help = Message.of(type + ".help", String.join(" / ", takes.choices()));
        YamlNode wrong = takes.type() == CellType.CHOICES
                ? firstWrong(takes, item.members()).orElse(item)
                : item;
        return Diagnostic.error(type, wrong.place(), Message.of(type, last(slot.path()), wrong.text()), help);
    }

    /** The first of several words that is none to choose, or that stands there already. */
    private static Optional<YamlNode> firstWrong(Label.CellSpec takes, List<YamlNode> words) {
        Set<String> seen = new HashSet<>();
        return words.stream()
                .filter(word -> !takes.choices().contains(word.text()) || !seen.add(word.text()))
                .findFirst();
    }

    /**
     * Why what stands there is no figure.
     *
     * @param name what the figure is called
     * @param type that it should have
     * @param unit in which it should be, if anything printed says so
     */
    static Diagnostic noFigure(Form form, YamlNode item, String name, CellType type, Optional<String> unit) {
        String word = "not-a-" + type.written();
        String id = form.rule(Form.RuleRole.FIGURES, word);
        if (!item.isScalar()) {
            String kind = item.isSequence() ? "figure-list" : "figure-rows";
            return Diagnostic.error(id, item.place(), Message.of(kind, name), Message.of(word + ".help"));
        }
        WrittenFigure.Advice advice = new WrittenFigure(item.text(), type, unit).advice();
        String typed = item.text().length() > SHOWN ? item.text().substring(0, SHOWN) + "…" : item.text();
        return Diagnostic.error(id, item.place(), Message.of("figure", name, typed, advice.reason()), advice.help());
    }

    /** How to write rows instead of a list or a word; half-width, if they were written with full-width marks. */
    private static Message asRows(Shape shape, YamlNode item) {
        String text = item.text().strip();
        if (item.isSequence()) {
            return Message.of("no-rows.list");
        }
        if (text.startsWith("｛")) {
            String half = text.replace("｛", "{").replace("｝", "}").replaceAll("[：:]\\s*", ": ");
            return Message.of("write-instead", half.replaceAll("[，,、]\\s*", ", "));
        }
        return Message.of("no-rows.help", String.join(", ", shape.children().keySet()));
    }

    private static String last(String path) {
        int dot = path.lastIndexOf('.', path.lastIndexOf('.') - 1);
        return path.substring(dot + 1);
    }

    /** The unit that the printed labels of a place's column or row name, if they do. */
    private static Optional<String> unit(Shape.Slot slot) {
        return Stream.of(slot.column(), slot.row())
                .flatMap(leaf -> leaf.trail().stream())
                .flatMap(label -> Money.unitOf(label.text().replace("\n", "")).stream())
                .findFirst();
    }
}

package org.nianbao.input;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nianbao.problem.Message;
import org.nianbao.problem.Places;
import org.nianbao.problem.Problem;
import org.nianbao.report.Cell;
import org.nianbao.report.Section;
import org.nianbao.report.Shape;

/** Reads the figures of one table. */
final class FigureReader {
    private static final Set<String> NOTHING = Set.of("-", "--", "—", "——", "/", "\\", "无", "没有", "不适用", "空");

    private final List<Problem> problems;
    private final Fields fields;
    private final Places places;
    private final Map<String, Cell> cells;

    /**
     * Prepares to read.
     *
     * @param places gets the place of each figure and each branch
     * @param cells gets the figures that were written, by path
     */
    FigureReader(List<Problem> problems, Fields fields, Places places, Map<String, Cell> cells) {
        this.problems = problems;
        this.fields = fields;
        this.places = places;
        this.cells = cells;
    }

    void read(Section.Figures section, Item item) {
        branch(Shape.of(section), item, section.key());
    }

    private void branch(Shape shape, Item item, String path) {
        places.put(path, item.start(), item.end());
        if (!item.isMapping()) {
            problems.add(Problem.error(
                            "no-rows",
                            item.place(),
                            Message.of("no-rows", last(path)),
                            Message.of(
                                    "no-rows.way-out",
                                    String.join(", ", shape.children().keySet())))
                    .about(path));
            return;
        }
        item.entries(problems).forEach((key, entry) -> {
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
    private void unknown(Shape shape, Item key, String path) {
        Optional<String> elsewhere = shape.whereIs(key.text());
        if (elsewhere.isPresent()) {
            problems.add(Problem.error(
                            "unknown-key",
                            key.place(),
                            Message.of("unknown-key", key.text()),
                            Message.of("belongs-to", elsewhere.get()))
                    .about(path));
        } else {
            problems.add(fields.unknown("unknown-key", key, shape.children().keySet())
                    .about(path));
        }
    }

    private void figure(Shape.Slot slot, Item item) {
        if (slot.onlyColumn().isPresent() && item.isMapping()) {
            Map<String, Item> of =
                    fields.of(item, Set.of(), Set.of(slot.onlyColumn().get()));
            Item inner = of.get(slot.onlyColumn().get());
            if (inner != null) {
                figure(slot.insideOnlyColumn(), inner);
            }
            return;
        }
        places.put(slot.path(), item.start(), item.end());
        if (item.isTilde()) {
            cells.put(slot.path(), Cell.BLANK);
        } else if (item.isMissing()) {
            problems.add(Problem.warning(
                            "to-fill-in",
                            item.place(),
                            Message.of("to-fill-in", last(slot.path())),
                            Message.of("to-fill-in.way-out"))
                    .about(slot.path()));
            cells.put(slot.path(), Cell.BLANK);
        } else {
            Optional<Cell> cell = item.isScalar() ? slot.type().read(item.text()) : Optional.empty();
            if (cell.isEmpty()) {
                String id = "not-a-" + slot.type().written();
                String typed = item.isScalar() ? item.text() : "…";
                problems.add(
                        Problem.error(id, item.place(), Message.of(id, last(slot.path()), typed), wayOut(slot, typed))
                                .about(slot.path()));
            }
            cells.put(slot.path(), cell.orElse(Cell.BLANK));
        }
    }

    /** What the clerk most likely meant. */
    private static Message wayOut(Shape.Slot slot, String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[,\\s]", "")
                .replaceAll("(?<=[0-9])(件|条|次|个|项|万元|元)$", "")
                .replaceFirst("^0+(?=[0-9])", "");
        if (slot.type().read(plain).isPresent()) {
            return Message.of("write-instead", plain);
        }
        if (NOTHING.contains(typed.strip())) {
            return Message.of("write-zero-or-blank");
        }
        return Message.of("not-a-" + slot.type().written() + ".way-out");
    }

    private static String last(String path) {
        int dot = path.lastIndexOf('.', path.lastIndexOf('.') - 1);
        return path.substring(dot + 1);
    }
}

package org.nianbao.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nianbao.problem.Message;
import org.nianbao.problem.Nearest;
import org.nianbao.problem.Problem;
import org.nianbao.report.Axis;
import org.nianbao.report.Block;
import org.nianbao.report.CellType;
import org.nianbao.report.Identity;
import org.nianbao.report.Label;
import org.nianbao.report.Table;
import org.nianbao.report.Term;

/** Reads a {@code table} of a {@code form.yaml} and proves that it has no hole. */
final class TableReader {
    private final List<Problem> problems;
    private final Fields fields;
    private final Set<String> rules;

    /**
     * Prepares to read.
     *
     * @param rules the ids that the form explains
     */
    TableReader(List<Problem> problems, Fields fields, Set<String> rules) {
        this.problems = problems;
        this.fields = fields;
        this.rules = rules;
    }

    /** The table, or nothing where {@code problems} tells what is wrong. */
    Optional<Table> read(Item item) {
        int before = problems.size();
        Map<String, Item> of = fields.of(item, Set.of("caption", "widths", "blocks"), Set.of("small"));
        List<Double> widths = widths(of);
        List<Block> blocks = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        Item list = of.get("blocks");
        if (list != null) {
            for (Item member : list.members()) {
                Block block = block(member);
                prove(block, member, widths.size(), paths);
                blocks.add(block);
            }
            if (blocks.isEmpty()) {
                fields.wrong(list, "blocks", Message.of("a-list"));
            }
        }
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(
                        new Table(fields.text(of, "caption").orElse(""), widths, fields.flag(of, "small"), blocks));
    }

    private List<Double> widths(Map<String, Item> of) {
        List<Double> widths = new ArrayList<>();
        Item item = of.get("widths");
        if (item != null) {
            for (Item member : item.members()) {
                if (member.text().matches("[0-9]{1,4}(\\.[0-9]{1,4})?") && Double.parseDouble(member.text()) > 0) {
                    widths.add(Double.valueOf(member.text()));
                } else {
                    fields.wrong(member, "widths", Message.of("a-width"));
                }
            }
            if (item.members().isEmpty()) {
                fields.wrong(item, "widths", Message.of("a-list"));
            }
        }
        return widths;
    }

    private Block block(Item item) {
        Map<String, Item> of = fields.of(
                item, Set.of("columns"), Set.of("title", "corner", "rows", "identities", "alone", "reserved"));
        Axis columns = new Axis(labels(of, "columns"));
        Axis rows = new Axis(labels(of, "rows"));
        return new Block(
                fields.text(of, "title"),
                fields.text(of, "corner").orElse(""),
                columns,
                rows,
                identities(of, rows, columns),
                alone(of, rows),
                reserved(of, rows));
    }

    private List<Block.Alone> alone(Map<String, Item> of, Axis rows) {
        List<Block.Alone> alone = new ArrayList<>();
        for (Item member : fields.members(of, "alone")) {
            Map<String, Item> parts = fields.of(member, Set.of("rule", "row"), Set.of());
            alone.add(new Block.Alone(rule(parts, member), row(parts, rows)));
        }
        return alone;
    }

    private List<Block.Reserved> reserved(Map<String, Item> of, Axis rows) {
        List<Block.Reserved> reserved = new ArrayList<>();
        for (Item member : fields.members(of, "reserved")) {
            Map<String, Item> parts = fields.of(member, Set.of("rule", "row", "levels"), Set.of());
            reserved.add(new Block.Reserved(rule(parts, member), row(parts, rows), fields.texts(parts, "levels")));
        }
        return reserved;
    }

    private String rule(Map<String, Item> parts, Item member) {
        String rule = fields.text(parts, "rule").orElse("");
        fields.requireRule(rule, rules, member);
        return rule;
    }

    private String row(Map<String, Item> parts, Axis rows) {
        String row = fields.text(parts, "row").orElse("");
        if (parts.containsKey("row")) {
            requireName(row, rows.leaves().stream().map(Axis.Leaf::path).toList(), parts.get("row"));
        }
        return row;
    }

    private List<Label> labels(Map<String, Item> of, String axis) {
        List<Label> labels = new ArrayList<>();
        fields.open(of, axis).forEach((key, item) -> labels.add(label(key, item, axis)));
        Item item = of.get(axis);
        if (item != null && item.isMapping() && labels.isEmpty()) {
            fields.wrong(item, axis, Message.of("a-label"));
        }
        return labels;
    }

    private Label label(String key, Item item, String axis) {
        if (item.isScalar()) {
            String text = item.isMissing() || item.isTilde() ? key : item.text();
            return new Label(key, text, false, CellType.COUNT, Optional.empty(), List.of());
        }
        Map<String, Item> of = fields.of(item, Set.of(), Set.of("label", "spanner", "total", "type", axis));
        Optional<String> total = fields.text(of, "total");
        total.ifPresent(rule -> fields.requireRule(rule, rules, item));
        return new Label(
                key,
                fields.text(of, "label").orElse(key),
                fields.flag(of, "spanner"),
                fields.oneOf(of, "type", CellType.class).orElse(CellType.COUNT),
                total,
                labels(of, axis));
    }

    private List<Identity> identities(Map<String, Item> of, Axis rows, Axis columns) {
        List<Identity> identities = new ArrayList<>();
        for (Item member : fields.members(of, "identities")) {
            Map<String, Item> parts = fields.of(member, Set.of("rule"), Set.of("rows", "columns"));
            Identity.Along along = parts.containsKey("rows") ? Identity.Along.ROWS : Identity.Along.COLUMNS;
            Item equation = parts.get(along.name().toLowerCase(Locale.ROOT));
            if (equation == null || parts.containsKey("rows") == parts.containsKey("columns")) {
                fields.wrong(member, "identities", Message.of("rows-or-columns"));
                continue;
            }
            List<String> names = (along == Identity.Along.ROWS ? rows : columns)
                    .leaves().stream().map(Axis.Leaf::path).toList();
            String[] sides = equation.text().split(" = ", -1);
            if (sides.length != 2) {
                fields.wrong(equation, "identities", Message.of("an-equation"));
                continue;
            }
            identities.add(new Identity(
                    rule(parts, member),
                    along,
                    terms(sides[0], names, equation),
                    terms(sides[1], names, equation),
                    false));
        }
        return identities;
    }

    private List<Term> terms(String side, List<String> names, Item equation) {
        List<Term> terms = Equation.terms(side);
        terms.forEach(term -> requireName(term.path(), names, equation));
        return terms;
    }

    private void requireName(String name, List<String> names, Item item) {
        if (!names.contains(name)) {
            problems.add(Problem.error(
                    "unknown-name",
                    item.placeOf(name),
                    Message.of("unknown-name", name),
                    Nearest.to(name, names)
                            .map(word -> Message.of("did-you-mean", word))
                            .orElseGet(() -> Message.of("known-are", String.join(", ", names)))));
        }
    }

    private void prove(Block block, Item item, int width, Set<String> paths) {
        if (width > 0 && block.width() > width) {
            problems.add(Problem.error(
                    "form-too-wide",
                    item.place(),
                    Message.of("form-too-wide", block.width(), width),
                    Message.of("form-too-wide.way-out")));
        }
        for (Axis.Leaf row : block.rows().leaves()) {
            for (Axis.Leaf column : block.columns().leaves()) {
                String path = block.path(row, column);
                if (!path.isEmpty() && (paths.stream().anyMatch(other -> overlap(path, other)) || !paths.add(path))) {
                    problems.add(Problem.error(
                            "form-same-path",
                            item.place(),
                            Message.of("form-same-path", path),
                            Message.of("form-same-path.way-out")));
                }
            }
        }
    }

    /** Whether one path would stand where the other one, or a part of it, stands. */
    private static boolean overlap(String path, String other) {
        return path.equals(other) || path.startsWith(other + ".") || other.startsWith(path + ".");
    }
}

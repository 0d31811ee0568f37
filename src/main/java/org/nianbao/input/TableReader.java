package org.nianbao.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.form.Axis;
import org.nianbao.form.Block;
import org.nianbao.form.BlockCells;
import org.nianbao.form.CellPath;
import org.nianbao.form.CellSpec;
import org.nianbao.form.CellType;
import org.nianbao.form.FormCell;
import org.nianbao.form.Identity;
import org.nianbao.form.Label;
import org.nianbao.form.Table;
import org.nianbao.form.Term;

/** Reads a {@code table} of a {@code form.yaml} and checks its cells. */
final class TableReader {
    /** What a part of a table with a head of its own has. */
    private static final Set<String> BLOCK = Set.of("corner", "columns", "rows", "identities", "alone", "reserved");

    private static final Pattern EQUATION = Pattern.compile("(.+?) (=|>=|<=) (.+)");

    private final Diagnostics diagnostics;
    private final MappingReader fields;
    private final Set<String> rules;
    private final List<String> facts;
    private final String section;

    /** The paths of the cells in the blocks read so far, and of all parts around them. */
    private final Set<CellPath> paths = new HashSet<>();

    private final Set<CellPath> parents = new HashSet<>();

    /**
     * Prepares to read one table.
     *
     * @param rules the ids that the form explains
     * @param facts the keys of the form's facts
     * @param section key of the table's section
     */
    TableReader(Diagnostics diagnostics, MappingReader fields, Set<String> rules, List<String> facts, String section) {
        this.diagnostics = diagnostics;
        this.fields = fields;
        this.rules = rules;
        this.facts = facts;
        this.section = section;
    }

    /** The table, or nothing if {@code diagnostics} got an error. */
    Optional<Table> read(YamlNode item) {
        int before = diagnostics.size();
        Map<String, YamlNode> of =
                fields.of(item, Set.of("caption", "widths"), all(BLOCK, Set.of("small", "breaks", "blocks")));
        List<Double> widths = widths(of);
        List<Block> blocks = new ArrayList<>();
        boolean oneBlock = of.containsKey("columns") || of.containsKey("rows");
        YamlNode several = of.get("blocks");
        if (oneBlock == (several != null)) {
            fields.wrong(item, "blocks", Message.of("one-block-or-several"));
        } else if (several == null) {
            blocks.add(block(item, of, Optional.empty(), widths.size()));
        } else {
            several.entries(diagnostics).forEach((title, entry) -> {
                Map<String, YamlNode> parts =
                        fields.of(entry.value(), Set.of(), all(BLOCK, Set.of("title", YamlNode.AFTER)));
                Optional<String> shown = fields.text(parts, "title").or(() -> Optional.of(title));
                blocks.add(block(entry.value(), parts, shown, widths.size()));
            });
            if (blocks.isEmpty()) {
                fields.wrong(several, "blocks", Message.of("a-label"));
            }
        }
        return diagnostics.size() > before
                ? Optional.empty()
                : Optional.of(new Table(
                        fields.text(of, "caption").orElse(""),
                        widths,
                        fields.flag(of, "small"),
                        fields.flag(of, "breaks"),
                        blocks));
    }

    private static Set<String> all(Set<String> some, Set<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    private List<Double> widths(Map<String, YamlNode> of) {
        List<Double> widths = new ArrayList<>();
        YamlNode item = of.get("widths");
        if (item != null) {
            for (YamlNode member : item.members()) {
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

    private Block block(YamlNode item, Map<String, YamlNode> of, Optional<String> title, int width) {
        Axis columns = new Axis(labels(of, "columns"));
        Axis rows = new Axis(labels(of, "rows"));
        if (columns.roots().isEmpty() && rows.roots().isEmpty()) {
            fields.wrong(item, "columns", Message.of("a-label"));
        }
        Block block = new Block(
                title,
                fields.text(of, "corner").orElse(""),
                columns,
                rows,
                identities(of, rows, columns),
                exclusiveRows(of, rows),
                restrictedRows(of, rows));
        BlockCells cells = new BlockCells(section, block);
        requireFigures(cells, of);
        requireWidth(block, item, width);
        requirePaths(cells, item);
        return block;
    }

    private List<Block.ExclusiveRow> exclusiveRows(Map<String, YamlNode> of, Axis rows) {
        List<Block.ExclusiveRow> exclusive = new ArrayList<>();
        for (YamlNode member : fields.members(of, "alone")) {
            Map<String, YamlNode> parts = fields.of(member, Set.of("rule", "row"), Set.of());
            exclusive.add(new Block.ExclusiveRow(rule(parts, member), row(parts, rows)));
        }
        return exclusive;
    }

    private List<Block.RestrictedRow> restrictedRows(Map<String, YamlNode> of, Axis rows) {
        List<Block.RestrictedRow> restricted = new ArrayList<>();
        for (YamlNode member : fields.members(of, "reserved")) {
            Map<String, YamlNode> parts = fields.of(member, Set.of("rule", "row", "levels"), Set.of());
            restricted.add(
                    new Block.RestrictedRow(rule(parts, member), row(parts, rows), fields.texts(parts, "levels")));
        }
        return restricted;
    }

    private String rule(Map<String, YamlNode> parts, YamlNode member) {
        String rule = fields.text(parts, "rule").orElse("");
        fields.requireRule(rule, rules, member);
        return rule;
    }

    private String row(Map<String, YamlNode> parts, Axis rows) {
        String row = fields.text(parts, "row").orElse("");
        return parts.containsKey("row") ? path(row, rows, Objects.requireNonNull(parts.get("row"))) : row;
    }

    private List<Label> labels(Map<String, YamlNode> of, String axis) {
        List<Label> labels = new ArrayList<>();
        fields.open(of, axis).forEach((key, item) -> {
            Label label = label(key, item, axis);
            if (label.total().isPresent()
                    && labels.stream().anyMatch(other -> other.total().isPresent())) {
                fields.wrong(item, "total", Message.of("one-total")); // each would be an addend of the other
            }
            labels.add(label);
        });
        YamlNode item = of.get(axis);
        if (item != null && item.isMapping() && labels.isEmpty()) {
            fields.wrong(item, axis, Message.of("a-label"));
        }
        return labels;
    }

    private Label label(String key, YamlNode item, String axis) {
        if (item.isScalar()) {
            return Label.plain(key, item.isMissing() || item.isTilde() ? key : item.text());
        }
        Map<String, YamlNode> of = fields.of(
                item,
                Set.of(),
                Set.of(
                        "label",
                        "spanner",
                        "total",
                        "type",
                        "choices",
                        "optional",
                        "fact",
                        "was",
                        YamlNode.AFTER,
                        axis));
        Optional<String> total = fields.text(of, "total");
        total.ifPresent(rule -> fields.requireRule(rule, rules, item));
        List<Label> children = labels(of, axis);
        if (children.isEmpty() && of.containsKey("spanner")) {
            fields.wrong(of, "spanner", Message.of("spans-nothing"));
        }
        if (total.isPresent() && !children.isEmpty()) {
            fields.wrong(of, "total", Message.of("total-of-labels"));
        }
        return new Label(
                key,
                fields.text(of, "label").orElse(key),
                fields.flag(of, "spanner"),
                spec(key, item, of),
                total,
                fields.text(of, "was"),
                children);
    }

    private Optional<CellSpec> spec(String key, YamlNode item, Map<String, YamlNode> of) {
        Optional<String> fact = fields.text(of, "fact");
        fact.filter(name -> !facts.contains(name))
                .ifPresent(name -> fields.unknownName(name, facts, Objects.requireNonNull(of.get("fact"))));
        Optional<CellType> type = fields.oneOf(of, "type", CellType.class);
        List<String> choices = fields.texts(of, "choices");
        if (type.filter(CellType::isChosen).isPresent() == choices.isEmpty()) {
            fields.wrong(item, key, Message.of("choices-of-a-choice"));
        }
        if (of.containsKey("optional") && type.map(CellType::isFigure).orElse(true)) {
            fields.wrong(of, "optional", Message.of("optional-words"));
        }
        return fact.isPresent() || type.isPresent()
                ? Optional.of(new CellSpec(type.orElse(CellType.TEXT), choices, fields.flag(of, "optional"), fact))
                : Optional.empty();
    }

    private List<Identity> identities(Map<String, YamlNode> of, Axis rows, Axis columns) {
        List<Identity> identities = new ArrayList<>();
        for (YamlNode member : fields.members(of, "identities")) {
            Map<String, YamlNode> parts = fields.of(member, Set.of("rule"), Set.of("rows", "columns", "warning"));
            Identity.Along along = parts.containsKey("rows") ? Identity.Along.ROWS : Identity.Along.COLUMNS;
            YamlNode equation = parts.get(along.name().toLowerCase(Locale.ROOT));
            if (equation == null || parts.containsKey("rows") == parts.containsKey("columns")) {
                fields.wrong(member, "identities", Message.of("rows-or-columns"));
                continue;
            }
            Axis axis = along == Identity.Along.ROWS ? rows : columns;
            Matcher sides = EQUATION.matcher(equation.text());
            if (!sides.matches()) {
                fields.wrong(equation, "identities", Message.of("an-equation"));
                continue;
            }
            List<Term> left = terms(sides.group(1), axis, equation);
            List<Term> right = terms(sides.group(3), axis, equation);
            boolean acrossYears = Stream.concat(left.stream(), right.stream()).anyMatch(Term::lastYear);
            identities.add(new Identity(
                    rule(parts, member),
                    along,
                    relation(sides.group(2)),
                    left,
                    right,
                    false,
                    acrossYears || fields.flag(parts, "warning")));
        }
        return identities;
    }

    private static Identity.Relation relation(String sign) {
        return Arrays.stream(Identity.Relation.values())
                .filter(relation -> relation.sign().equals(sign))
                .findFirst()
                .orElseThrow();
    }

    private List<Term> terms(String side, Axis axis, YamlNode equation) {
        return Equation.terms(side).stream()
                .map(term -> new Term(path(term.path(), axis, equation), term.minus(), term.lastYear()))
                .toList();
    }

    /** The path of a leaf by its name or, so that rules outlive an edition, by its former one. */
    private String path(String name, Axis axis, YamlNode item) {
        if (axis.has(name)) {
            return name;
        }
        Optional<String> renamed = axis.leaves().stream()
                .filter(leaf -> leaf.formerPath().equals(name))
                .map(Axis.Leaf::path)
                .findFirst();
        if (renamed.isEmpty()) {
            fields.unknownName(name, axis.leaves().stream().map(Axis.Leaf::path).toList(), item);
        }
        return renamed.orElse(name);
    }

    /** Checks that totals and identities add up figures alone. */
    private void requireFigures(BlockCells cells, Map<String, YamlNode> of) {
        for (Identity rule : cells.block().rules()) {
            boolean rows = rule.along() == Identity.Along.ROWS;
            Axis along = rows ? cells.block().rows() : cells.block().columns();
            Stream.concat(rule.left().stream(), rule.right().stream())
                    .map(Term::path)
                    .filter(along::has)
                    .filter(path -> cells.lines(rule.along()).stream()
                            .anyMatch(line -> !line.cell(path).spec().type().isFigure()))
                    .forEach(path -> diagnostics.add(Diagnostic.error(
                            "words-summed",
                            Objects.requireNonNull(of.get(rows ? "rows" : "columns"))
                                    .place(),
                            path,
                            rule.rule())));
        }
    }

    private void requireWidth(Block block, YamlNode item, int width) {
        if (width > 0 && block.width() > width) {
            diagnostics.add(Diagnostic.error("form-too-wide", item.place(), block.width(), width));
        }
    }

    /** Checks that no two cells of the table have the same path, and that no path leads through a cell. */
    private void requirePaths(BlockCells cells, YamlNode item) {
        for (FormCell cell : cells.cells()) {
            CellPath path = cell.path();
            boolean isTaken = paths.contains(path)
                    || parents.contains(path)
                    || path.parents().stream().anyMatch(paths::contains);
            if (isTaken) {
                diagnostics.add(Diagnostic.error("form-same-path", item.place(), path.inSection()));
            } else if (!path.isSection()) {
                paths.add(path);
                parents.addAll(path.parents());
            }
        }
    }
}

package org.nianbao.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    /** The fields of a block. */
    private static final Set<String> BLOCK = Set.of("corner", "columns", "rows", "identities", "alone", "reserved");

    private static final Pattern EQUATION = Pattern.compile("(.+?) (=|>=|<=) (.+)");

    private final MappingReader fields;
    private final Set<String> rules;
    private final List<String> facts;
    private final String section;

    /** The paths of the cells read so far, and those of the rows and blocks around them. */
    private final Set<CellPath> paths = new HashSet<>();

    private final Set<CellPath> parents = new HashSet<>();

    /**
     * Prepares to read one table.
     *
     * @param rules the ids of the form's rules
     * @param facts the keys of the form's facts
     * @param section key of the table's section
     */
    TableReader(MappingReader fields, Set<String> rules, List<String> facts, String section) {
        this.fields = fields;
        this.rules = rules;
        this.facts = facts;
        this.section = section;
    }

    Table read(YamlNode item) {
        MappingReader of =
                fields.of(item, Set.of("caption", "widths"), blockAnd("small", "landscape", "breaks", "blocks"));
        List<Double> widths = widths(of);
        return new Table(
                of.text("caption").orElse(""),
                widths,
                of.flag("small"),
                of.flag("landscape"),
                of.flag("breaks"),
                blocks(of, widths.size()));
    }

    private static Set<String> blockAnd(String... more) {
        Set<String> all = new HashSet<>(BLOCK);
        Collections.addAll(all, more);
        return all;
    }

    private List<Double> widths(MappingReader table) {
        List<Double> widths = new ArrayList<>();
        for (YamlNode member : table.members("widths")) {
            if (member.text().matches("[0-9]{1,4}(\\.[0-9]{1,4})?") && Double.parseDouble(member.text()) > 0) {
                widths.add(Double.valueOf(member.text()));
            } else {
                fields.wrong(member, "widths", Message.of("a-width"));
            }
        }
        return widths;
    }

    private List<Block> blocks(MappingReader table, int width) {
        Optional<YamlNode> several = table.value("blocks");
        boolean isBlock = table.has("columns") || table.has("rows");
        if (isBlock == several.isPresent()) {
            fields.wrong(table.mapping(), "blocks", Message.of("one-block-or-several"));
            return List.of();
        }
        if (several.isEmpty()) {
            return List.of(block(table, Optional.empty(), width));
        }
        List<Block> blocks = new ArrayList<>();
        several.get().values().forEach((title, item) -> {
            MappingReader of = fields.of(item, Set.of(), blockAnd("title", YamlNode.AFTER));
            blocks.add(block(of, of.text("title").or(() -> Optional.of(title)), width));
        });
        if (blocks.isEmpty()) {
            table.wrong("blocks", Message.of("a-label"));
        }
        return blocks;
    }

    private Block block(MappingReader of, Optional<String> title, int width) {
        Axis columns = new Axis(labels(of, "columns"));
        Axis rows = new Axis(labels(of, "rows"));
        if (columns.roots().isEmpty() && rows.roots().isEmpty()) {
            fields.wrong(of.mapping(), "columns", Message.of("a-label"));
        }
        Block block = new Block(
                title,
                of.text("corner").orElse(""),
                columns,
                rows,
                identities(of, rows, columns),
                of.each(
                        "alone",
                        Set.of("rule", "row"),
                        Set.of("again"),
                        parts -> new Block.ExclusiveRow(rule(parts), row(parts, rows), parts.text("again"))),
                of.each(
                        "reserved",
                        Set.of("rule", "row", "levels"),
                        Set.of(),
                        parts -> new Block.RestrictedRow(rule(parts), row(parts, rows), parts.texts("levels"))));
        BlockCells cells = new BlockCells(section, block);
        requireFigures(cells, of);
        requirePaths(cells, of.mapping());
        if (width > 0 && block.width() > width) {
            fields.error("form-too-wide", of.mapping(), block.width(), width);
        }
        return block;
    }

    private String rule(MappingReader of) {
        return of.rule("rule", rules).orElse("");
    }

    private String row(MappingReader of, Axis rows) {
        return of.value("row").map(item -> path(item.text(), rows, item)).orElse("");
    }

    private List<Label> labels(MappingReader of, String axis) {
        List<Label> labels = new ArrayList<>();
        of.open(axis).forEach((key, item) -> {
            Label label = label(key, item, axis);
            if (label.total().isPresent()
                    && labels.stream().anyMatch(other -> other.total().isPresent())) {
                fields.wrong(item, "total", Message.of("one-total")); // each would be an addend of the other
            }
            labels.add(label);
        });
        of.value(axis)
                .filter(item -> item.isMapping() && labels.isEmpty())
                .ifPresent(item -> fields.wrong(item, axis, Message.of("a-label")));
        return labels;
    }

    private Label label(String key, YamlNode item, String axis) {
        if (item.isScalar()) {
            return Label.plain(key, item.isMissing() || item.isTilde() ? key : item.text());
        }
        Set<String> known = Set.of(
                "label",
                "spanner",
                "total",
                "type",
                "choices",
                "optional",
                "fact",
                "was",
                "single",
                YamlNode.AFTER,
                axis);
        MappingReader of = fields.of(item, Set.of(), known);
        Optional<String> total = of.rule("total", rules);
        List<Label> children = labels(of, axis);
        if (children.isEmpty() && of.has("spanner")) {
            of.wrong("spanner", Message.of("spans-nothing"));
        }
        if (total.isPresent() && !children.isEmpty()) {
            of.wrong("total", Message.of("total-of-labels"));
        }
        return new Label(
                key,
                of.text("label").orElse(key),
                of.flag("spanner"),
                spec(key, of),
                total,
                of.text("was"),
                of.name("single", children.stream().map(Label::key).toList()),
                children);
    }

    private Optional<CellSpec> spec(String key, MappingReader of) {
        Optional<String> fact = of.name("fact", facts);
        Optional<CellType> type = of.oneOf("type", CellType.class);
        List<String> choices = of.texts("choices");
        if (type.filter(CellType::isChosen).isPresent() == choices.isEmpty()) {
            fields.wrong(of.mapping(), key, Message.of("choices-of-a-choice"));
        }
        if (of.has("optional") && type.map(CellType::isFigure).orElse(true)) {
            of.wrong("optional", Message.of("optional-words"));
        }
        return fact.isPresent() || type.isPresent()
                ? Optional.of(new CellSpec(type.orElse(CellType.TEXT), choices, of.flag("optional"), fact))
                : Optional.empty();
    }

    private List<Identity> identities(MappingReader of, Axis rows, Axis columns) {
        return of
                .each(
                        "identities",
                        Set.of("rule"),
                        Set.of("rows", "columns", "warning"),
                        parts -> identity(parts, rows, columns))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Identity> identity(MappingReader of, Axis rows, Axis columns) {
        if (of.has("rows") == of.has("columns")) {
            fields.wrong(of.mapping(), "identities", Message.of("rows-or-columns"));
            return Optional.empty();
        }
        boolean ofRows = of.has("rows");
        YamlNode equation = of.value(ofRows ? "rows" : "columns").orElseThrow();
        Matcher sides = EQUATION.matcher(equation.text());
        if (!sides.matches()) {
            fields.wrong(equation, "identities", Message.of("an-equation"));
            return Optional.empty();
        }
        List<Term> left = terms(sides.group(1), ofRows ? rows : columns, equation);
        List<Term> right = terms(sides.group(3), ofRows ? rows : columns, equation);
        boolean acrossYears = Stream.concat(left.stream(), right.stream()).anyMatch(Term::lastYear);
        return Optional.of(new Identity(
                rule(of),
                ofRows ? Identity.Along.ROWS : Identity.Along.COLUMNS,
                relation(sides.group(2)),
                left,
                right,
                false,
                acrossYears || of.flag("warning")));
    }

    private static Identity.Relation relation(String sign) {
        return Arrays.stream(Identity.Relation.values())
                .filter(relation -> relation.sign().equals(sign))
                .findFirst()
                .orElseThrow();
    }

    private List<Term> terms(String side, Axis axis, YamlNode equation) {
        return CellSums.terms(side).stream()
                .map(term -> new Term(path(term.path(), axis, equation), term.minus(), term.lastYear()))
                .toList();
    }

    /** The path of the leaf that has this path now or, as rules outlive an edition, had it in an earlier one. */
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

    /** Checks that totals and identities add up figures only. */
    private void requireFigures(BlockCells cells, MappingReader of) {
        for (Identity rule : cells.block().rules()) {
            boolean rows = rule.along() == Identity.Along.ROWS;
            Axis along = rows ? cells.block().rows() : cells.block().columns();
            Stream.concat(rule.left().stream(), rule.right().stream())
                    .map(Term::path)
                    .filter(along::has)
                    .filter(path -> cells.lines(rule.along()).stream()
                            .anyMatch(line -> !line.cell(path).spec().type().isFigure()))
                    .forEach(path -> fields.error(
                            "words-summed", of.value(rows ? "rows" : "columns").orElseThrow(), path, rule.rule()));
        }
    }

    /** Checks that each cell of the table has its own path, and that no path leads through a cell. */
    private void requirePaths(BlockCells cells, YamlNode item) {
        for (FormCell cell : cells.cells()) {
            CellPath path = cell.path();
            boolean isTaken = paths.contains(path)
                    || parents.contains(path)
                    || path.parents().stream().anyMatch(paths::contains);
            if (isTaken) {
                fields.error("form-same-path", item, path.inSection());
            } else if (!path.isSection()) {
                paths.add(path);
                parents.addAll(path.parents());
            }
        }
    }
}

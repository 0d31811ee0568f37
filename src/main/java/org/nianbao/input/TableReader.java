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
import org.nianbao.form.CellType;
import org.nianbao.form.Identity;
import org.nianbao.form.Label;
import org.nianbao.form.Table;
import org.nianbao.form.Term;

/** Reads a {@code table} of a {@code form.yaml} and proves that it has no hole. */
final class TableReader {
    /** What a part of a table with a head of its own has. */
    private static final Set<String> BLOCK = Set.of("corner", "columns", "rows", "identities", "alone", "reserved");

    private static final Pattern EQUATION = Pattern.compile("(.+?) (=|>=|<=) (.+)");

    private final Diagnostics diagnostics;
    private final MappingReader fields;
    private final Set<String> rules;
    private final List<String> facts;

    /**
     * Prepares to read.
     *
     * @param rules the ids that the form explains
     * @param facts the keys of the form's facts
     */
    TableReader(Diagnostics diagnostics, MappingReader fields, Set<String> rules, List<String> facts) {
        this.diagnostics = diagnostics;
        this.fields = fields;
        this.rules = rules;
        this.facts = List.copyOf(facts);
    }

    /** The table, or nothing where {@code diagnostics} tells what is wrong. */
    Optional<Table> read(YamlNode item) {
        int before = diagnostics.size();
        Map<String, YamlNode> of =
                fields.of(item, Set.of("caption", "widths"), all(BLOCK, Set.of("small", "breaks", "blocks")));
        List<Double> widths = widths(of);
        List<Block> blocks = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        boolean oneBlock = of.containsKey("columns") || of.containsKey("rows");
        YamlNode several = of.get("blocks");
        if (oneBlock == (several != null)) {
            fields.wrong(item, "blocks", Message.of("one-block-or-several"));
        } else if (several == null) {
            blocks.add(block(item, of, Optional.empty()));
            prove(blocks.get(0), item, widths.size(), paths);
        } else {
            several.entries(diagnostics).forEach((title, entry) -> {
                Map<String, YamlNode> parts =
                        fields.of(entry.value(), Set.of(), all(BLOCK, Set.of("title", YamlNode.AFTER)));
                Block block =
                        block(entry.value(), parts, fields.text(parts, "title").or(() -> Optional.of(title)));
                prove(block, entry.value(), widths.size(), paths);
                blocks.add(block);
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

    private Block block(YamlNode item, Map<String, YamlNode> of, Optional<String> title) {
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
                alone(of, rows),
                reserved(of, rows));
        requireFigures(block, of);
        return block;
    }

    private List<Block.ExclusiveRow> alone(Map<String, YamlNode> of, Axis rows) {
        List<Block.ExclusiveRow> alone = new ArrayList<>();
        for (YamlNode member : fields.members(of, "alone")) {
            Map<String, YamlNode> parts = fields.of(member, Set.of("rule", "row"), Set.of());
            alone.add(new Block.ExclusiveRow(rule(parts, member), row(parts, rows)));
        }
        return alone;
    }

    private List<Block.RestrictedRow> reserved(Map<String, YamlNode> of, Axis rows) {
        List<Block.RestrictedRow> reserved = new ArrayList<>();
        for (YamlNode member : fields.members(of, "reserved")) {
            Map<String, YamlNode> parts = fields.of(member, Set.of("rule", "row", "levels"), Set.of());
            reserved.add(new Block.RestrictedRow(rule(parts, member), row(parts, rows), fields.texts(parts, "levels")));
        }
        return reserved;
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
        fields.open(of, axis).forEach((key, item) -> labels.add(label(key, item, axis)));
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
        return new Label(
                key,
                fields.text(of, "label").orElse(key),
                fields.flag(of, "spanner"),
                takes(key, item, of),
                total,
                fields.text(of, "was"),
                children);
    }

    private Optional<Label.CellSpec> takes(String key, YamlNode item, Map<String, YamlNode> of) {
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
                ? Optional.of(
                        new Label.CellSpec(type.orElse(CellType.TEXT), choices, fields.flag(of, "optional"), fact))
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
        List<String> paths = axis.leaves().stream().map(Axis.Leaf::path).toList();
        if (paths.contains(name)) {
            return name;
        }
        Optional<String> renamed = axis.leaves().stream()
                .filter(leaf -> leaf.formerPath().equals(name))
                .map(Axis.Leaf::path)
                .findFirst();
        if (renamed.isEmpty()) {
            fields.unknownName(name, paths, item);
        }
        return renamed.orElse(name);
    }

    /** What is summed up must be figures. */
    private void requireFigures(Block block, Map<String, YamlNode> of) {
        for (Identity rule : block.rules()) {
            Axis along = rule.terms() == Identity.Along.ROWS ? block.rows() : block.columns();
            Axis across = rule.terms() == Identity.Along.ROWS ? block.columns() : block.rows();
            for (Term term :
                    Stream.concat(rule.left().stream(), rule.right().stream()).toList()) {
                Optional<Axis.Leaf> leaf = along.leaves().stream()
                        .filter(one -> one.path().equals(term.path()))
                        .findFirst();
                boolean words = leaf.isPresent()
                        && across.leaves().stream()
                                .anyMatch(other -> !(rule.terms() == Identity.Along.ROWS
                                                ? block.takes(leaf.get(), other)
                                                : block.takes(other, leaf.get()))
                                        .type()
                                        .isFigure());
                if (words) {
                    YamlNode item =
                            Objects.requireNonNull(of.get(rule.terms() == Identity.Along.ROWS ? "rows" : "columns"));
                    diagnostics.add(Diagnostic.error(
                            "words-summed",
                            item.place(),
                            Message.of("words-summed", term.path(), rule.rule()),
                            Message.of("words-summed.help")));
                }
            }
        }
    }

    private void prove(Block block, YamlNode item, int width, Set<String> paths) {
        if (width > 0 && block.width() > width) {
            diagnostics.add(Diagnostic.error(
                    "form-too-wide",
                    item.place(),
                    Message.of("form-too-wide", block.width(), width),
                    Message.of("form-too-wide.help")));
        }
        for (Axis.Leaf row : block.rows().leaves()) {
            for (Axis.Leaf column : block.columns().leaves()) {
                String path = block.path(row, column);
                if (!path.isEmpty() && (paths.stream().anyMatch(other -> overlap(path, other)) || !paths.add(path))) {
                    diagnostics.add(Diagnostic.error(
                            "form-same-path",
                            item.place(),
                            Message.of("form-same-path", path),
                            Message.of("form-same-path.help")));
                }
            }
        }
    }

    /** Whether one path would stand where the other one, or a part of it, stands. */
    private static boolean overlap(String path, String other) {
        return path.equals(other) || isWithin(path, other) || isWithin(other, path);
    }

    private static boolean isWithin(String path, String outer) {
        return path.length() > outer.length() && path.charAt(outer.length()) == '.' && path.startsWith(outer);
    }
}

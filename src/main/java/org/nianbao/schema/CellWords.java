package org.nianbao.schema;

import static org.nianbao.schema.Explanations.list;
import static org.nianbao.schema.Explanations.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.nianbao.form.Axis;
import org.nianbao.form.CellSpec;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.form.Identity;
import org.nianbao.form.KeyTree;
import org.nianbao.form.Label;
import org.nianbao.form.Section;
import org.nianbao.form.Term;

/** Explains keys of a table: their place, by the labels of the paper form, and their values. */
final class CellWords {
    private final Form form;
    private final Section.TableSection section;

    CellWords(Form form, Section.TableSection section) {
        this.form = form;
        this.section = section;
    }

    /** The heading of a table, or else its caption. */
    static String heading(Section.TableSection section) {
        return section.heading().orElse(section.table().caption());
    }

    /** The labels of a cell's row and column. */
    static String title(FormCell cell) {
        return Stream.of(cell.row(), cell.column())
                .filter(leaf -> !leaf.labels().isEmpty())
                .map(leaf -> leaf.label().oneLine())
                .reduce((row, column) -> say("cell", row, column))
                .orElseThrow();
    }

    /** The rows or columns of a key, and how to write them as numbers. */
    String ofBranch(List<Label> trail, KeyTree keys) {
        return say("branch.about", heading(section), trail(trail)) + pasted(keys);
    }

    /** How to write the rows of a key as numbers, if they are figures; begins with a line break. */
    static String pasted(KeyTree keys) {
        if (!keys.isFigures()) {
            return "";
        }
        List<String> columns = keys.cells().map(cell -> cell.path().lastKey()).toList();
        return "\n" + (keys.isRow() ? say("row.about", columns.size(), list(columns)) : say("rows.pasted"));
    }

    /** The place of a figure, its values, its rules, and its quote in prose; one line each. */
    String of(FormCell cell) {
        List<String> lines = new ArrayList<>();
        lines.add(place(cell));
        lines.add(kind(cell));
        List<String> identities = rules(cell, false);
        if (!identities.isEmpty()) {
            lines.add(say("identity", list(identities)));
        }
        lines.add(say("quote", cell.path()));
        return String.join("\n", lines);
    }

    private String place(FormCell cell) {
        List<String> parts = new ArrayList<>();
        parts.add(heading(section));
        cell.block().title().map(title -> title.replace("\n", "")).ifPresent(parts::add);
        if (!cell.row().labels().isEmpty()) {
            parts.add(say("row", trail(cell.row().labels())));
        }
        if (!cell.column().labels().isEmpty()) {
            parts.add(say("column", trail(cell.column().labels())));
        }
        return say("place", String.join(say("part"), parts));
    }

    private String kind(FormCell cell) {
        CellSpec spec = cell.spec();
        String figure = spec.type().isChosen()
                ? say(spec.type().written() + ".about", list(spec.choices()))
                : say(spec.type().written() + ".about", lastLabel(cell));
        if (!spec.type().isFigure()) {
            return figure;
        }
        List<String> totals = rules(cell, true);
        return figure + (totals.isEmpty() ? say("zero") : say("total", list(totals)));
    }

    /** The label that may name a unit. */
    private static String lastLabel(FormCell cell) {
        Axis.Leaf leaf = cell.column().labels().isEmpty() ? cell.row() : cell.column();
        return leaf.label().oneLine();
    }

    /** The rules that make a cell a total, or its other rules, each with its sentence. */
    private List<String> rules(FormCell cell, boolean total) {
        return cell.block().rules().stream()
                .filter(rule -> rule.total() == total && takesPart(rule, cell))
                .map(Identity::rule)
                .distinct()
                .map(id -> say(
                        "rule", id, Objects.requireNonNull(form.rules().get(id)).zh()))
                .toList();
    }

    private static boolean takesPart(Identity rule, FormCell cell) {
        Axis.Leaf along = rule.along() == Identity.Along.ROWS ? cell.row() : cell.column();
        Predicate<Term> same = term -> !term.lastYear() && term.path().equals(along.path());
        return rule.right().stream().anyMatch(same)
                || (!rule.total() && rule.left().stream().anyMatch(same));
    }

    private static String trail(List<Label> labels) {
        return String.join(say("below"), labels.stream().map(Label::oneLine).toList());
    }
}

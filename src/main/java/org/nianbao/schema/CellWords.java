package org.nianbao.schema;

import static org.nianbao.schema.Explanations.list;
import static org.nianbao.schema.Explanations.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.nianbao.form.Axis;
import org.nianbao.form.Form;
import org.nianbao.form.Identity;
import org.nianbao.form.Label;
import org.nianbao.form.Section;
import org.nianbao.form.Shape;
import org.nianbao.form.Term;

/** Tells where in a table a key stands, by the labels of the paper form, and what may be written there. */
final class CellWords {
    private final Form form;
    private final Section.TableSection section;

    CellWords(Form form, Section.TableSection section) {
        this.form = form;
        this.section = section;
    }

    /** What stands above a table, or else what it is called. */
    static String heading(Section.TableSection section) {
        return section.heading().orElse(section.table().caption());
    }

    /** A label without its line breaks. */
    static String plain(String label) {
        return label.replace("\n", "");
    }

    /** The labels of a cell's row and column. */
    static String title(Shape.Slot slot) {
        return Stream.of(slot.row(), slot.column())
                .filter(leaf -> !leaf.trail().isEmpty())
                .map(leaf -> plain(leaf.label().text()))
                .reduce((row, column) -> say("cell", row, column))
                .orElseThrow();
    }

    /** Which rows or columns a key stands for. */
    String ofBranch(List<Label> trail) {
        return say("branch.about", heading(section), trail(trail));
    }

    /** Where a figure stands, what it may be, which rules it must meet, and how prose quotes it; a line each. */
    String of(Shape.Slot slot) {
        List<String> lines = new ArrayList<>();
        lines.add(place(slot));
        lines.add(kind(slot));
        List<String> identities = rules(slot, false);
        if (!identities.isEmpty()) {
            lines.add(say("identity", list(identities)));
        }
        lines.add(say("quote", slot.path()));
        return String.join("\n", lines);
    }

    private String place(Shape.Slot slot) {
        List<String> parts = new ArrayList<>();
        parts.add(heading(section));
        slot.block().title().map(CellWords::plain).ifPresent(parts::add);
        if (!slot.row().trail().isEmpty()) {
            parts.add(say("row", trail(slot.row().trail())));
        }
        if (!slot.column().trail().isEmpty()) {
            parts.add(say("column", trail(slot.column().trail())));
        }
        return say("place", String.join(say("part"), parts));
    }

    private String kind(Shape.Slot slot) {
        Label.CellSpec takes = slot.takes();
        String figure = takes.type().isChosen()
                ? say(takes.type().written() + ".about", list(takes.choices()))
                : say(takes.type().written() + ".about", lastLabel(slot));
        if (!takes.type().isFigure()) {
            return figure;
        }
        List<String> totals = rules(slot, true);
        return figure + (totals.isEmpty() ? say("zero") : say("total", list(totals)));
    }

    /** The label that may name a unit. */
    private static String lastLabel(Shape.Slot slot) {
        Axis.Leaf leaf = slot.column().trail().isEmpty() ? slot.row() : slot.column();
        return plain(leaf.label().text());
    }

    /** The rules that make a cell a total, or the others that it has part in, each with what it says. */
    private List<String> rules(Shape.Slot slot, boolean total) {
        return slot.block().rules().stream()
                .filter(rule -> rule.total() == total && takesPart(rule, slot))
                .map(Identity::rule)
                .distinct()
                .map(id -> say(
                        "rule", id, Objects.requireNonNull(form.rules().get(id)).zh()))
                .toList();
    }

    private static boolean takesPart(Identity rule, Shape.Slot slot) {
        Axis.Leaf along = rule.terms() == Identity.Along.ROWS ? slot.row() : slot.column();
        Predicate<Term> same = term -> !term.lastYear() && term.path().equals(along.path());
        return rule.right().stream().anyMatch(same)
                || (!rule.total() && rule.left().stream().anyMatch(same));
    }

    private static String trail(List<Label> labels) {
        return String.join(
                say("below"),
                labels.stream().map(Label::text).map(CellWords::plain).toList());
    }
}

package org.nianbao.schema;

import static org.nianbao.schema.Explanations.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nianbao.form.CellType;
import org.nianbao.form.Form;
import org.nianbao.form.Label;
import org.nianbao.form.Section;
import org.nianbao.form.Shape;

/** The schema of a table: its keys as the form nests them, a figure at each end. */
final class TableSchema {
    private final Json json;
    private final Section.TableSection section;
    private final CellWords words;

    TableSchema(Json json, Form form, Section.TableSection section) {
        this.json = json;
        this.section = section;
        this.words = new CellWords(form, section);
    }

    void write() {
        json.object(section.key(), () -> {
            json.text("title", CellWords.heading(section));
            json.text("description", say("table.about", section.table().caption()));
            json.text("type", "object");
            members(Shape.of(section).children(), List.of());
        });
    }

    private void members(Map<String, Shape> children, List<Label> above) {
        json.object(
                "properties",
                () -> children.forEach((key, child) -> {
                    List<Label> trail = new ArrayList<>(above);
                    child.label().ifPresent(trail::add);
                    json.object(key, () -> {
                        if (child.slot().isPresent()) {
                            figure(child.slot().get());
                        } else {
                            branch(child, trail);
                        }
                    });
                }));
        json.flag("additionalProperties", false);
    }

    private void branch(Shape shape, List<Label> trail) {
        json.text("title", CellWords.plain(trail.get(trail.size() - 1).text()));
        json.text("description", words.ofBranch(trail));
        json.text("type", "object");
        members(shape.children(), trail);
    }

    private void figure(Shape.Slot slot) {
        json.text("title", CellWords.title(slot));
        json.text("description", words.of(slot));
        value(slot);
        slot.onlyColumn().ifPresent(column -> orBehind(column, slot));
    }

    private void value(Shape.Slot slot) {
        Label.CellSpec takes = slot.takes();
        String choices = Explanations.list(takes.choices());
        if (takes.type().isChosen()) {
            chosen(takes, slot.onlyColumn().isPresent());
        } else {
            json.texts("type", types(slot));
            if (takes.type().isFigure() && takes.type() != CellType.CHANGE) {
                json.number("minimum", 0);
            }
            if (takes.type() == CellType.MONEY) {
                json.number("maximum", 0); // any other sum has its unit and is text
            }
            json.text("pattern", takes.type().isFigure() ? "^(?:" + takes.type().pattern() + ")$" : Patterns.ONE_LINE);
        }
        json.text("errorMessage", say(takes.type().written() + ".mistake", choices));
    }

    /** A word of the form, blank, or of several a list; behind the column's key they are said again. */
    private void chosen(Label.CellSpec takes, boolean alsoBehindColumn) {
        List<String> others = alsoBehindColumn ? List.of("null", "object") : List.of("null");
        List<Runnable> kinds = new ArrayList<>();
        kinds.add(() -> json.words("enum", takes.choices()));
        kinds.add(() -> json.texts("type", others));
        if (takes.type() == CellType.CHOICES) {
            kinds.add(() -> {
                json.text("type", "array");
                json.object("items", () -> json.words("enum", takes.choices()));
                json.flag("uniqueItems", true);
                json.number("minItems", 1);
            });
        }
        json.objects("anyOf", kinds, Runnable::run);
    }

    /** A figure may stand behind its column's key too. That is said apart, so that editors propose the short way. */
    private void orBehind(String column, Shape.Slot slot) {
        json.objects("allOf", List.of(column), key -> {
            json.object("properties", () -> json.object(key, () -> figure(slot.insideOnlyColumn())));
            json.flag("additionalProperties", false);
        });
    }

    private static List<String> types(Shape.Slot slot) {
        CellType type = slot.takes().type();
        String number = type == CellType.COUNT || type == CellType.CHANGE ? "integer" : "number";
        return slot.onlyColumn().isPresent()
                ? List.of(number, "string", "null", "object")
                : List.of(number, "string", "null");
    }
}

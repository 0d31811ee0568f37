package org.nianbao.schema;

import static org.nianbao.schema.Explanations.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.form.CellSpec;
import org.nianbao.form.CellType;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.form.KeyTree;
import org.nianbao.form.Label;
import org.nianbao.form.Section;

/** The schema of a table: its keys as the form nests them, a figure at each end. */
final class TableSchema {
    private final Json json;
    private final Form form;
    private final Section.TableSection section;
    private final CellWords words;

    TableSchema(Json json, Form form, Section.TableSection section) {
        this.json = json;
        this.form = form;
        this.section = section;
        this.words = new CellWords(form, section);
    }

    void write() {
        json.object(section.key(), () -> {
            json.text("title", CellWords.heading(section));
            json.text("description", say("table.about", section.table().caption()));
            json.text("type", "object");
            members(form.cells().keys(section.key()).children(), List.of());
        });
    }

    private void members(Map<String, KeyTree> children, List<Label> above) {
        json.object(
                "properties",
                () -> children.forEach((key, child) -> {
                    List<Label> trail = new ArrayList<>(above);
                    child.label().ifPresent(trail::add);
                    json.object(key, () -> {
                        if (child.cell().isPresent()) {
                            figure(child.cell().get(), child.cell().get().onlyColumn());
                        } else {
                            branch(child, trail);
                        }
                    });
                }));
        json.flag("additionalProperties", false);
    }

    private void branch(KeyTree keys, List<Label> trail) {
        json.text("title", trail.get(trail.size() - 1).oneLine());
        json.text("description", words.ofBranch(trail));
        json.text("type", "object");
        members(keys.children(), trail);
    }

    /** @param onlyColumn the key that the figure may also stand behind, if there is one */
    private void figure(FormCell cell, Optional<String> onlyColumn) {
        json.text("title", CellWords.title(cell));
        json.text("description", words.of(cell));
        value(cell, onlyColumn.isPresent());
        onlyColumn.ifPresent(column -> orBehind(column, cell));
    }

    private void value(FormCell cell, boolean alsoBehindColumn) {
        CellSpec spec = cell.spec();
        String choices = Explanations.list(spec.choices());
        if (spec.type().isChosen()) {
            chosen(spec, alsoBehindColumn);
        } else {
            json.texts("type", types(spec.type(), alsoBehindColumn));
            if (spec.type().isFigure() && spec.type() != CellType.CHANGE) {
                json.number("minimum", 0);
            }
            if (spec.type() == CellType.MONEY) {
                json.number("maximum", 0); // any other sum has its unit and is text
            }
            json.text("pattern", spec.type().isFigure() ? "^(?:" + spec.type().pattern() + ")$" : Patterns.ONE_LINE);
        }
        json.text("errorMessage", say(spec.type().written() + ".mistake", choices));
    }

    /** A word of the form, blank, or of several a list; behind the column's key they are said again. */
    private void chosen(CellSpec spec, boolean alsoBehindColumn) {
        List<String> others = alsoBehindColumn ? List.of("null", "object") : List.of("null");
        List<Runnable> kinds = new ArrayList<>();
        kinds.add(() -> json.words("enum", spec.choices()));
        kinds.add(() -> json.texts("type", others));
        if (spec.type() == CellType.CHOICES) {
            kinds.add(() -> {
                json.text("type", "array");
                json.object("items", () -> json.words("enum", spec.choices()));
                json.flag("uniqueItems", true);
                json.number("minItems", 1);
            });
        }
        json.objects("anyOf", kinds, Runnable::run);
    }

    /** A figure may stand behind its column's key too. That is said apart, so that editors propose the short way. */
    private void orBehind(String column, FormCell cell) {
        json.objects("allOf", List.of(column), key -> {
            json.object("properties", () -> json.object(key, () -> figure(cell, Optional.empty())));
            json.flag("additionalProperties", false);
        });
    }

    private static List<String> types(CellType type, boolean alsoBehindColumn) {
        String number = type == CellType.COUNT || type == CellType.CHANGE ? "integer" : "number";
        return alsoBehindColumn ? List.of(number, "string", "null", "object") : List.of(number, "string", "null");
    }
}

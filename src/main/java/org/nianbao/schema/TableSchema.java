package org.nianbao.schema;

import static org.nianbao.schema.Explanations.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nianbao.form.CellSpec;
import org.nianbao.form.CellType;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.form.KeyTree;
import org.nianbao.form.Label;
import org.nianbao.form.Section;

/** The schema of a table: keys nested as in the form, with figures as leaves. */
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
        json.property(
                section.key(),
                CellWords.heading(section),
                say("table.about", section.table().caption()),
                () -> {
                    json.text("type", "object");
                    members(form.cells().keys(section.key()).children(), List.of());
                });
    }

    private void members(Map<String, KeyTree> children, List<Label> above) {
        json.object(
                "properties",
                () -> children.forEach((key, child) -> {
                    if (child.cell().isPresent()) {
                        figure(key, child.cell().get(), child.cell().get().onlyColumn());
                    } else {
                        branch(key, child, above);
                    }
                }));
        json.flag("additionalProperties", false);
    }

    private void branch(String key, KeyTree keys, List<Label> above) {
        Label label = keys.label().orElseThrow();
        List<Label> trail = Stream.concat(above.stream(), Stream.of(label)).toList();
        json.property(key, label.oneLine(), words.ofBranch(trail), () -> {
            json.text("type", "object");
            members(keys.children(), trail);
        });
    }

    /** @param onlyColumn key of the only column, which may stand between the key and the figure */
    private void figure(String key, FormCell cell, Optional<String> onlyColumn) {
        json.property(key, CellWords.title(cell), words.of(cell), () -> {
            value(cell, onlyColumn.isPresent());
            onlyColumn.ifPresent(column -> behindColumn(column, cell));
        });
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
                json.number("maximum", 0); // other amounts have a unit, so they are text
            }
            json.text("pattern", spec.type().isFigure() ? "^(?:" + spec.type().pattern() + ")$" : Patterns.ONE_LINE);
        }
        json.text("errorMessage", say(spec.type().written() + ".mistake", choices));
    }

    /** A choice of the form, blank, or a list of choices. */
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

    /** The key of the only column with the figure. Separate, so that editors propose the short form. */
    private void behindColumn(String column, FormCell cell) {
        json.objects("allOf", List.of(column), key -> {
            json.object("properties", () -> figure(key, cell, Optional.empty()));
            json.flag("additionalProperties", false);
        });
    }

    private static List<String> types(CellType type, boolean alsoBehindColumn) {
        String number = type == CellType.COUNT || type == CellType.CHANGE ? "integer" : "number";
        return alsoBehindColumn ? List.of(number, "string", "null", "object") : List.of(number, "string", "null");
    }
}

package org.nianbao.schema;

import static org.nianbao.schema.Explanations.list;
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
import org.nianbao.json.JsonWriter;

/** The schema of a table: keys nested as in the form, with figures as leaves. */
final class TableSchema extends SchemaPart {
    private final Section.TableSection section;
    private final CellWords words;

    TableSchema(JsonWriter json, Form form, Section.TableSection section) {
        super(json, form);
        this.section = section;
        this.words = new CellWords(form, section);
    }

    @Override
    void write() {
        property(
                section.key(),
                CellWords.heading(section),
                say("table.about", section.table().caption())
                        + CellWords.pasted(form.cells().keys(section.key())),
                () -> {
                    KeyTree keys = form.cells().keys(section.key());
                    pasted(keys);
                    members(keys.children(), List.of());
                });
    }

    private void members(Map<String, KeyTree> children, List<Label> above) {
        properties(() -> children.forEach((key, child) -> child.cell()
                .ifPresentOrElse(cell -> figure(key, cell, cell.onlyColumn()), () -> branch(key, child, above))));
    }

    private void branch(String key, KeyTree keys, List<Label> above) {
        Label label = keys.label().orElseThrow();
        List<Label> trail = Stream.concat(above.stream(), Stream.of(label)).toList();
        property(key, label.oneLine(), words.ofBranch(trail, keys), () -> {
            pasted(keys);
            members(keys.children(), trail);
        });
    }

    /** Besides keys, the figures of a row, or rows with their labels below a bar. */
    private void pasted(KeyTree keys) {
        if (!keys.isFigures()) {
            types("object");
            return;
        }
        if (keys.isRow()) {
            int figures = Math.toIntExact(keys.cells().count());
            types("object", "string", "array");
            json.object("items", () -> types("number", "string", "null"));
            json.number("minItems", figures);
            json.number("maxItems", figures);
        } else {
            types("object", "string");
        }
        json.text("pattern", keys.isRow() ? Patterns.row(keys.cells().count()) : Patterns.ROWS);
    }

    /** @param onlyColumn key of the only column, which may stand between the key and the figure */
    private void figure(String key, FormCell cell, Optional<String> onlyColumn) {
        property(key, CellWords.title(cell), words.of(cell), () -> {
            value(cell, onlyColumn.isPresent());
            onlyColumn.ifPresent(column -> behindColumn(column, cell));
        });
    }

    private void value(FormCell cell, boolean alsoBehindColumn) {
        CellSpec spec = cell.spec();
        if (spec.type().isChosen()) {
            chosen(spec, alsoBehindColumn);
        } else {
            boolean isInteger = spec.type() == CellType.COUNT || spec.type() == CellType.CHANGE;
            List<String> types = new ArrayList<>(List.of(isInteger ? "integer" : "number", "string", "null"));
            if (alsoBehindColumn) {
                types.add("object");
            }
            json.values("type", types);
            if (spec.type().isFigure() && spec.type() != CellType.CHANGE) {
                json.number("minimum", 0);
            }
            if (spec.type() == CellType.MONEY) {
                json.number("maximum", 0); // other amounts have a unit, so they are text
            }
            json.text("pattern", spec.type().isFigure() ? "^(?:" + spec.type().pattern() + ")$" : Patterns.ONE_LINE);
        }
        mistake(spec.type().written() + ".mistake", list(spec.choices()));
    }

    /** A choice of the form, blank, or a list of choices. */
    private void chosen(CellSpec spec, boolean alsoBehindColumn) {
        List<Runnable> kinds = new ArrayList<>();
        kinds.add(() -> choices(spec.choices()));
        kinds.add(() -> json.values("type", alsoBehindColumn ? List.of("null", "object") : List.of("null")));
        if (spec.type() == CellType.CHOICES) {
            kinds.add(() -> {
                types("array");
                json.object("items", () -> choices(spec.choices()));
                json.flag("uniqueItems", true);
                json.number("minItems", 1);
            });
        }
        json.objects("anyOf", kinds, Runnable::run);
    }

    /** The key of the only column with the figure. Separate, so that editors propose the short form. */
    private void behindColumn(String column, FormCell cell) {
        json.objects("allOf", List.of(column), key -> {
            properties(() -> figure(key, cell, Optional.empty()));
        });
    }
}

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
import org.nianbao.input.Keywords;
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
                    properties(() -> {
                        children(keys.children(), List.of());
                        words(keys);
                    });
                });
    }

    private void children(Map<String, KeyTree> children, List<Label> above) {
        children.forEach((key, child) -> child.cell()
                .ifPresentOrElse(cell -> figure(key, cell, cell.onlyColumn()), () -> branch(key, child, above)));
    }

    /** The words above and below the table, and its rows pasted beside them. */
    private void words(KeyTree keys) {
        if (!keys.children().containsKey(Keywords.OPENING)) {
            property(Keywords.OPENING, say("opening.about"), () -> types("string"));
        }
        if (!keys.children().containsKey(Keywords.NOTE)) {
            property(Keywords.NOTE, say("notes.about"), () -> {
                types("string", "array");
                json.object("items", () -> types("string", "number"));
                json.number("minItems", 1);
            });
        }
        if (!keys.children().containsKey(Keywords.ROWS) && keys.isFigures()) {
            property(Keywords.ROWS, say("rows.pasted"), () -> {
                types("string");
                json.text("pattern", keys.isRow() ? Patterns.row(keys.cells().count()) : Patterns.ROWS);
            });
        }
    }

    private void branch(String key, KeyTree keys, List<Label> above) {
        Label label = keys.label().orElseThrow();
        List<Label> trail = Stream.concat(above.stream(), Stream.of(label)).toList();
        property(key, label.oneLine(), words.ofBranch(trail, keys), () -> {
            pasted(keys);
            properties(() -> children(keys.children(), trail));
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
            if (onlyColumn.isPresent() || cell.isFigure()) {
                behindKeys(onlyColumn, cell);
            }
        });
    }

    private void value(FormCell cell, boolean alsoBehindColumn) {
        CellSpec spec = cell.spec();
        if (spec.type().isChosen()) {
            chosen(spec, alsoBehindColumn);
        } else {
            boolean isInteger = spec.type() == CellType.COUNT || spec.type() == CellType.CHANGE;
            List<String> types = new ArrayList<>(List.of(isInteger ? "integer" : "number", "string", "null"));
            if (alsoBehindColumn || cell.isFigure()) {
                types.add("object");
            }
            json.values("type", types);
            if (spec.type().isFigure() && spec.type() != CellType.CHANGE) {
                json.number("minimum", 0);
            }
            if (spec.type() == CellType.MONEY) {
                json.number("maximum", 0); // other amounts have a unit, so they are text
            }
            json.text("pattern", spec.type().isFigure() ? Patterns.figure(spec.type()) : Patterns.ONE_LINE);
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

    /** The key of the only column with the figure, or a figure with its note. Separate, so that editors propose the short form. */
    private void behindKeys(Optional<String> column, FormCell cell) {
        json.objects("allOf", List.of(cell), own -> {
            if (column.isEmpty()) {
                json.text("$ref", "#/definitions/noted");
            } else {
                properties(() -> {
                    figure(column.get(), own, Optional.empty());
                    noted();
                });
            }
        });
    }

    /** The definition of a figure with its note. */
    void define() {
        json.object("definitions", () -> json.object("noted", () -> properties(this::noted)));
    }

    private void noted() {
        property(Keywords.FIGURE, say("noted.about"), () -> types("number", "string"));
        property(Keywords.NOTE, say("note.about"), () -> {
            types("string", "number");
            json.text("pattern", Patterns.ONE_LINE);
        });
    }
}

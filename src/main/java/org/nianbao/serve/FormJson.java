package org.nianbao.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.nianbao.form.CellPath;
import org.nianbao.form.CellSpec;
import org.nianbao.form.CellType;
import org.nianbao.form.ChartSpec;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.form.Section;
import org.nianbao.json.JsonWriter;
import org.nianbao.report.Report;
import org.nianbao.template.TableLayout;
import org.nianbao.template.TableLayout.LayoutCell;

/** Writes the form of a report as a browser draws it: its facts, its sections, the grids of its tables. */
record FormJson(Report report, JsonWriter out) {
    void write() {
        Form form = report.form();
        out.text("title", form.name());
        out.number("edition", form.edition());
        out.objects("facts", form.facts(), this::fact);
        List<Section> sections = form.sections();
        out.objects("sections", sections, section -> section(section, sections.indexOf(section) + 1));
        out.objects("switches", switches(form), this::chart);
    }

    /** The charts that need no figures of earlier years. */
    private static List<ChartSpec> switches(Form form) {
        return form.charts().stream()
                .filter(chart -> chart.layout() != ChartSpec.Layout.YEARS)
                .toList();
    }

    private void chart(ChartSpec chart) {
        out.text("path", ChartEdit.PREFIX + chart.key());
        out.text("label", chart.title());
    }

    private void fact(Fact fact) {
        out.text("path", fact.key());
        out.text("label", fact.key());
        out.text("type", fact.type().name().toLowerCase(Locale.ROOT));
        out.flag("required", fact.required());
        if (!fact.choices().isEmpty()) {
            out.values("choices", fact.choices());
        }
    }

    private void section(Section section, int number) {
        out.number("number", number);
        out.text("title", section.heading().orElse(section.key()));
        out.text("path", section.key());
        if (section instanceof Section.TableSection table) {
            out.text("kind", "table");
            int tables = report.form().tables().indexOf(table) + 1;
            out.objects("tables", List.of(TableLayout.of(report, table, tables)), layout -> table(layout, table));
        } else {
            out.text("kind", "prose");
            out.flag("required", section instanceof Section.ProseSection prose && prose.required());
        }
    }

    private void table(TableLayout layout, Section.TableSection section) {
        out.text("caption", layout.caption());
        out.text("path", section.key());
        out.number("columns", layout.widths().size());
        out.values("widths", layout.widths());
        List<List<LayoutCell>> rows = new ArrayList<>(layout.head());
        layout.groups().forEach(rows::addAll);
        out.number("headRows", layout.head().size());
        out.rows("rows", rows, this::cell);
    }

    private void cell(LayoutCell cell) {
        if (cell.header()) {
            out.text("text", String.join("\n", cell.lines()));
            out.flag("head", true);
            if (cell.title()) {
                out.flag("title", true);
            }
        } else {
            out.text("path", cell.path());
            Optional<FormCell> known = report.form().cells().find(new CellPath(cell.path()));
            known.ifPresent(this::type);
        }
        out.number("rowspan", cell.rowspan());
        out.number("colspan", cell.colspan());
    }

    private void type(FormCell cell) {
        CellSpec spec = cell.spec();
        CellType type = spec.type();
        out.text("type", type.written());
        out.text(
                "label",
                Stream.of(cell.row(), cell.column())
                        .filter(leaf -> !leaf.labels().isEmpty())
                        .map(leaf -> leaf.label().oneLine())
                        .reduce((row, column) -> row + "，" + column)
                        .orElse(cell.path().lastKey()));
        if (cell.isTotal()) {
            out.flag("total", true);
        }
        if (spec.fact().isPresent()) {
            out.text("fact", spec.fact());
        }
        if (!spec.choices().isEmpty()) {
            out.values("choices", spec.choices());
        }
    }
}

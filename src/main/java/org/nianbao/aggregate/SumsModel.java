package org.nianbao.aggregate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nianbao.form.Cell;
import org.nianbao.form.CellPath;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.form.Section;
import org.nianbao.report.Report;
import org.nianbao.report.Units;
import org.nianbao.template.TableLayout;

/** How sums are made up, as data for {@code sums.ftlh}; {@code templates.md} lists the names. */
public final class SumsModel {
    /** So many units of a cell are named, the largest of each group; a page with more is of no use. */
    private static final int NAMED = 200;

    private final Selection selection;
    private final Total total;

    private SumsModel(Selection selection, Total total) {
        this.selection = selection;
        this.total = total;
    }

    /**
     * The model.
     *
     * @param language of the page (BCP 47)
     * @param producer the program and its version
     */
    public static Map<String, Object> of(Selection selection, Total total, String language, String producer) {
        Map<String, Object> model = new SumsModel(selection, total).model();
        model.put("lang", language);
        model.put("program", producer);
        return model;
    }

    private Map<String, Object> model() {
        Selection.Whole whole = selection.whole();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("form", total.kind().form().name());
        model.put("agency", whole.agency());
        model.put("year", String.valueOf(whole.year()));
        model.put("parts", total.parts().size());
        model.put("groups", grouped(total.parts(), UnitFigures::group, UnitFigures::name));
        model.put("missing", grouped(selection.missing(), Units.Unit::group, Units.Unit::name));
        model.put("leftOut", selection.leftOut());
        model.put("tables", tables(whole));
        Map<String, Object> sums = new LinkedHashMap<>();
        int groups =
                (int) total.parts().stream().map(UnitFigures::group).distinct().count();
        int named = Math.max(3, NAMED / groups);
        for (String path : total.kind().paths()) {
            if (total.counts(path)) {
                sums.put(path, sum(path, named));
            }
        }
        model.put("sums", sums);
        return model;
    }

    private static <T> List<Map<String, Object>> grouped(
            List<T> all, Function<T, String> group, Function<T, String> name) {
        Map<String, List<String>> groups = all.stream()
                .collect(Collectors.groupingBy(
                        group, LinkedHashMap::new, Collectors.mapping(name, Collectors.toList())));
        List<Map<String, Object>> model = new ArrayList<>();
        groups.forEach((key, names) -> model.add(Map.of("name", key, "units", names)));
        return model;
    }

    private List<Map<String, Object>> tables(Selection.Whole whole) {
        Form form = total.kind().form();
        Map<CellPath, Cell> cells = new LinkedHashMap<>();
        for (FormCell cell : total.kind().cells()) {
            cells.put(cell.path(), total.cell(cell.path().dotted()));
        }
        Map<String, String> facts = new LinkedHashMap<>();
        form.fact(Fact.Role.AGENCY).ifPresent(fact -> facts.put(fact.key(), whole.agency()));
        Report report = new Report(form, facts, Optional.empty(), Map.of(), cells);
        List<Map<String, Object>> tables = new ArrayList<>();
        for (Section.TableSection section : form.tables()) {
            tables.add(Map.of(
                    "heading",
                    section.heading().orElse(section.key()),
                    "table",
                    TableLayout.of(report, section, tables.size() + 1)));
        }
        return tables;
    }

    private Map<String, Object> sum(String path, int named) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("text", total.cell(path).text());
        model.put("blank", total.blanks(path));
        model.put(
                "groups",
                total.groups(path).stream()
                        .filter(group -> !group.units().isEmpty())
                        .map(group -> group(group, named))
                        .toList());
        return model;
    }

    private static Map<String, Object> group(Total.GroupShare group, int named) {
        List<Total.Share> others = group.units().stream().skip(named).toList();
        return Map.of(
                "name", group.name(),
                "value", group.value().toPlainString(),
                "units",
                        group.units().stream()
                                .limit(named)
                                .map(unit -> Map.of(
                                        "name",
                                        unit.name(),
                                        "value",
                                        unit.value().toPlainString()))
                                .toList(),
                "others", others.size(),
                "othersValue",
                        others.stream()
                                .map(Total.Share::value)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .toPlainString());
    }
}

package org.nianbao.aggregate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.aggregate.Total.GroupShare;
import org.nianbao.aggregate.Total.Share;
import org.nianbao.form.Cell;
import org.nianbao.form.CellPath;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.form.Section;
import org.nianbao.report.Report;
import org.nianbao.template.TableLayout;
import org.nianbao.template.TemplateData;

/**
 * The data of {@code sums.ftlh}; {@code templates.md} documents it.
 *
 * @param parts number of reports that count
 * @param sums by path, of the cells that are not zero
 */
@TemplateData
public record SumsPage(
        String form,
        String agency,
        int year,
        int parts,
        List<UnitGroup> groups,
        List<UnitGroup> missing,
        List<String> leftOut,
        List<SumTable> tables,
        Map<String, CellSum> sums) {
    /** Maximum number of units shown for a cell, the largest of each group. */
    private static final int SHOWN = 200;

    /** A table of the form, filled with the sums. */
    @TemplateData
    public record SumTable(String heading, TableLayout table) {}

    /**
     * The sum of a cell.
     *
     * @param text as a report prints it; empty if it is unknown
     * @param blank names of the units in which the cell is blank
     */
    @TemplateData
    public record CellSum(String text, List<String> blank, List<GroupSum> groups) {}

    /**
     * The sum of a group.
     *
     * @param units the largest
     * @param others number of the other units
     */
    @TemplateData
    public record GroupSum(String name, BigDecimal value, List<Share> units, int others, BigDecimal othersValue) {
        static GroupSum of(GroupShare group, int shown) {
            List<Share> others = group.units().stream().skip(shown).toList();
            return new GroupSum(
                    group.name(),
                    group.value(),
                    group.units().stream().limit(shown).toList(),
                    others.size(),
                    Share.sum(others));
        }
    }

    static SumsPage of(Selection selection, Total total) {
        Selection.Whole whole = selection.whole();
        List<UnitGroup> groups = total.groups();
        int shown = Math.max(3, SHOWN / groups.size());
        Map<String, CellSum> sums = new LinkedHashMap<>();
        total.schema().paths().stream()
                .filter(total::counts)
                .forEach(path -> sums.put(
                        path,
                        new CellSum(
                                total.cell(path).text(),
                                total.blanks(path),
                                total.groups(path).stream()
                                        .filter(group -> !group.units().isEmpty())
                                        .map(group -> GroupSum.of(group, shown))
                                        .toList())));
        return new SumsPage(
                total.schema().form().name(),
                whole.agency(),
                whole.year(),
                total.parts().size(),
                groups,
                selection.missing(),
                selection.leftOut(),
                tables(whole, total),
                sums);
    }

    private static List<SumTable> tables(Selection.Whole whole, Total total) {
        Form form = total.schema().form();
        Map<CellPath, Cell> cells = new LinkedHashMap<>();
        for (FormCell cell : total.schema().cells()) {
            cells.put(cell.path(), total.cell(cell.path().dotted()));
        }
        Map<String, String> facts = form.fact(Fact.Role.AGENCY)
                .map(fact -> Map.of(fact.key(), whole.agency()))
                .orElse(Map.of());
        Report report = new Report(form, facts, Optional.empty(), Map.of(), cells);
        List<SumTable> tables = new ArrayList<>();
        for (Section.TableSection section : form.tables()) {
            TableLayout table = TableLayout.of(report, section, tables.size() + 1);
            tables.add(new SumTable(section.heading().orElse(section.key()), table));
        }
        return tables;
    }
}

package org.nianbao.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nianbao.form.CellType;
import org.nianbao.template.TemplateData;

/**
 * The differences between reports of one form, cell by cell and sentence by sentence.
 *
 * @param reports by year, then by agency; other records refer to them by number, from 0
 * @param cells number of cells that at least two of them have
 * @param rows these cells in which the reports differ, in the order of the form
 * @param partial what the editions of only some reports have
 * @param rewritings from the first report to the second if there are two, else from each report to the next of its agency
 * @param copies sections that agencies have in common
 */
@TemplateData
public record Comparison(
        List<Compared> reports,
        int cells,
        List<ComparedRow> rows,
        List<Partial> partial,
        List<Rewriting> rewritings,
        List<Copy> copies) {
    private static final int GREATEST = 5;

    /**
     * What the forms of only some reports have.
     *
     * @param section heading of the section
     * @param item labels of a row of the form
     * @param measures labels of its cells; empty for the whole row
     * @param present numbers of the reports whose form has it
     */
    @TemplateData
    public record Partial(String section, List<String> item, List<String> measures, List<Integer> present) {}

    /** The changed cells of a section. */
    @TemplateData
    public record ChangedSection(String heading, List<ChangedItem> items) {}

    /** The changed cells of an item. */
    @TemplateData
    public record ChangedItem(List<String> item, List<ComparedRow> rows) {}

    /**
     * Compares reports.
     *
     * @param reports at least two that fill the same form, in any edition
     */
    public static Comparison of(List<Compared> reports) {
        List<Compared> ordered = reports.stream()
                .sorted(Comparator.comparing(Compared::year)
                        .thenComparing(Compared::agency)
                        .thenComparing(Compared::name))
                .toList();
        List<ComparedRow> rows =
                ComparedRows.of(ordered.stream().map(Compared::report).toList());
        List<ComparedRow> common =
                rows.stream().filter(row -> row.present().size() > 1).toList();
        return new Comparison(
                ordered,
                common.size(),
                common.stream().filter(ComparedRow::isChanged).toList(),
                partial(rows, ordered.size()),
                rewritings(ordered).stream()
                        .filter(rewriting -> !rewriting.parts().isEmpty())
                        .toList(),
                Copy.among(ordered));
    }

    private static List<Partial> partial(List<ComparedRow> rows, int reports) {
        Map<List<?>, Long> sizes = rows.stream()
                .collect(Collectors.groupingBy(row -> List.of(row.section(), row.item()), Collectors.counting()));
        Map<List<?>, List<ComparedRow>> lacking = rows.stream()
                .filter(row -> row.present().size() < reports)
                .collect(Collectors.groupingBy(
                        row -> List.of(row.section(), row.item(), row.present()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return lacking.values().stream()
                .map(cells -> {
                    ComparedRow first = cells.get(0);
                    boolean whole = !first.item().isEmpty()
                            && Long.valueOf(cells.size()).equals(sizes.get(List.of(first.section(), first.item())));
                    List<String> measures = whole
                            ? List.of()
                            : cells.stream().map(ComparedRow::measure).toList();
                    return new Partial(first.section(), first.item(), measures, first.present());
                })
                .toList();
    }

    private static List<Rewriting> rewritings(List<Compared> ordered) {
        if (ordered.size() == 2) {
            return List.of(Rewriting.of(ordered, 0, 1));
        }
        List<Rewriting> rewritings = new ArrayList<>();
        for (int i = 1; i < ordered.size(); i++) {
            int now = i;
            IntStream.iterate(now - 1, before -> before >= 0, before -> before - 1)
                    .filter(before -> ordered.get(now).isOfSameAgency(ordered.get(before)))
                    .findFirst()
                    .ifPresent(before -> rewritings.add(Rewriting.of(ordered, before, now)));
        }
        return rewritings;
    }

    Compared last() {
        return reports.get(reports.size() - 1);
    }

    /** Name of the form. */
    @TemplateData
    public String form() {
        return reports.get(0).report().form().name();
    }

    @TemplateData
    public boolean oneAgency() {
        return IntStream.range(1, reports.size()).allMatch(i -> reports.get(i).isOfSameAgency(reports.get(i - 1)));
    }

    @TemplateData
    public boolean oneYear() {
        return reports.stream().map(Compared::year).distinct().count() == 1;
    }

    /** Whether the change from the first report to the last means anything: among several agencies it does not. */
    @TemplateData
    public boolean differences() {
        return reports.size() == 2 || oneAgency();
    }

    /** Number of cells in which the reports differ. */
    @TemplateData
    public int changed() {
        return rows.size();
    }

    /** The changed cells by section and item. */
    @TemplateData
    public List<ChangedSection> sections() {
        Map<String, Map<List<String>, List<ComparedRow>>> sections = rows.stream()
                .collect(Collectors.groupingBy(
                        ComparedRow::section,
                        LinkedHashMap::new,
                        Collectors.groupingBy(ComparedRow::item, LinkedHashMap::new, Collectors.toList())));
        return sections.entrySet().stream()
                .map(section -> new ChangedSection(
                        section.getKey(),
                        section.getValue().entrySet().stream()
                                .map(item -> new ChangedItem(item.getKey(), item.getValue()))
                                .toList()))
                .toList();
    }

    /** The counts that changed most, the greatest change first, one of each row of the form. */
    @TemplateData
    public List<ComparedRow> greatest() {
        Map<List<?>, ComparedRow> greatest = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.type() == CellType.COUNT && size(row).signum() > 0)
                .forEach(row -> greatest.merge(
                        List.of(row.section(), row.item()), row, (a, b) -> size(b).compareTo(size(a)) >= 0 ? b : a));
        return greatest.values().stream()
                .sorted(Comparator.comparing(Comparison::size).reversed())
                .limit(differences() ? GREATEST : 0)
                .toList();
    }

    private static BigDecimal size(ComparedRow row) {
        return row.change().map(BigDecimal::abs).orElse(BigDecimal.ZERO);
    }
}

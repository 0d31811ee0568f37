package org.nianbao.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.form.CellType;

/**
 * Reports of one form held against each other, cell by cell and sentence by sentence.
 *
 * @param reports by year, then by agency
 * @param cells how many cells at least two of them have
 * @param changed those of these cells in which the reports differ, in the order of the form
 * @param partial what the forms of some reports have and those of others lack, for they are of different editions
 * @param rewritings of the prose: from the one report to the other if there are two, else from each report to the next one
 *     of the same agency
 * @param copies sections that bodies have in common
 */
public record Comparison(
        List<Compared> reports,
        int cells,
        List<ComparedRow> changed,
        List<Partial> partial,
        List<Rewriting> rewritings,
        List<Copy> copies) {
    /** As many as a summary names. */
    private static final int GREATEST = 5;

    public Comparison {
        reports = List.copyOf(reports);
        changed = List.copyOf(changed);
        partial = List.copyOf(partial);
        rewritings = List.copyOf(rewritings);
        copies = List.copyOf(copies);
    }

    /**
     * What the forms of some reports have and those of others lack.
     *
     * @param section heading of the section
     * @param item labels of a row of the form
     * @param measures labels of its cells; empty if it is about the whole row
     * @param present numbers of the reports whose form has it, from 0
     */
    public record Partial(String section, List<String> item, List<String> measures, List<Integer> present) {
        public Partial {
            item = List.copyOf(item);
            measures = List.copyOf(measures);
            present = List.copyOf(present);
        }
    }

    /**
     * Compares reports.
     *
     * @param reports at least two, which fill the same form, in whichever editions
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
        Map<List<?>, List<ComparedRow>> items = new LinkedHashMap<>();
        Map<List<?>, List<ComparedRow>> lacking = new LinkedHashMap<>();
        for (ComparedRow row : rows) {
            List<?> item = List.of(row.section(), row.item());
            items.computeIfAbsent(item, unknown -> new ArrayList<>()).add(row);
            if (row.present().size() < reports) {
                lacking.computeIfAbsent(List.of(item, row.present()), unknown -> new ArrayList<>())
                        .add(row);
            }
        }
        return lacking.values().stream()
                .map(cells -> {
                    ComparedRow first = cells.get(0);
                    List<ComparedRow> all = items.getOrDefault(List.of(first.section(), first.item()), List.of());
                    boolean whole = all.size() == cells.size() && !first.item().isEmpty();
                    List<String> measures = whole
                            ? List.of()
                            : cells.stream().map(ComparedRow::measure).toList();
                    return new Partial(first.section(), first.item(), measures, first.present());
                })
                .toList();
    }

    private static List<Rewriting> rewritings(List<Compared> ordered) {
        if (ordered.size() == 2) {
            return List.of(Rewriting.of(ordered.get(0), ordered.get(1)));
        }
        Map<String, Compared> latest = new LinkedHashMap<>();
        List<Rewriting> rewritings = new ArrayList<>();
        for (Compared now : ordered) {
            Optional.ofNullable(latest.put(now.agency(), now))
                    .ifPresent(before -> rewritings.add(Rewriting.of(before, now)));
        }
        return rewritings;
    }

    /** The last report. */
    public Compared last() {
        return reports.get(reports.size() - 1);
    }

    /** Whether all reports are of one agency. */
    public boolean isOfOneAgency() {
        return reports.stream().map(Compared::agency).distinct().count() == 1;
    }

    /** Whether all reports are about one year. */
    public boolean isOfOneYear() {
        return reports.stream().map(Compared::year).distinct().count() == 1;
    }

    /** Whether the difference from the first report to the last one means anything: between many bodies it does not. */
    public boolean hasDifferences() {
        return reports.size() == 2 || isOfOneAgency();
    }

    /** The changed cells whose counts differ most, the greatest difference first, one of each row of the form. */
    public List<ComparedRow> greatest() {
        Map<List<?>, ComparedRow> greatest = new LinkedHashMap<>();
        changed.stream()
                .filter(row -> row.type() == CellType.COUNT && size(row).signum() > 0)
                .forEach(row -> greatest.merge(
                        List.of(row.section(), row.item()), row, (a, b) -> size(b).compareTo(size(a)) >= 0 ? b : a));
        return greatest.values().stream()
                .sorted(Comparator.comparing(Comparison::size).reversed())
                .limit(hasDifferences() ? GREATEST : 0)
                .toList();
    }

    private static BigDecimal size(ComparedRow row) {
        return row.difference().map(BigDecimal::abs).orElse(BigDecimal.ZERO);
    }
}

package org.nianbao.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.nianbao.compare.ComparedRow.ComparedCell;
import org.nianbao.form.BlockCells;
import org.nianbao.form.CellPath;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.form.Label;
import org.nianbao.form.Section;
import org.nianbao.report.Report;

/** Aligns the cells of reports. */
final class ComparedRows {
    private final List<Report> reports;

    /** The paths of each report that have a row. */
    private final List<Set<CellPath>> taken;

    private final List<ComparedRow> rows = new ArrayList<>();

    private ComparedRows(List<Report> reports) {
        this.reports = reports;
        this.taken =
                reports.stream().<Set<CellPath>>map(report -> new HashSet<>()).toList();
    }

    /**
     * The cells of all reports, in the order and with the labels of the newest edition; cells that it lacks come last. A renamed
     * cell is in the row of its new name.
     */
    static List<ComparedRow> of(List<Report> reports) {
        ComparedRows rows = new ComparedRows(reports);
        reports.stream()
                .map(Report::form)
                .distinct()
                .sorted(Comparator.comparing(Form::edition).reversed())
                .forEach(rows::add);
        return rows.rows;
    }

    private void add(Form form) {
        for (Section.TableSection section : form.tables()) {
            String title = section.heading().orElse(section.key());
            for (BlockCells block : form.cells().blocks(section.key())) {
                block.cells().forEach(cell -> add(title, cell));
            }
        }
    }

    private void add(String section, FormCell cell) {
        List<ComparedCell> cells = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            Report report = reports.get(i);
            Optional<CellPath> path =
                    report.counterpart(cell).map(FormCell::path).filter(taken.get(i)::add);
            cells.add(new ComparedCell(
                    path.map(report::cell), path.map(report.words()::note).orElse("")));
        }
        if (cells.stream().anyMatch(ComparedCell::there)) {
            List<String> labels = Stream.of(cell.row(), cell.column())
                    .flatMap(leaf -> leaf.keys().stream())
                    .map(Label::oneLine)
                    .toList();
            int last = labels.size() - 1;
            rows.add(new ComparedRow(
                    section,
                    labels.subList(0, last),
                    labels.get(last),
                    cell.spec().type(),
                    cells));
        }
    }
}

package org.nianbao.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nianbao.form.Axis;
import org.nianbao.form.Block;
import org.nianbao.form.Cell;
import org.nianbao.form.Form;
import org.nianbao.form.Label;
import org.nianbao.form.Section;
import org.nianbao.report.Report;

/** Puts the cells of reports side by side. */
final class ComparedRows {
    private final List<Report> reports;

    /** The paths of each report that stand in a row. */
    private final List<Set<String>> taken;

    private final List<ComparedRow> rows = new ArrayList<>();

    private ComparedRows(List<Report> reports) {
        this.reports = reports;
        this.taken =
                reports.stream().<Set<String>>map(report -> new HashSet<>()).toList();
    }

    /**
     * Every cell of every report, in the order of the newest edition's form and by its labels; what that form lacks comes at
     * the end. What an earlier edition called otherwise stands in the row of its new name.
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
            for (Block block : section.table().blocks()) {
                for (Axis.Leaf row : block.rows().leaves()) {
                    for (Axis.Leaf column : block.columns().leaves()) {
                        add(form, section, block, row, column);
                    }
                }
            }
        }
    }

    private void add(Form form, Section.TableSection section, Block block, Axis.Leaf row, Axis.Leaf column) {
        String path = section.key() + "." + block.path(row, column);
        List<Optional<Cell>> cells = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            Report report = reports.get(i);
            cells.add(report.counterpart(form, path).filter(taken.get(i)::add).map(report::cell));
        }
        if (cells.stream().anyMatch(Optional::isPresent)) {
            List<String> labels = new ArrayList<>();
            row.keys().forEach(label -> labels.add(words(label)));
            column.keys().forEach(label -> labels.add(words(label)));
            int last = labels.size() - 1;
            rows.add(new ComparedRow(
                    section.heading().orElse(section.key()),
                    labels.subList(0, last),
                    labels.get(last),
                    block.takes(row, column).type(),
                    cells));
        }
    }

    private static String words(Label label) {
        return label.text().replace("\n", "");
    }
}

package org.nianbao.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.report.Axis;
import org.nianbao.report.Block;
import org.nianbao.report.Cell;
import org.nianbao.report.Label;
import org.nianbao.report.Report;
import org.nianbao.report.Section;

/** Puts the cells of reports side by side. */
final class Rows {
    private final List<Report> reports;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    private Rows(List<Report> reports) {
        this.reports = reports;
    }

    /** Every cell of every report's form, in the order of the last report's form; what that form lacks comes at the end. */
    static List<Row> of(List<Report> reports) {
        Rows rows = new Rows(reports);
        for (int i = reports.size() - 1; i >= 0; i--) {
            reports.get(i).form().tables().forEach(rows::add);
        }
        return List.copyOf(rows.rows.values());
    }

    private void add(Section.Figures section) {
        for (Block block : section.table().blocks()) {
            for (Axis.Leaf row : block.rows().leaves()) {
                for (Axis.Leaf column : block.columns().leaves()) {
                    String path = section.key() + "." + block.path(row, column);
                    rows.computeIfAbsent(path, unknown -> row(section, row, column, path));
                }
            }
        }
    }

    private Row row(Section.Figures section, Axis.Leaf row, Axis.Leaf column, String path) {
        List<String> labels = new ArrayList<>();
        row.keys().forEach(label -> labels.add(words(label)));
        column.keys().forEach(label -> labels.add(words(label)));
        int last = labels.size() - 1;
        List<Optional<Cell>> cells = reports.stream()
                .map(report -> Optional.of(path).filter(report::has).map(report::cell))
                .toList();
        return new Row(
                section.heading().orElse(section.key()),
                labels.subList(0, last),
                labels.get(last),
                column.label().type(),
                cells);
    }

    private static String words(Label label) {
        return label.text().replace("\n", "");
    }
}

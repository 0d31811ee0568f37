package org.nianbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.foreign.Passage;
import org.nianbao.foreign.TableGrid;
import org.nianbao.foreign.TableGrid.GridCell;

/**
 * Passages as the prose of an input: a paragraph is a line, a table is one of Markdown.
 *
 * @param text of the prose
 * @param doubts about what cannot be taken
 */
record ProseText(String text, List<Diagnostic> doubts) {
    static ProseText of(List<Passage> passages) {
        List<String> blocks = new ArrayList<>();
        List<Diagnostic> doubts = new ArrayList<>();
        for (Passage passage : passages) {
            if (passage instanceof Passage.Paragraph paragraph) {
                blocks.add(paragraph.text());
            } else if (passage instanceof TableGrid grid) {
                blocks.add("\n" + table(grid, doubts) + "\n");
            } else if (passage instanceof Passage.Picture picture) {
                doubts.add(Diagnostic.warning("doubt-picture", picture.place(), picture.description()));
            }
        }
        String text = String.join("\n", blocks).replaceAll("\n{3,}", "\n\n").strip();
        return new ProseText(text, doubts);
    }

    private static String table(TableGrid grid, List<Diagnostic> doubts) {
        int width = IntStream.range(0, grid.height())
                .mapToObj(grid::row)
                .flatMap(List::stream)
                .mapToInt(GridCell::end)
                .max()
                .orElse(1);
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < grid.height(); row++) {
            int index = row;
            lines.add(IntStream.range(0, width)
                    .mapToObj(column -> grid.at(index, column)
                            .filter(cell -> cell.row() == index && cell.column() == column)
                            .map(cell -> cell.text().replaceAll("([\\\\|])", "\\\\$1"))
                            .orElse(""))
                    .collect(Collectors.joining(" | ", "| ", " |")));
            if (row == 0) {
                lines.add("|" + " --- |".repeat(width));
            }
        }
        boolean merged = grid.cells().stream().anyMatch(cell -> cell.columns() > 1)
                || IntStream.range(1, grid.height())
                        .anyMatch(row -> grid.row(row).stream().anyMatch(cell -> cell.row() < row));
        if (merged) {
            doubts.add(Diagnostic.warning("doubt-merged", grid.cells().get(0).place()));
        }
        return String.join("\n", lines);
    }
}

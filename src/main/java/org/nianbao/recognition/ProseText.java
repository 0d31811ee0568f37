package org.nianbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.foreign.DocumentPart;
import org.nianbao.foreign.TableGrid;
import org.nianbao.foreign.TableGrid.ForeignCell;

/**
 * Passages as the prose of an input: a paragraph is a line, an item with a bullet and a table are those of Markdown.
 *
 * @param text of the prose
 * @param doubts about what cannot be taken
 */
record ProseText(String text, List<Diagnostic> doubts) {
    static ProseText of(List<DocumentPart> passages) {
        List<String> blocks = new ArrayList<>();
        List<Diagnostic> doubts = new ArrayList<>();
        boolean inList = false;
        for (DocumentPart passage : passages) {
            if (passage instanceof DocumentPart.TextPart paragraph) {
                boolean item = paragraph.bullet() > 0;
                blocks.add((item == inList ? "" : "\n")
                        + (item ? "  ".repeat(paragraph.bullet() - 1) + "- " : "")
                        + paragraph.text());
                inList = item;
            } else if (passage instanceof TableGrid grid) {
                blocks.add("\n" + table(grid) + "\n");
                if (isMerged(grid)) {
                    doubts.add(Diagnostic.warning(
                            "doubt-merged", grid.cells().get(0).place()));
                }
            } else if (passage instanceof DocumentPart.PicturePart picture) {
                doubts.add(Diagnostic.warning("doubt-picture", picture.place(), picture.description()));
            }
        }
        String text = String.join("\n", blocks).replaceAll("\n{3,}", "\n\n").strip();
        return new ProseText(text, doubts);
    }

    private static String table(TableGrid grid) {
        int width = IntStream.range(0, grid.height())
                .mapToObj(grid::row)
                .flatMap(List::stream)
                .mapToInt(ForeignCell::end)
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
        return String.join("\n", lines);
    }

    private static boolean isMerged(TableGrid grid) {
        return grid.cells().stream().anyMatch(cell -> cell.columns() > 1)
                || IntStream.range(1, grid.height())
                        .anyMatch(row -> grid.row(row).stream().anyMatch(cell -> cell.row() < row));
    }
}

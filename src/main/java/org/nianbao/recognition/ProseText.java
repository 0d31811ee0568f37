package org.nianbao.recognition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.foreign.DocumentPart;
import org.nianbao.foreign.DocumentPart.PicturePart;
import org.nianbao.foreign.DocumentPart.TextPart;
import org.nianbao.foreign.TableGrid;
import org.nianbao.foreign.TableGrid.ForeignCell;

/**
 * Passages as the prose of an input: a paragraph is a line; lists, tables and pictures are those of Markdown.
 *
 * @param text of the prose; the name of a picture is its mark
 * @param pictures by their marks
 * @param doubts about what cannot be taken
 */
record ProseText(String text, Map<String, PicturePart> pictures, List<Diagnostic> doubts) {
    /** Stands for an object in a text (Unicode, 23.8). */
    private static final char OBJECT = '\uFFFC';

    /** In characters; a longer line below a picture is text. */
    private static final int LONGEST_CAPTION = 40;

    private static final Pattern CAPTION = Pattern.compile("图\\s*[0-9一二三四五六七八九十]{1,3}(?![0-9]).*[^。；]");

    /** The prose of a section. */
    static ProseText of(List<DocumentPart> passages) {
        List<String> blocks = new ArrayList<>();
        Map<String, PicturePart> pictures = new LinkedHashMap<>();
        List<Diagnostic> doubts = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            DocumentPart passage = passages.get(i);
            if (passage instanceof TextPart first) {
                List<TextPart> items = items(passages, i);
                blocks.add(items.isEmpty() ? first.text() : ListText.of(items));
                i += Math.max(0, items.size() - 1);
            } else if (passage instanceof TableGrid grid) {
                blocks.add("\n" + table(grid) + "\n");
                if (isMerged(grid)) {
                    doubts.add(Diagnostic.warning(
                            "doubt-merged", grid.cells().get(0).place()));
                }
            } else if (passage instanceof PicturePart picture) {
                PicturePart captioned = captioned(picture, passages, i + 1);
                String mark = OBJECT
                        + "%d.%d.%d"
                                .formatted(
                                        picture.place().page(), picture.place().paragraph(), i)
                        + OBJECT;
                pictures.put(mark, captioned);
                blocks.add(mark);
                i += captioned == passage ? 0 : 1;
            }
        }
        String text = String.join("\n", blocks).replaceAll("\n{3,}", "\n\n").strip();
        return new ProseText(text, pictures, doubts);
    }

    /** The items of lists from a passage on. */
    private static List<TextPart> items(List<DocumentPart> passages, int from) {
        return passages.subList(from, passages.size()).stream()
                .takeWhile(passage -> passage instanceof TextPart item && item.depth() > 0)
                .map(TextPart.class::cast)
                .toList();
    }

    /** A picture; another one, with its caption, if the passage below it is that. */
    static PicturePart captioned(PicturePart picture, List<DocumentPart> passages, int below) {
        boolean captioned = picture.caption().isEmpty() && below < passages.size() && isCaption(passages.get(below));
        return captioned ? picture.with(picture.description(), ((TextPart) passages.get(below)).text()) : picture;
    }

    /** Whether a passage is the line below a picture. */
    static boolean isCaption(DocumentPart passage) {
        return passage instanceof TextPart line
                && line.text().length() <= LONGEST_CAPTION
                && CAPTION.matcher(line.text()).matches();
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

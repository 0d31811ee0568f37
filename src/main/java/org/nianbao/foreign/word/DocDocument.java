package org.nianbao.foreign.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.PicturesTable;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.jspecify.annotations.Nullable;
import org.nianbao.foreign.DocumentPart;
import org.nianbao.foreign.ForeignDocument;
import org.nianbao.foreign.Limits;
import org.nianbao.foreign.Place;
import org.nianbao.foreign.PlainText;
import org.nianbao.foreign.TableGrid;
import org.nianbao.foreign.UnreadableDocument;

/**
 * Reads the main text of a document in the binary format of Word 97 ([MS-DOC]), which WPS writes as {@code .wps}, too.
 * Automatic numbers of lists are not in its text. Not thread-safe.
 */
public final class DocDocument {
    /** In twips: edges of cells that are nearer than this are one. */
    private static final int SAME_EDGE = 30;

    /** Begins the code of a field. */
    private static final char FIELD = '\u0013';

    /** Ends the code of a field and begins its result. */
    private static final char RESULT = '\u0014';

    private static final char FIELD_END = '\u0015';

    private final List<DocumentPart> passages = new ArrayList<>();
    private @Nullable PicturesTable pictures;

    /** In bytes of pictures. */
    private int left = Limits.PICTURES;

    private int paragraphs;
    private int tables;
    private int cells;

    private DocDocument() {}

    /**
     * Reads a file.
     *
     * @throws UnreadableDocument if it is no such document, has a password, or is larger than any report
     */
    public static ForeignDocument read(byte[] bytes) throws UnreadableDocument {
        DocDocument document = new DocDocument();
        try (HWPFDocument word = new HWPFDocument(new ByteArrayInputStream(bytes))) {
            document.pictures = word.getPicturesTable();
            document.flow(word.getRange());
        } catch (EncryptedDocumentException e) {
            throw new UnreadableDocument(UnreadableDocument.Cause.ENCRYPTED, String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) { // POI throws many kinds for damaged files
            throw new UnreadableDocument(UnreadableDocument.Cause.DAMAGED, String.valueOf(e.getMessage()));
        }
        return new ForeignDocument(document.passages);
    }

    private void flow(Range range) throws UnreadableDocument {
        for (int i = 0; i < range.numParagraphs(); i++) {
            Paragraph paragraph = range.getParagraph(i);
            if (paragraph.isInTable()) {
                Table table = range.getTable(paragraph);
                addTable(table);
                i += table.numParagraphs() - 1;
            } else {
                addParagraph(paragraph);
            }
        }
    }

    private void addParagraph(Paragraph paragraph) {
        String text = text(paragraph);
        if (text.indexOf('\u0001') >= 0 || text.indexOf('\u0008') >= 0) {
            passages.add(new DocumentPart.PicturePart("", "", picture(paragraph), Place.paragraph(0, paragraphs + 1)));
        }
        boolean centred = paragraph.getJustification() == 1;
        for (String part : centred ? new String[] {text.replace('\n', ' ')} : text.split("\n")) {
            String line = PlainText.of(part.replaceAll("[\u0001\u0008]", ""));
            if (!line.isEmpty()) {
                passages.add(new DocumentPart.TextPart(line, Place.paragraph(0, ++paragraphs)));
            }
        }
    }

    /** The file of a picture that stands in the text; one that floats over it is a seal more often than not. */
    private byte[] picture(Range paragraph) {
        for (int i = 0; pictures != null && i < paragraph.numCharacterRuns(); i++) {
            CharacterRun run = paragraph.getCharacterRun(i);
            if (pictures.hasPicture(run)) {
                byte[] file = pictures.extractPicture(run, true).getContent();
                left -= file.length;
                return file.length > Limits.PICTURE || left < 0 ? new byte[0] : file;
            }
        }
        return new byte[0];
    }

    /** A table of one row is a frame for the layout of a page. */
    private void addTable(Table table) throws UnreadableDocument {
        if (table.numRows() == 1) {
            for (int i = 0; i < table.numParagraphs(); i++) {
                addParagraph(table.getParagraph(i));
            }
        } else {
            passages.add(grid(table));
        }
    }

    private TableGrid grid(Table table) throws UnreadableDocument {
        List<Integer> edges = edges(table);
        TableGrid.Builder grid = new TableGrid.Builder(0, ++tables);
        for (int r = 0; r < table.numRows(); r++) {
            TableRow row = table.getRow(r);
            grid.newRow();
            int next = 0;
            for (int c = 0; c < row.numCells(); c++) {
                TableCell cell = row.getCell(c);
                int from = column(edges, cell.getLeftEdge());
                int span = Math.max(1, column(edges, cell.getLeftEdge() + cell.getWidth()) - from);
                grid.skip(Math.max(0, from - next));
                next = Math.max(next, from) + span;
                if (cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged()) {
                    grid.continued(span);
                } else {
                    grid.cell(PlainText.of(text(cell)), 1, span);
                }
                if (++cells > Limits.CELLS) {
                    throw UnreadableDocument.tooLarge(cells, UnreadableDocument.SizeUnit.CELLS);
                }
            }
        }
        return grid.build();
    }

    /** The left edges of the table's columns and its right edge, in twips. */
    private static List<Integer> edges(Table table) {
        NavigableSet<Integer> all = new TreeSet<>();
        for (int r = 0; r < table.numRows(); r++) {
            TableRow row = table.getRow(r);
            for (int c = 0; c < row.numCells(); c++) {
                all.add(row.getCell(c).getLeftEdge());
                all.add(row.getCell(c).getLeftEdge() + row.getCell(c).getWidth());
            }
        }
        List<Integer> edges = new ArrayList<>();
        for (int edge : all) {
            if (edges.isEmpty() || edge - edges.get(edges.size() - 1) > SAME_EDGE) {
                edges.add(edge);
            }
        }
        return edges;
    }

    /** The index of the edge that is nearest. */
    private static int column(List<Integer> edges, int twips) {
        int column = 0;
        for (int i = 1; i < edges.size(); i++) {
            if (Math.abs(edges.get(i) - twips) < Math.abs(edges.get(column) - twips)) {
                column = i;
            }
        }
        return column;
    }

    /** The text without deleted and hidden runs and the codes of fields; line breaks are line feeds. */
    private static String text(Range range) {
        StringBuilder text = new StringBuilder();
        boolean code = false;
        for (int i = 0; i < range.numCharacterRuns(); i++) {
            CharacterRun run = range.getCharacterRun(i);
            if (run.isMarkedDeleted() || run.isVanished()) {
                continue;
            }
            for (char c : run.text().toCharArray()) {
                if (c == FIELD || c == RESULT || c == FIELD_END) {
                    code = c == FIELD;
                } else if (!code) {
                    text.append(shown(c));
                }
            }
        }
        return text.toString();
    }

    /** A character of the format as one of a text: breaks of lines, pages and cells, hyphens and blanks. */
    private static char shown(char c) {
        return switch (c) {
            case '\u000B', '\f', '\r' -> '\n';
            case '\u0007' -> ' ';
            case '\u001E' -> '-';
            case '\u001F' -> '\u200B';
            default -> c;
        };
    }
}

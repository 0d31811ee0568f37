package org.nianbao.foreign.excel;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.nianbao.foreign.DocumentPart;
import org.nianbao.foreign.ForeignDocument;
import org.nianbao.foreign.Limits;
import org.nianbao.foreign.OpenPackage;
import org.nianbao.foreign.Place;
import org.nianbao.foreign.PlainText;
import org.nianbao.foreign.TableGrid;
import org.nianbao.foreign.UnreadableDocument;

/**
 * Reads the sheets of an XLSX (ECMA-376 Part 1, 18.3), each as one table. A row with words in one cell only is a paragraph,
 * too: a title, a heading or prose. Of a formula, the value that the program last computed is taken. Not thread-safe.
 */
public final class XlsxDocument {
    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");
    private static final Pattern RANGE = Pattern.compile(REFERENCE + ":" + REFERENCE);

    private final List<String> shared = new ArrayList<>();
    private final List<DocumentPart> parts = new ArrayList<>();
    private int cells;
    private int paragraphs;

    /** The rows and columns that a merged cell spans. */
    private record MergedSize(int rows, int columns) {}

    private XlsxDocument() {}

    /**
     * Reads a file.
     *
     * @throws UnreadableDocument if it is no XLSX, or larger than any report
     */
    public static ForeignDocument read(byte[] bytes) throws UnreadableDocument {
        OpenPackage file = OpenPackage.of(bytes);
        if (file.part("xl/workbook.xml").isEmpty()) {
            throw new UnreadableDocument(UnreadableDocument.Cause.DAMAGED, "no xl/workbook.xml");
        }
        XlsxDocument document = new XlsxDocument();
        file.part("xl/sharedStrings.xml")
                .ifPresent(part -> xml(part)
                        .select("si")
                        .forEach(item -> document.shared.add(
                                String.join("", item.select("> t, > r > t").eachText()))));
        for (int i = 1; file.part("xl/worksheets/sheet" + i + ".xml").isPresent(); i++) {
            document.sheet(xml(file.part("xl/worksheets/sheet" + i + ".xml").get()), i);
        }
        return new ForeignDocument(document.parts);
    }

    private static Element xml(byte[] part) {
        return Jsoup.parse(new String(part, StandardCharsets.UTF_8), "", Parser.xmlParser());
    }

    private void sheet(Element sheet, int number) throws UnreadableDocument {
        Map<String, MergedSize> merged = new HashMap<>();
        for (Element range : sheet.select("mergeCells > mergeCell")) {
            Matcher ends = RANGE.matcher(range.attr("ref"));
            if (ends.matches()) {
                merged.put(
                        ends.group(1) + ends.group(2),
                        new MergedSize(
                                Integer.parseInt(ends.group(4)) - Integer.parseInt(ends.group(2)) + 1,
                                column(ends.group(3)) - column(ends.group(1)) + 1));
            }
        }
        TableGrid.Builder grid = new TableGrid.Builder(0, number);
        int next = 1;
        for (Element row : sheet.select("sheetData > row")) {
            int index = row.attr("r").matches("[0-9]{1,7}") ? Integer.parseInt(row.attr("r")) : next;
            for (; next < index && index - next < Limits.SPAN; next++) {
                grid.newRow();
            }
            next = index + 1;
            row(row, grid.newRow(), merged);
        }
        parts.add(grid.build());
    }

    private void row(Element row, TableGrid.Builder grid, Map<String, MergedSize> merged) throws UnreadableDocument {
        Map<Integer, Element> byColumn = new TreeMap<>();
        for (Element cell : row.select("> c")) {
            Matcher reference = REFERENCE.matcher(cell.attr("r"));
            if (reference.matches() && column(reference.group(1)) < Limits.SPAN) {
                byColumn.put(column(reference.group(1)), cell);
            }
            if (++cells > Limits.CELLS) {
                throw new UnreadableDocument(UnreadableDocument.Cause.TOO_LARGE, cells + " cells");
            }
        }
        List<String> words = new ArrayList<>();
        for (Map.Entry<Integer, Element> cell : byColumn.entrySet()) {
            String text = text(cell.getValue());
            MergedSize span = merged.getOrDefault(cell.getValue().attr("r"), new MergedSize(1, 1));
            if (!text.isEmpty()) {
                words.add(text);
            }
            grid.cellAt(cell.getKey(), text, span.rows(), span.columns());
        }
        if (words.size() == 1) {
            parts.add(new DocumentPart.TextPart(words.get(0), Place.paragraph(0, ++paragraphs)));
        }
    }

    private String text(Element cell) {
        Element value = cell.selectFirst("> v");
        String text = value == null ? String.join("", cell.select("> is t").eachText()) : value.wholeText();
        return switch (cell.attr("t")) {
            case "s" ->
                text.matches("[0-9]{1,9}") && Integer.parseInt(text) < shared.size()
                        ? PlainText.of(shared.get(Integer.parseInt(text)))
                        : "";
            case "str", "inlineStr", "b", "e" -> PlainText.of(text);
            default -> number(text);
        };
    }

    /** A number without the noise of binary fractions: 96171.600000000006 was typed as 96171.6. */
    private static String number(String text) {
        try {
            BigDecimal value = BigDecimal.valueOf(Double.parseDouble(text));
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return PlainText.of(text);
        }
    }

    /** The number of a column from its letters, from 0. */
    private static int column(String letters) {
        return letters.chars().reduce(0, (number, letter) -> number * 26 + letter - 'A' + 1) - 1;
    }
}

package org.nianbao.foreign.excel;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.nianbao.foreign.DocumentPart;
import org.nianbao.foreign.ForeignDocument;
import org.nianbao.foreign.Limits;
import org.nianbao.foreign.OpenPackage;
import org.nianbao.foreign.UnreadableDocument;

/**
 * Reads the sheets of an XLSX (ECMA-376 Part 1, 18.3), in the order of their tabs. Of a formula, the value that the program
 * last computed is taken. Not thread-safe.
 */
public final class XlsxDocument {
    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");
    private static final Pattern RANGE = Pattern.compile(REFERENCE + ":" + REFERENCE);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}");

    /** A character that XML does not have (ECMA-376 Part 1, 22.9.2.19). */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final OpenPackage file;
    private final List<String> shared = new ArrayList<>();
    private int cells;

    private XlsxDocument(OpenPackage file) {
        this.file = file;
        file.part("xl/sharedStrings.xml")
                .ifPresent(part -> xml(part).select("si").forEach(item -> shared.add(words(item))));
    }

    /**
     * Reads a file.
     *
     * @throws UnreadableDocument if it is no XLSX, or larger than any report
     */
    public static List<XlsxSheet> read(byte[] bytes) throws UnreadableDocument {
        XlsxDocument document = new XlsxDocument(OpenPackage.of(bytes));
        Element workbook = document.part("xl/workbook.xml")
                .orElseThrow(() -> new UnreadableDocument(UnreadableDocument.Cause.DAMAGED, "no xl/workbook.xml"));
        Map<String, String> targets = new HashMap<>();
        document.part("xl/_rels/workbook.xml.rels")
                .ifPresent(part -> part.select("Relationship")
                        .forEach(relation -> targets.put(relation.attr("Id"), relation.attr("Target"))));
        List<XlsxSheet> sheets = new ArrayList<>();
        for (Element sheet : workbook.select("sheets > sheet")) {
            int number = sheets.size() + 1;
            String target = targets.getOrDefault(sheet.attr("r:id"), "worksheets/sheet" + number + ".xml");
            Optional<Element> part = document.part(target.startsWith("/") ? target.substring(1) : "xl/" + target);
            if (part.isPresent()) {
                sheets.add(document.sheet(part.get(), sheet.attr("name"), number));
            }
        }
        return sheets;
    }

    /**
     * The sheets of a workbook, each as a table. A row with words in one cell only is a paragraph, too: a title, a heading or
     * prose.
     *
     * @throws UnreadableDocument if merged cells cover more than any report's do
     */
    public static ForeignDocument of(List<XlsxSheet> sheets) throws UnreadableDocument {
        List<DocumentPart> parts = new ArrayList<>();
        for (XlsxSheet sheet : sheets) {
            parts.addAll(sheet.parts());
        }
        return new ForeignDocument(parts);
    }

    private Optional<Element> part(String name) {
        return file.part(name).map(XlsxDocument::xml);
    }

    private static Element xml(byte[] part) {
        return Jsoup.parse(new String(part, StandardCharsets.UTF_8), "", Parser.xmlParser());
    }

    private XlsxSheet sheet(Element sheet, String name, int number) throws UnreadableDocument {
        SortedMap<Integer, SortedMap<Integer, String>> rows = new TreeMap<>();
        int next = 1;
        for (Element row : sheet.select("sheetData > row")) {
            int index = NUMBER.matcher(row.attr("r")).matches() ? Integer.parseInt(row.attr("r")) : next;
            next = index + 1;
            SortedMap<Integer, String> cellsOfRow = row(row);
            if (!cellsOfRow.isEmpty()) {
                rows.put(index, cellsOfRow);
            }
        }
        return new XlsxSheet(name, number, rows, merged(sheet));
    }

    private static Map<String, XlsxSheet.MergedSize> merged(Element sheet) {
        Map<String, XlsxSheet.MergedSize> merged = new HashMap<>();
        for (Element range : sheet.select("mergeCells > mergeCell")) {
            Matcher ends = RANGE.matcher(range.attr("ref"));
            if (ends.matches()) {
                merged.put(
                        ends.group(1) + ends.group(2),
                        new XlsxSheet.MergedSize(
                                Integer.parseInt(ends.group(4)) - Integer.parseInt(ends.group(2)) + 1,
                                column(ends.group(3)) - column(ends.group(1)) + 1));
            }
        }
        return merged;
    }

    private SortedMap<Integer, String> row(Element row) throws UnreadableDocument {
        SortedMap<Integer, String> byColumn = new TreeMap<>();
        int next = 1;
        for (Element cell : row.select("> c")) {
            Matcher reference = REFERENCE.matcher(cell.attr("r"));
            int column = reference.matches() ? column(reference.group(1)) : next;
            next = column + 1;
            if (column <= Limits.SPAN) {
                byColumn.put(column, text(cell));
            }
            if (++cells > Limits.CELLS) {
                throw UnreadableDocument.tooLarge(cells, UnreadableDocument.SizeUnit.CELLS);
            }
        }
        return byColumn;
    }

    private String text(Element cell) {
        Element value = cell.selectFirst("> v");
        Element inline = cell.selectFirst("> is");
        String text = value != null ? value.wholeText() : inline == null ? "" : words(inline);
        return switch (cell.attr("t")) {
            case "s" ->
                text.matches("[0-9]{1,9}") && Integer.parseInt(text) < shared.size()
                        ? shared.get(Integer.parseInt(text))
                        : "";
            case "str" -> unescaped(text);
            case "inlineStr", "b", "e" -> text;
            default -> number(text);
        };
    }

    /** The words of a string in one or several runs, without those that say how to pronounce it. */
    private static String words(Element string) {
        return unescaped(
                string.select("> t, > r > t").stream().map(Element::wholeText).collect(Collectors.joining()));
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(code ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(code.group(1), 16))));
    }

    /** A number without the noise of binary fractions: 96171.600000000006 was typed as 96171.6. */
    private static String number(String text) {
        try {
            BigDecimal value = BigDecimal.valueOf(Double.parseDouble(text));
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** The number of a column from its letters, from 1. */
    private static int column(String letters) {
        return letters.chars().reduce(0, (number, letter) -> number * 26 + letter - 'A' + 1);
    }
}

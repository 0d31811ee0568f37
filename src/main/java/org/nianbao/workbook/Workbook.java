package org.nianbao.workbook;

import static org.nianbao.blank.Comments.say;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.blank.NewInput;
import org.nianbao.form.Cell;
import org.nianbao.form.CellPath;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.Section;
import org.nianbao.input.Keywords;
import org.nianbao.output.XmlWriter;
import org.nianbao.output.ZipWriter;
import org.nianbao.report.Report;

/**
 * A new input as a workbook (ECMA-376 Part 1, SpreadsheetML): a sheet of facts and prose, and one for each table. The same
 * draft gives the same bytes. Not thread-safe.
 */
public final class Workbook {
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** The number of a heading, by which the sheet of a table is called. */
    private static final Pattern NUMBERED = Pattern.compile("([一二三四五六七八九十]{1,3})、.*");

    /** Of the name of a sheet, in characters, and what it must not have. */
    private static final int NAME = 31;

    private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\[\\]:*?/\\\\'\\p{Cntrl}]");

    /** Of a formula, in characters. */
    private static final int FORMULA = 8000;

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final int LEVEL = 6;

    private final NewInput.Draft draft;
    private final Form form;
    private final SortedMap<String, byte[]> parts = new TreeMap<>();
    private final SharedStrings strings = new SharedStrings();
    private final List<SheetPart> sheets = new ArrayList<>();
    private final List<Printed> prints = new ArrayList<>();

    /** What is printed of a sheet: up to a cell, with rows that are repeated on each page. */
    private record Printed(CellRef end, Optional<String> repeated) {}

    private Workbook(NewInput.Draft draft) {
        this.draft = draft;
        this.form = draft.form();
    }

    /** The bytes of the file. */
    public static byte[] of(NewInput.Draft draft) {
        Workbook workbook = new Workbook(draft);
        workbook.write();
        return ZipWriter.zip(workbook.parts, LEVEL);
    }

    /** The keys and titles of what a draft has, but its workbook cannot hold. */
    public static List<String> without(NewInput.Draft draft) {
        List<String> without = new ArrayList<>();
        if (draft.kept().entrySet().stream().anyMatch(word -> !word.getKey().equals(word.getValue()))) {
            without.add(Keywords.KEPT);
        }
        if (!draft.filling().acceptances().isEmpty()) {
            without.add(Keywords.ACCEPTED);
        }
        draft.filling().words().annexes().forEach(annex -> without.add(Keywords.ANNEXES + "“" + annex.title() + "”"));
        return without;
    }

    private void write() {
        Map<String, String> tables = new LinkedHashMap<>();
        form.tables().forEach(section -> tables.put(section.key(), name(section, tables)));
        TextSheet text = new TextSheet(draft, strings, Keywords.FORM, tables);
        sheets.add(text.sheet());
        prints.add(new Printed(new CellRef(text.end(), 2), Optional.empty()));
        Report report = report();
        List<String> empty = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Section.TableSection section : form.tables()) {
            String name = Optional.ofNullable(tables.get(section.key())).orElseThrow();
            TableSheet table = new TableSheet(draft, strings, report, section, text.facts(), name);
            prints.add(new Printed(table.end(), table.repeated()));
            sheets.add(table.sheet());
            CellRef.ranges(table.inputs())
                    .forEach(range -> empty.add("COUNTBLANK(" + CellRef.quoted(name) + range + ")"));
            CellRef.ranges(table.checks()).forEach(range -> wrong.add("COUNT(" + CellRef.quoted(name) + range + ")"));
        }
        status(text, empty, wrong);
        parts();
    }

    /** The name of a table's sheet: by the number of its heading, else by its key. */
    private static String name(Section section, Map<String, String> taken) {
        Matcher numbered = NUMBERED.matcher(section.heading().orElse(""));
        String wanted = numbered.matches()
                ? say("excel.sheet", numbered.group(1))
                : NOT_IN_NAMES.matcher(section.key()).replaceAll("");
        String name = wanted.substring(0, Math.min(NAME, wanted.length()));
        for (int i = 2; name.isEmpty() || name.equals(Keywords.FORM) || taken.containsValue(name); i++) {
            name = say("excel.sheet", i);
        }
        return name;
    }

    /** The draft as a report: what is not filled in is blank, and totals that are not typed are computed. */
    private Report report() {
        Map<CellPath, Cell> figures = new HashMap<>(draft.filling().figures());
        form.cells().all().stream()
                .filter(cell -> !cell.isTotal())
                .forEach(cell -> figures.putIfAbsent(cell.path(), Cell.BLANK));
        return new Report(form, draft.filling().facts(), Optional.empty(), Map.of(), figures);
    }

    private void status(TextSheet text, List<String> empty, List<String> wrong) {
        String blanks = empty.isEmpty() ? "0" : String.join("+", empty);
        String faults = wrong.isEmpty() ? "0" : String.join("+", wrong);
        String formula = "IF(" + blanks + "=0,\"" + say("excel.filled") + "\",\""
                + say("excel.unfilled", "\"&" + blanks + "&\"") + "\")&IF(" + faults + "=0,\"" + say("excel.right")
                + "\",\"" + say("excel.wrong-sums", "\"&" + faults + "&\"") + "\")";
        if (formula.length() <= FORMULA) {
            text.status(formula, "");
        }
    }

    private void parts() {
        Map<String, String> facts = draft.filling().facts();
        String agency =
                form.fact(Fact.Role.AGENCY).map(Fact::key).map(facts::get).orElse("");
        String year = form.fact(Fact.Role.YEAR).map(Fact::key).map(facts::get).orElse("");
        String footer = "&L" + (agency + " " + year).replace("&", "&&") + "&R&A &P/&N";
        XmlWriter types = types();
        XmlWriter relations =
                new XmlWriter(SheetPart.DECLARATION, "").open("Relationships", "xmlns", PACKAGE + "relationships");
        for (int i = 1; i <= sheets.size(); i++) {
            parts.put("xl/worksheets/sheet" + i + ".xml", sheets.get(i - 1).part(i == 1, footer));
            types.empty(
                    "Override",
                    "PartName",
                    "/xl/worksheets/sheet" + i + ".xml",
                    "ContentType",
                    CONTENT + "worksheet+xml");
            relation(relations, i, RELATIONS + "/worksheet", "worksheets/sheet" + i + ".xml");
        }
        relation(relations, sheets.size() + 1, RELATIONS + "/styles", "styles.xml");
        relation(relations, sheets.size() + 2, RELATIONS + "/sharedStrings", "sharedStrings.xml");
        parts.put("xl/sharedStrings.xml", strings.part());
        parts.put("[Content_Types].xml", types.bytes());
        parts.put("_rels/.rels", packageRelations());
        parts.put("docProps/core.xml", properties(agency + year + form.name(), agency, year));
        parts.put("xl/_rels/workbook.xml.rels", relations.bytes());
        parts.put("xl/styles.xml", CellStyle.part());
        parts.put("xl/workbook.xml", workbook());
    }

    private static XmlWriter types() {
        return new XmlWriter(SheetPart.DECLARATION, "")
                .open("Types", "xmlns", PACKAGE + "content-types")
                .empty(
                        "Default",
                        "Extension",
                        "rels",
                        "ContentType",
                        "application/vnd.openxmlformats-package.relationships+xml")
                .empty("Default", "Extension", "xml", "ContentType", "application/xml")
                .empty("Override", "PartName", "/xl/workbook.xml", "ContentType", CONTENT + "sheet.main+xml")
                .empty("Override", "PartName", "/xl/styles.xml", "ContentType", CONTENT + "styles+xml")
                .empty("Override", "PartName", "/xl/sharedStrings.xml", "ContentType", CONTENT + "sharedStrings+xml")
                .empty("Override", "PartName", "/docProps/core.xml")
                .with("ContentType", "application/vnd.openxmlformats-package.core-properties+xml");
    }

    private static byte[] packageRelations() {
        XmlWriter xml =
                new XmlWriter(SheetPart.DECLARATION, "").open("Relationships", "xmlns", PACKAGE + "relationships");
        relation(xml, 1, RELATIONS + "/officeDocument", "xl/workbook.xml");
        relation(xml, 2, PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml");
        return xml.bytes();
    }

    private static void relation(XmlWriter xml, int number, String type, String target) {
        xml.empty("Relationship", "Id", "rId" + number, "Type", type, "Target", target);
    }

    /** The only date is one that follows from the report's year. */
    private static byte[] properties(String title, String agency, String year) {
        XmlWriter xml = new XmlWriter(SheetPart.DECLARATION, "")
                .open("cp:coreProperties", "xmlns:cp", PACKAGE + "metadata/core-properties")
                .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
                .with("xmlns:dcterms", "http://purl.org/dc/terms/")
                .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                .leaf("dc:title", title)
                .leaf("dc:creator", agency)
                .leaf("dc:language", "zh-CN");
        if (YEAR.matcher(year).matches()) {
            xml.open("dcterms:created", "xsi:type", "dcterms:W3CDTF")
                    .text(Integer.parseInt(year) + 1 + "-01-01T00:00:00Z")
                    .close();
        }
        return xml.bytes();
    }

    private byte[] workbook() {
        XmlWriter xml = new XmlWriter(SheetPart.DECLARATION, "")
                .open("workbook", "xmlns", SheetPart.NAMESPACE, "xmlns:r", RELATIONS)
                .open("bookViews")
                .empty("workbookView", "xWindow", 0, "yWindow", 0, "windowWidth", 24000, "windowHeight", 14000)
                .with("tabRatio", 800)
                .close()
                .open("sheets");
        for (int i = 1; i <= sheets.size(); i++) {
            xml.empty("sheet", "name", sheets.get(i - 1).name(), "sheetId", i, "r:id", "rId" + i);
        }
        xml.close().open("definedNames");
        for (int i = 0; i < sheets.size(); i++) {
            String quoted = CellRef.quoted(sheets.get(i).name());
            Printed printed = prints.get(i);
            xml.open("definedName", "name", "_xlnm.Print_Area", "localSheetId", i)
                    .text(quoted + "$A$1:" + printed.end().fixed())
                    .close();
            if (printed.repeated().isPresent()) {
                xml.open("definedName", "name", "_xlnm.Print_Titles", "localSheetId", i)
                        .text(quoted + printed.repeated().get())
                        .close();
            }
        }
        return xml.close()
                .empty("calcPr", "calcId", 191029, "fullCalcOnLoad", 1)
                .bytes();
    }
}

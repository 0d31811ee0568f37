package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A damaged or hostile document is refused, or read with doubts; nothing else is written")
class HostileDocumentsTest {
    @TempDir
    private static Path folder;

    private static Workplace place;

    @BeforeAll
    static void rendered() {
        place = new Workplace(folder);
        place.copyFromCheckout("inputs");
        place.nianbao("render", "inputs/houma-2021.yaml", "--format", "html,pdf,docx,ofd", "--output", "output");
        String agency = "清河县档案局";
        place.nianbao("new", "--excel", "--agency", agency, "--year", "2025", "--output", "output/houma-2021.xlsx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "pdf", "docx", "ofd", "doc", "xlsx"})
    void withBytesChanged(String format) throws IOException {
        byte[] whole = format.equals("doc")
                ? Files.readAllBytes(ImportTest.OLDER_WORD)
                : place.bytes("output/houma-2021." + format);
        Random random = new Random(7);
        for (int run = 0; run < 6; run++) {
            byte[] bytes = whole.clone();
            for (int i = 0; i < 1 + run * run * run; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            requireAnswer("changed-" + run + "." + format, bytes);
        }
        requireAnswer("cut." + format, Arrays.copyOf(whole, whole.length / 2));
        requireAnswer("empty." + format, new byte[0]);
    }

    @Test
    void deepOrHuge() throws IOException {
        requireAnswer("deep.html", "<div>".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        requireAnswer("tables.html", "<table><tr><td>".repeat(20_000).getBytes(StandardCharsets.UTF_8));
        String spans = "<table>" + "<tr><td rowspan=9999 colspan=9999>1".repeat(300) + "</table>";
        Workplace.Run run = requireAnswer("spans.html", spans.getBytes(StandardCharsets.UTF_8));
        assertTrue(
                run.err().contains("error import-too-large: spans.html is larger than any report: 1000000 cells"),
                run.err());
        requireAnswer("bomb.docx", zip("word/document.xml", 200 << 20));
        requireAnswer("deep.docx", zip("word/document.xml", "<w:sdt>".repeat(50_000)));
        requireAnswer("bomb.ofd", zip("OFD.xml", 200 << 20));
        requireAnswer("deep.ofd", zip("OFD.xml", "<ofd:DocBody>".repeat(50_000)));
        requireAnswer("other.ofd", zip("a.xml", "<a/>"));
        requireAnswer("other.xlsx", zip("a.xml", "<a/>"));
        requireAnswer("none.pdf", "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0} forms, each showing the next {1} times, the last one the form {2}")
    @CsvSource({
        "1, 3, 0, true",
        "2, 2, 0, true",
        "9, 3, 4, true",
        "40, 2, 40, true",
        "30, 5, 31, true",
        "6, 3, 6, false"
    })
    @DisplayName("A PDF of forms that show each other without end")
    void formsThatShowForms(int forms, int times, int last, boolean endless) throws IOException {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R"
                + "/MediaBox[0 0 600 800]/Resources<</XObject<</X 10 0 R>>>>/Contents 4 0 R>>endobj\n"
                + "4 0 obj<</Length 6>>stream\n/X Do \nendstream endobj\n");
        for (int i = 0; i < forms; i++) {
            int next = i + 1 == forms ? last : i + 1;
            String shown = "/X Do ".repeat(times);
            pdf.append(
                            "%d 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>/Length %d>>"
                                    .formatted(10 + i, 10 + next, shown.length()))
                    .append("stream\n%s\nendstream endobj\n".formatted(shown));
        }
        pdf.append("trailer<</Root 1 0 R/Size 99>>\n");
        Workplace.Run run = requireAnswer("forms.pdf", pdf.toString().getBytes(StandardCharsets.UTF_8));
        assertEquals(endless, run.err().contains("more than 10000 form XObjects on a page"), run.err());
    }

    private Workplace.Run requireAnswer(String name, byte[] bytes) throws IOException {
        Files.write(place.at(name), bytes);
        Workplace.Run run = place.nianbao("import", name, "--into", "x.yaml");
        assertTrue(run.status() == 0 || run.status() == 1, name + run.err());
        assertFalse(run.status() == 1 && run.err().isBlank(), name);
        assertEquals(run.status() == 0, Files.deleteIfExists(place.at("x.yaml")), name);
        return run;
    }

    @Test
    @DisplayName("A workbook to fill in that somebody tampered with")
    void tampered() throws IOException {
        String sheet = "xl/worksheets/sheet1.xml";
        String table = "xl/worksheets/sheet3.xml";
        requireAnswer("row.xlsx", tampered(sheet, "<row r=\"4\"", "<row r=\"9999999\""));
        requireAnswer(
                "rows.xlsx",
                tampered(sheet, "</sheetData>", "<row><c><v>1</v></c></row>".repeat(90_000) + "</sheetData>"));
        requireAnswer("blank.xlsx", tampered(table, "</sheetData>", "<row/>".repeat(500_000) + "</sheetData>"));
        requireAnswer(
                "cells.xlsx", tampered(table, "</sheetData>", "<row><c/><c/></row>".repeat(90_000) + "</sheetData>"));
        requireAnswer("merged.xlsx", tampered(table, "A1:J1", "A1:XFD1048576"));
        requireAnswer("turned.xlsx", tampered(table, "A1:J1", "J9:A1"));
        requireAnswer("deep.xlsx", tampered(table, "<row r=\"5\"", "<row>".repeat(50_000) + "<row r=\"5\""));
        requireAnswer("text.xlsx", tampered("xl/sharedStrings.xml", "清河县档案局", "长".repeat(3 << 20)));
        requireAnswer("index.xlsx", tampered(table, "<v>", "<v>99999999"));
        requireAnswer(
                "target.xlsx", tampered("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "../../../etc/passwd"));
        requireAnswer(
                "entity.xlsx",
                tampered(sheet, "<worksheet", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><worksheet"));
    }

    /** The fresh workbook with other words in one of its parts. */
    private byte[] tampered(String part, String words, String others) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(place.bytes("output/houma-2021.xlsx")));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                boolean own = entry.getName().equals(part);
                assertTrue(!own || text.contains(words), part + " without " + words);
                zip.write((own ? text.replace(words, others) : text).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static byte[] zip(String part, String text) throws IOException {
        return zip(part, text.getBytes(StandardCharsets.UTF_8), 1);
    }

    private static byte[] zip(String part, int size) throws IOException {
        return zip(part, new byte[1 << 20], size >> 20);
    }

    private static byte[] zip(String part, byte[] bytes, int times) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(part));
            for (int i = 0; i < times; i++) {
                zip.write(bytes);
            }
        }
        return out.toByteArray();
    }
}

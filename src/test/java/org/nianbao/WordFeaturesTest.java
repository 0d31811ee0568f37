package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A Word document says the same, whatever Word or WPS made it of")
class WordFeaturesTest {
    private static final int RUNS = Integer.getInteger("word.runs", 3);

    @TempDir
    private static Path folder;

    private static Workplace place;

    /** Another figure in each cell of tables 2 and 3. */
    @BeforeAll
    static void aReport() throws IOException {
        place = new Workplace(folder);
        place.copyFromCheckout("inputs");
        place.nianbao("render", "inputs/houma-2021.yaml", "--format", "docx", "--draft", "--output", "output");
        Map<String, byte[]> parts = unzip(place.bytes("output/houma-2021.docx"));
        Element document = document(parts);
        int next = 1001;
        for (Element text : document.select("w|tc w|t")) {
            if (text.text().matches("[0-9]+")) {
                text.text(String.valueOf(next++));
            }
        }
        save("whole.docx", parts, document);
        assertEquals(
                0, place.nianbao("import", "whole.docx", "--into", "whole.yaml").status());
    }

    @ParameterizedTest
    @EnumSource(WordFeature.class)
    @DisplayName("Every figure, fact and paragraph stays")
    void same(WordFeature feature) throws IOException {
        for (int seed = 0; seed < RUNS; seed++) {
            Map<String, byte[]> parts = unzip(place.bytes("whole.docx"));
            Element document = document(parts);
            Map<String, String> others = new LinkedHashMap<>();
            List.of("word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels")
                    .forEach(name -> others.put(name, new String(parts.get(name), StandardCharsets.UTF_8)));
            feature.apply(document.selectFirst("w|body"), new Random(seed), others);
            others.forEach((name, text) -> parts.put(name, text.getBytes(StandardCharsets.UTF_8)));
            String base = feature + "-" + seed;
            save(base + ".docx", parts, document);
            Workplace.Run run = place.nianbao("import", base + ".docx", "--into", base + ".yaml");
            assertEquals(0, run.status(), run.err());
            assertEquals(
                    List.of(),
                    ReportWords.of(place.at("whole.yaml")).differences(ReportWords.of(place.at(base + ".yaml"))),
                    base);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "raised digit, <w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>1</w:t></w:r>",
        "circled digit, <w:r><w:t>①</w:t></w:r>",
        "raised character, <w:r><w:t>¹</w:t></w:r>",
        "another paragraph, </w:p><w:p><w:r><w:t>7</w:t></w:r>",
    })
    @DisplayName("What stands beside a figure is never a digit of it without a doubt")
    void besideFigures(String what, String xml) throws IOException {
        Map<String, byte[]> parts = unzip(place.bytes("whole.docx"));
        String main = new String(parts.get("word/document.xml"), StandardCharsets.UTF_8);
        String noted = main.replaceAll("(<w:t(?: [^>]*)?>10[0-9]{2}</w:t></w:r>)", "$1" + xml);
        parts.put("word/document.xml", noted.getBytes(StandardCharsets.UTF_8));
        save(what + ".docx", parts, document(parts));
        Workplace.Run run = place.nianbao("import", what + ".docx", "--into", what + ".yaml");
        long wrong = place.read(what + ".yaml")
                .lines()
                .filter(line -> line.matches(".*: 10[0-9]{2}[0-9].*") && !line.contains("存疑"))
                .count();
        assertEquals(0, wrong, run.err());
        assertTrue(place.read(what + ".yaml").contains("存疑"), "no doubt");
    }

    private static Element document(Map<String, byte[]> parts) {
        return WordFeature.parse(new String(parts.get("word/document.xml"), StandardCharsets.UTF_8));
    }

    private static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static void save(String name, Map<String, byte[]> parts, Element document) throws IOException {
        parts.put("word/document.xml", document.outerHtml().getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        Files.write(place.at(name), out.toByteArray());
    }
}

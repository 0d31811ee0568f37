package org.nianbao.output.docx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.docx4j.XmlUtils;
import org.docx4j.openpackaging.exceptions.Docx4JException;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.wml.Tbl;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A DOCX file")
class DocxFormatTest {
    private static final String BODY = "<p class=\"draft\">草稿</p><h1>题</h1><p>文<a href=\"http://example.org\">址</a></p>"
            + Samples.wideTable()
            + "<ol><li>一</li></ol><figure><img src=\"box.svg\" alt=\"\"/></figure><p>𠀀</p>"
            + "<table><tbody><tr><td>1</td></tr></tbody></table>";

    private final DocxFormat format = new DocxFormat(Samples.typography(), Optional.empty());

    @Test
    void isTheSameEveryTime() {
        byte[] first = write();
        List<byte[]> others =
                IntStream.range(0, 8).parallel().mapToObj(time -> write()).toList();
        others.forEach(other -> assertArrayEquals(first, other));
    }

    @Test
    void isTheSameInEveryTimeZoneAndLocale() {
        byte[] first = write();
        byte[] made = DocxFormat.make(Samples.typography()).zip();
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
            assertArrayEquals(first, write());
            assertArrayEquals(made, DocxFormat.make(Samples.typography()).zip());
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void isTheSameWithAPackageMadeAhead(@TempDir Path folder) throws IOException {
        Path file = DocxFormat.prepare(Samples.typography(), folder.resolve("prepared"));
        Path again = DocxFormat.prepare(Samples.typography(), folder.resolve("prepared"));
        assertEquals(file, again);
        try (Stream<Path> files = Files.list(folder.resolve("prepared"))) {
            assertEquals(List.of(file), files.toList());
        }
        DocxFormat prepared = new DocxFormat(Samples.typography(), Optional.of(folder.resolve("prepared")));
        assertArrayEquals(write(), prepared.write(Samples.page(BODY), Samples.STAMP));
    }

    @Test
    void isMadeWithoutAPackageWhereTheFolderHasNone(@TempDir Path folder) {
        DocxFormat unprepared = new DocxFormat(Samples.typography(), Optional.of(folder));
        assertArrayEquals(write(), unprepared.write(Samples.page(BODY), Samples.STAMP));
    }

    @ParameterizedTest
    @CsvSource({"w:keepNext, w:keepNxt", "w:line=\"579\", w:line=\"579pt\""})
    void isNotMadeOfAPartThatDocx4jDoesNotUnderstand(String right, String wrong) {
        PackageParts parts = Samples.parts(write());
        WordPackage.make(parts);
        parts.put("word/styles.xml", parts.text("word/styles.xml").replace(right, wrong));
        assertThrows(IllegalStateException.class, () -> WordPackage.make(parts));
    }

    @Test
    void isUnderstoodByDocx4j() throws Docx4JException {
        WordprocessingMLPackage document = WordprocessingMLPackage.load(new ByteArrayInputStream(write()));
        long tables = document.getMainDocumentPart().getContent().stream()
                .filter(block -> XmlUtils.unwrap(block) instanceof Tbl)
                .count();
        assertEquals(2, tables);
    }

    @Test
    void hasATypeForEveryPartAndAPartForEveryRelationship() {
        PackageParts parts = Samples.parts(write());
        String types = parts.text("[Content_Types].xml");
        for (String name : parts.all().keySet()) {
            String ending = name.substring(name.lastIndexOf('.') + 1);
            assertTrue(
                    name.equals("[Content_Types].xml")
                            || types.contains("PartName=\"/" + name + "\"")
                            || types.contains("Extension=\"" + ending + "\""),
                    name);
        }
        org.jsoup.Jsoup.parse(parts.text("word/_rels/document.xml.rels"), "", org.jsoup.parser.Parser.xmlParser())
                .select("Relationship:not([TargetMode])")
                .eachAttr("Target")
                .forEach(target -> assertTrue(parts.all().containsKey("word/" + target), target));
    }

    @Test
    void namesThePublisherTheDateAndTheProgramAndNoPerson() {
        PackageParts parts = Samples.parts(write());
        String core = parts.text("docProps/core.xml");
        assertTrue(core.contains("<dc:title>年报</dc:title>"));
        assertTrue(core.contains("<dc:creator>侯马市人民政府办公室</dc:creator>"));
        assertTrue(core.contains("<dc:language>zh-CN</dc:language>"));
        assertTrue(core.contains(">2022-01-20T01:02:03Z</dcterms:modified>"));
        assertFalse(core.contains("lastModifiedBy"));
        assertTrue(parts.text("docProps/app.xml").contains("<Application>nianbao 0.1</Application>"));
        for (Map.Entry<String, byte[]> part : parts.all().entrySet()) {
            assertFalse(parts.text(part.getKey()).contains("docx4j"), part.getKey());
        }
    }

    @Test
    void saysItsLanguageAsWordKnowsIt() {
        String styles = Samples.parts(write()).text("word/styles.xml");
        assertTrue(styles.contains("<w:lang w:eastAsia=\"zh-CN\" w:val=\"en-US\"/>"));
        assertFalse(styles.contains("zxx"));
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, zh-CN, en-US",
        "zh-Hans, zh-CN, en-US",
        "zh-Hant, zh-TW, en-US",
        "zh-Hant-HK, zh-HK, en-US",
        "en, zh-CN, en"
    })
    void hasALanguageForChineseAndOneForLatinLetters(String page, String chinese, String latin) {
        byte[] docx = format.write(Samples.page("<p/>", page), Samples.STAMP);
        assertTrue(Samples.parts(docx)
                .text("word/styles.xml")
                .contains("<w:lang w:eastAsia=\"" + chinese + "\" w:val=\"" + latin + "\"/>"));
    }

    private byte[] write() {
        return format.write(Samples.page(BODY), Samples.STAMP);
    }
}

package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.published.ReadBack;

@DisplayName("An input in Simplified gives documents in Traditional, where it asks for them")
class TraditionalTest {
    private Workplace place;

    @BeforeEach
    void ownFolder(@TempDir Path folder) {
        place = new Workplace(folder);
    }

    /** A report with these lines behind its agency, and this prose. */
    private void write(String lines, String prose) {
        place.write(
                "a.yaml",
                SmallReport.of("范县复议局", 2025)
                        .facts(lines)
                        .overall(prose)
                        .granted("{自然人: 5, 商业企业: 1}")
                        .with("存在的主要问题及改进情况", "将逐月检查。")
                        .toString());
    }

    private Workplace.Run render(String... options) {
        List<String> arguments = new ArrayList<>(List.of("render", "a.yaml"));
        arguments.addAll(List.of(options));
        Workplace.Run run = place.nianbao(arguments.toArray(String[]::new));
        assertEquals(0, run.status(), run.err());
        return run;
    }

    private Document html() {
        return Jsoup.parse(place.read("output/a.html"));
    }

    private String prose(String lines, String prose) {
        write(lines, prose);
        render("--format", "html");
        return html().select("h2#s2 ~ p").text();
    }

    @Test
    @DisplayName("Words become what they are, not what their characters are: 復議, 重複, 答覆, 幹部; 信息 stays 信息")
    void words() {
        assertEquals(
                "經行政復議，重複申請由幹部答覆；回應群眾，公布信息，恢復網絡。網站後臺在縣裡，由皇后大道的范縣復議局製作，標準明確，批准之後發布。",
                prose("文字: 繁体", "经行政复议，重复申请由干部答复；回应群众，公布信息，恢复网络。网站后台在县里，由皇后大道的范县复议局制作，标准明确，批准之后发布。"));
    }

    @Test
    @DisplayName("Digits, Latin and addresses stay; a word goes on in bold and behind it")
    void whatStays() {
        assertEquals(
                "全年3.50件（ABC，見說明）。乾淨的幹部。", prose("文字: 繁体", "全年3.50件（ABC，见[说明](https://例.cn/说明?a=干)）。**干**净的**干**部。"));
        assertEquals("https://例.cn/说明?a=干", html().select("a").attr("href"));
    }

    @Test
    @DisplayName("照录 keeps names as they are, whole and everywhere, in the agency's name too")
    void names() {
        assertEquals("于范里主任后勤。", prose("文字: 繁体\n照录: [于范里, 后勤, 范县复议局]", "于范里主任后勤。"));
        assertAll(
                () -> assertEquals("范县复议局", html().select("meta[name=author]").attr("content")),
                () -> assertEquals("范县复议局2025年政府信息公開工作年度報告", html().title()));
        assertEquals("范國華主任規範管理。", prose("文字: 繁体\n照录: {范国华: 范國華}", "范国华主任规范管理。"));
        assertEquals("范國華主任。", prose("文字: 繁体\n照录: {范国华: 范國華}", "范國華主任。"), "typed as it is printed");
    }

    @Test
    @DisplayName("Prose that is typed in Traditional stays as it is")
    void typedInTraditional() {
        String typed = "經行政復議，干預重複申請，公里、皇后、批准、標準、乾淨、系統、關係、征程、採購、制度、製作、里程、台州、面積。";
        assertEquals(typed, prose("文字: 繁体", typed));
    }

    @Test
    @DisplayName("The command line has the last word")
    void commandLine() {
        write("文字: 繁体", "本局规范办理。");
        render("--format", "html", "--script", "hans");
        assertEquals("zh-CN", html().select("html").attr("lang"));
        assertTrue(html().text().contains("本局规范办理"));
        write("文字: 简体", "本局规范办理。");
        render("--format", "html", "--script", "hant");
        assertEquals("zh-Hant", html().select("html").attr("lang"));
        assertTrue(html().text().contains("本局規範辦理"));
        Workplace.Run run = place.nianbao("render", "a.yaml", "--script", "hand");
        assertEquals(2, run.status());
        assertTrue(run.err().startsWith("unknown script “hand”; known: hans, hant"), run.err());
    }

    @Test
    @DisplayName(
            "All of a document is in Traditional: title, labels, captions, charts, the draft mark, what it says of itself")
    void everywhere() throws IOException {
        write("文字: 繁体\n图表: [申请人, {图: 历年申请, 往年: {2024: 3}}]", "本局规范办理。");
        render("--draft");
        String html = place.read("output/a.html").replaceAll("(?s)<style>.*</style>", "");
        String docx = ReadBack.part(place.bytes("output/a.docx"), "word/document.xml")
                + ReadBack.part(place.bytes("output/a.docx"), "docProps/core.xml")
                + ReadBack.part(place.bytes("output/a.docx"), "word/header1.xml");
        try (PDDocument pdf = Loader.loadPDF(place.bytes("output/a.pdf"))) {
            String text = new PDFTextStripper().getText(pdf)
                    + pdf.getDocumentInformation().getTitle()
                    + pdf.getDocumentInformation().getAuthor();
            for (String document : List.of(html, docx, text)) {
                assertEquals("", simplified(document));
            }
            assertEquals("zh-Hant", pdf.getDocumentCatalog().getLanguage());
        }
        Document page = html();
        assertAll(
                () -> assertEquals("草稿", page.select("p.draft").text()),
                () -> assertTrue(docx.contains("string=\"草稿\"")),
                () -> assertEquals("范縣復議局2025年政府信息公開工作年度報告", page.title()),
                () -> assertTrue(page.select("caption").text().startsWith("主動公開政府信息情況統計表")),
                () -> assertTrue(docx.contains("descr=\"本年新收申請的申請人構成：自然人5件"), docx),
                () -> assertTrue(page.select("table.unseen").text().startsWith("本年新收申請的申請人構成")),
                () -> assertEquals(
                        Set.of("zh-Hant"), Set.copyOf(page.select("[lang]").eachAttr("lang"))),
                () -> assertTrue(docx.contains("<dc:language>zh-Hant</dc:language>")));
    }

    /** Characters of the report that there are in Simplified only. */
    private static String simplified(String text) {
        return text.replaceAll("[^县议开务关标题规处数统计项条动总类业织构证诉审结维纠执确认获错办发东长]", "");
    }

    @Test
    @DisplayName("Charts are lettered in Traditional")
    void charts() {
        write("文字: 繁体\n图表: [申请人]", "本局规范办理。");
        render("--format", "html");
        String traditional = html().select("img").attr("src");
        render("--format", "html", "--script", "hans");
        assertFalse(traditional.equals(html().select("img").attr("src")));
    }

    @Test
    @DisplayName("Word is told that the language is that of Taiwan, and asked for faces that have the characters")
    void word() {
        write("文字: 繁体", "本局规范办理。");
        render("--format", "docx");
        String styles = ReadBack.part(place.bytes("output/a.docx"), "word/styles.xml");
        assertAll(
                () -> assertTrue(styles.contains("w:eastAsia=\"zh-TW\"")),
                () -> assertTrue(styles.contains("w:eastAsia=\"仿宋\"")),
                () -> assertFalse(styles.contains("GB2312")),
                () -> assertFalse(ReadBack.part(place.bytes("output/a.docx"), "word/fontTable.xml")
                        .contains("GB2312")));
    }

    @Test
    @DisplayName("The body of a PDF in Traditional is set in one FangSong, with the punctuation of the mainland")
    void fonts() throws IOException {
        write("文字: 繁体", "本局规范办理，群众满意（见《条例》）。");
        render("--format", "pdf");
        Set<String> names = new TreeSet<>();
        try (PDDocument pdf = Loader.loadPDF(place.bytes("output/a.pdf"))) {
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    names.add(page.getResources().getFont(name).getName().substring(7));
                }
            }
        }
        assertEquals(
                Set.of(
                        "FandolFang-Regular",
                        "LiberationSerif",
                        "LiberationSerif-Bold",
                        "NotoSansSC-Regular",
                        "NotoSerifSC-Bold",
                        "NotoSerifSC-Regular",
                        "cwTeXFangSong"),
                names);
    }

    @Test
    @DisplayName("The same input gives the same bytes")
    void sameBytes() {
        write("文字: 繁体\n图表: [申请人]", "本局规范办理，群众满意。");
        for (String format : List.of("html", "pdf", "docx")) {
            render("--format", format);
            byte[] first = place.bytes("output/a." + format);
            render("--format", format);
            assertArrayEquals(first, place.bytes("output/a." + format), format);
        }
    }

    @Test
    @DisplayName("Characters that no font has are looked for in what is printed, and told where they were typed")
    void missingCharacters() {
        write("文字: 繁体", "本局规范😀办理。");
        Workplace.Run run = place.nianbao("check", "a.yaml");
        assertTrue(run.out().contains("a.yaml:6:7: error no-glyph"), run.out());
    }

    @Test
    @DisplayName("A check says the same of an input in either script")
    void check() {
        write("文字: 简体", "全年收到政府信息公开申请9件，行政复议8件。");
        String simplified = place.nianbao("check", "a.yaml").out();
        write("文字: 繁体", "全年收到政府信息公开申请9件，行政复议8件。");
        assertEquals(simplified, place.nianbao("check", "a.yaml").out());
        assertTrue(simplified.contains("warning C"), simplified);
    }

    @Test
    @DisplayName("A comparison is in the script of its last report, unless another is asked for; names of files stay")
    void compare() {
        write("文字: 繁体", "本局规范办理各项申请。");
        place.write(
                "复议.yaml", place.read("a.yaml").replace("年度: 2025", "年度: 2024").replace("文字: 繁体", ""));
        place.nianbao("compare", "a.yaml", "复议.yaml", "--output", "c.html", "--lang", "zh");
        Document page = Jsoup.parse(place.read("c.html"));
        assertAll(
                () -> assertEquals("zh-Hant", page.select("html").attr("lang")),
                () -> assertTrue(page.title().startsWith("范縣復議局政府信息公開工作年度報告比較")),
                () -> assertTrue(page.select("li").text().contains("复议.yaml")));
        place.nianbao("compare", "a.yaml", "复议.yaml", "--output", "c.html", "--lang", "zh", "--script", "hans");
        assertTrue(Jsoup.parse(place.read("c.html")).title().startsWith("范县复议局"));
        String text = place.nianbao("compare", "a.yaml", "复议.yaml", "--script", "hant", "--lang", "zh")
                .out();
        assertTrue(text.contains("[1] 2024 范縣復議局 (复议.yaml)"), text);
    }

    @Test
    @DisplayName("A new input says that it is for documents in Traditional, and so does the next year's")
    void newInput() {
        place.nianbao("new", "--agency", "范县复议局", "--year", "2025", "--script", "hant", "--output", "n.yaml");
        assertTrue(place.read("n.yaml").contains("\n文字: 繁体\n"));
        write("文字: 繁体\n照录: {范国华: 范國華, 于里: 于里}", "本局规范办理。");
        place.nianbao("new", "--from", "a.yaml", "--output", "m.yaml");
        assertTrue(place.read("m.yaml").contains("\n文字: 繁体\n照录: {范国华: 范國華, 于里: 于里}\n"), place.read("m.yaml"));
        place.nianbao("new", "--from", "a.yaml", "--output", "o.yaml", "--script", "hans");
        assertFalse(place.read("o.yaml").contains("文字: 繁体"));
    }

    @Test
    @DisplayName("The corrections are data: 信息 becomes 資訊 for those who ask for it; a slip in them is told at its line")
    void corrections() throws IOException {
        place.copyFromCheckout("templates");
        place.edit("templates/traditional.yaml", "words:\n", "words:\n  信息: 資訊\n");
        write("文字: 繁体", "公开信息。");
        render("--format", "html", "--templates", "templates");
        assertEquals("公開資訊。", html().select("h2#s2 ~ p").text());
        place.edit("templates/traditional.yaml", "\n  信息: 資訊", "\n  计算机: 電腦");
        Workplace.Run run = place.nianbao("render", "a.yaml", "--templates", "templates");
        assertEquals(1, run.status());
        assertTrue(run.err().contains("traditional.yaml:"), run.err());
        assertTrue(run.err().contains("3 characters, as many as the word"), run.err());
        Files.delete(place.at("templates/traditional.yaml"));
        assertEquals(
                1, place.nianbao("render", "a.yaml", "--templates", "templates").status());
        assertEquals(
                0,
                place.nianbao("render", "a.yaml", "--templates", "templates", "--script", "hans")
                        .status());
    }

    @Test
    @DisplayName("Every form, every input: nothing in Simplified is left")
    void everyForm() {
        place.copyFromCheckout("inputs");
        Workplace.Run run = place.nianbao("render", "inputs", "--script", "hant", "--format", "html");
        assertEquals(0, run.status(), run.err());
        place.nianbao("new", "--form", "政府网站工作年度报表", "--agency", "范县", "--year", "2025", "--output", "website.yaml");
        place.nianbao("render", "website.yaml", "--script", "hant", "--format", "html", "--draft");
        for (String name :
                List.of("houma-2021", "hengfeng-2021", "yanshi-2021", "yima-2023", "hegang-2021", "website")) {
            Document page = Jsoup.parse(place.read("output/" + name + ".html"));
            for (Element words : page.select("h1, h2, h3, p, th, td, caption")) {
                assertEquals("", simplified(words.text()), words.text());
            }
        }
    }
}

package org.nianbao.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.SmallReport;
import org.nianbao.Workplace;
import org.nianbao.published.ReadBack;

@DisplayName("An input is words and figures, and nothing that it says is done")
class HostileInputTest {
    /** Only ends a test that waits for ever; it is no measure. */
    private static final Duration HANGS = Duration.ofMinutes(30);

    private Workplace place;

    @BeforeEach
    void ownFolder(@TempDir Path folder) {
        place = new Workplace(folder);
    }

    /** Before the folder goes: JUnit would warn of those that lead out of it. */
    @AfterEach
    void withoutLinks() throws IOException {
        try (var walk = Files.walk(place.folder())) {
            for (Path link : walk.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "java&#10;script:alert(1)",
                "&#106;avascript:alert(1)",
                "data:text/html;base64,AAAA",
                "vbscript:msgbox(1)",
                "file:///etc/passwd",
                "//evil.example/",
                "/etc/passwd",
                "http:evil.example",
                "http://www.gov.cn@evil.example/",
                "https://www.gov.cn:80@evil.example/",
                "https://www.gov.cn%40evil.example/",
                "https://www.gov.cn%2f@evil.example/",
                "https://www.gov.cn\\@evil.example/",
                "https://.evil.example/",
                "https:///evil.example/",
                "mailto:a@b?attach=/etc/passwd",
                "mailto:a@b?subject=x&bcc=c@evil.example"
            })
    void aLinkLeadsWhereItSaysOrNowhere(String address) {
        refused("见[网站](<" + address + ">)。", "error bad-link:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.gov.cn/zhengce/2019-04/15/content_5382991.htm?a=b&c=d#e",
                "http://政务.cn:8080/公开",
                "mailto:xxgk@gov.cn",
                "mailto:xxgk@gov.cn?subject=公开"
            })
    void aPlainLinkIsALink(String address) {
        Document page = page("见[网站](" + address + ")。");
        assertEquals(
                address.replaceAll("[^ -~]", ""),
                java.net.URLDecoder.decode(page.select("main a").attr("href"), StandardCharsets.UTF_8)
                        .replaceAll("[^ -~]", ""));
    }

    @Test
    void htmlIsPrintedAsItIs() {
        String attack = "<script>alert(1)</script><img src=x onerror=alert(1)><iframe src=a></iframe>"
                + "<a href=\"javascript:x\">甲</a><!-- 乙 --><style>p{}</style>&lt;b&gt;";
        Document page = page(attack);
        assertEquals(
                0,
                page.select("script:not([type=application/ld+json]), img, iframe, main a, main style, main b")
                        .size());
        assertTrue(page.select("main").text().contains("<script>alert(1)</script><img src=x onerror=alert(1)>"));
    }

    @Test
    void whatATemplateWouldDoIsPrintedAsItIsInAllFormats() throws IOException {
        String attack = "${7+7}<#include \"/etc/passwd\">[=7+7]#{7+7}<@m/>";
        write("机关: 某县档案局", "|\n  值是。\n  " + attack);
        Workplace.Run run = place.nianbao("render", "a.yaml");
        assertEquals(0, run.status(), run.err());
        String html = Jsoup.parse(place.read("output/a.html")).select("main").text();
        String docx = ReadBack.part(place.bytes("output/a.docx"), "word/document.xml");
        assertTrue(html.contains(attack), html);
        assertTrue(docx.contains("${7+7}&lt;#include"), docx);
        assertFalse(docx.contains("root:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{{../机关}}", "{{总体情况}}", "{{java.lang.Runtime}}", "{{机关.class}}", "{{$HOME}}", "{{/etc/passwd}}"
            })
    void aQuoteReachesFactsAndFiguresOnly(String quote) {
        refused("见" + quote + "。", "error unknown-quote:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a.png",
                "/etc/passwd",
                "b/../../a.png",
                "link.png",
                "file:a.png",
                "http://localhost/a.png",
                "..\\a.png",
                "below/out/a.png"
            })
    void aPictureComesFromTheFolderOfTheInput(String name, @TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("a.png"), "secret");
        Files.writeString(place.folder().resolveSibling("a.png"), "secret");
        Files.createSymbolicLink(place.at("link.png"), elsewhere.resolve("a.png"));
        Files.createDirectory(place.at("below"));
        Files.createSymbolicLink(place.at("below/out"), elsewhere);
        refused("![图](<" + name + ">)", "error picture-outside:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipe", "zero", "folder", "loop"})
    void aPictureIsAFile(String name) throws Exception {
        pipe("pipe");
        Files.createDirectory(place.at("folder"));
        Files.createSymbolicLink(place.at("loop"), place.at("loop"));
        assumeTrue(Files.exists(Path.of("/dev/zero")), "there is no /dev/zero here");
        Files.createSymbolicLink(place.at("zero"), Path.of("/dev/zero"));
        refused("![图](" + name + ")", "error picture-");
    }

    @Test
    void aPipeIsNoInputAndKeepsNobodyWaiting() throws Exception {
        pipe("pipe.yaml");
        pipe("pipe.form.yaml");
        write("机关: 某县档案局\n扩展: pipe.form.yaml", "甲。");
        Workplace.Run run = assertTimeoutPreemptively(HANGS, () -> place.nianbao("check", "a.yaml", "pipe.yaml", "."));
        assertEquals(1, run.status());
        assertTrue((run.out() + run.err()).contains("error unreadable: pipe.yaml cannot be read"), run.out());
        assertTrue((run.out() + run.err()).contains("pipe.form.yaml cannot be read"), run.out());
    }

    @Test
    void aLinkInAFolderOfInputsIsNotFollowedOutOfIt(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("a.txt"), "secret: 1");
        write("机关: 某县档案局", "本局按照规定公开政府信息，各项工作平稳有序，数据见以下各表，没有其他情况需要说明。");
        Files.createSymbolicLink(place.at("out.yaml"), elsewhere.resolve("a.txt"));
        Files.createSymbolicLink(place.at("in.yaml"), Path.of("a.yaml"));
        Workplace.Run run = place.nianbao("check", ".");
        assertEquals(1, run.status());
        assertTrue((run.out() + run.err()).contains("error input-outside: ./out.yaml"), run.out() + run.err());
        assertTrue((run.out() + run.err()).contains("2 files checked"), "the others are");
        assertFalse((run.out() + run.err()).contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.form.yaml", "/etc/a.form.yaml", "out.form.yaml"})
    void localRowsComeFromTheFolderOfTheInput(String name, @TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("a.form.yaml"), "secret: 1");
        Files.createSymbolicLink(place.at("out.form.yaml"), elsewhere.resolve("a.form.yaml"));
        write("机关: 某县档案局\n扩展: " + name, "甲。");
        Workplace.Run run = place.nianbao("render", "a.yaml");
        assertEquals(1, run.status());
        assertTrue(run.err().contains("error no-local-rows:"), run.err());
        assertFalse(run.err().contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202e",
                "\u2066",
                "\u200b",
                "\u200d",
                "\ufeff",
                "\u00ad",
                "\u2028",
                "\ud83d\udc68\u200d\ud83d\udc69"
            })
    void noCharacterHidesOrTurnsWords(String character) {
        refused("申请12" + character + "件。", "error invisible-character:");
        write("机关: \"某县\\u202E局\"", "甲。");
        Workplace.Run run = place.nianbao("render", "a.yaml");
        assertTrue(run.err().contains("a.yaml:3:5: error invisible-character: invisible character U+202E"), run.err());
    }

    @Test
    void noCharacterMovesTheCursor() {
        write("机关: \"某县\\e[2J局\"", "甲。");
        Workplace.Run run = place.nianbao("render", "a.yaml");
        assertTrue(run.err().contains("a.yaml:3:5: error control-character: the character U+001B"), run.err());
        Workplace.Run missing = place.nianbao("render", "\u001b[2J.yaml");
        assertTrue(missing.err().contains("error no-input"), missing.err());
        assertFalse(missing.err().contains("\u001b"), missing.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"..yaml", "...yaml", " .yaml", "~.yaml", "$(id).yaml", "-rf.yaml", "con.yaml", "a\\..\\b.yaml"})
    void documentsStayInTheOutputFolder(String name) throws IOException {
        write("机关: 某县档案局", "甲。");
        Files.createDirectory(place.at("in"));
        Files.move(place.at("a.yaml"), place.at("in/" + name));
        Workplace.Run run = place.nianbao("render", "in", "--output", "out/deep", "--format", "html");
        assertEquals(0, run.status(), run.err());
        try (var out = Files.list(place.at("out/deep"));
                var all = Files.list(place.folder());
                var above = Files.list(place.at("out"))) {
            assertEquals(2, out.count()); // the document and the state
            assertEquals(1, above.count());
            assertEquals(2, all.count());
        }
    }

    private void pipe(String name) throws Exception {
        Process made = new ProcessBuilder("mkfifo", place.at(name).toString()).start();
        assumeTrue(made.waitFor() == 0, "there is no mkfifo here");
    }

    private void refused(String prose, String words) {
        write("机关: 某县档案局", "|\n  " + prose);
        Workplace.Run run = assertTimeoutPreemptively(HANGS, () -> place.nianbao("render", "a.yaml"));
        assertEquals(1, run.status(), run.out());
        assertTrue(run.err().contains(words), run.err());
        assertFalse(Files.exists(place.at("output")), "something was written");
    }

    private Document page(String prose) {
        write("机关: 某县档案局", "|\n  " + prose);
        Workplace.Run run = place.nianbao("render", "a.yaml", "--format", "html");
        assertEquals(0, run.status(), run.err());
        return Jsoup.parse(place.read("output/a.html"));
    }

    private void write(String facts, String prose) {
        place.write(
                "a.yaml",
                SmallReport.of("某县档案局", 2021).facts(facts).with("总体情况", prose).toString());
    }
}

package org.nianbao.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.Workplace;
import org.nianbao.console.TextStyle;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Severity;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.diagnostic.TextEdit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("What was found is listed for people and for machines")
class ListingTest {
    private static final Path TEMPLATES = Workplace.CHECKOUT.resolve("templates");
    private static final Path SCHEMA = Workplace.CHECKOUT.resolve("src/test/resources/sarif/sarif-2.1.0-rtm.5.json");

    private static final Source YIMA = new Source("inputs/义马-2023.yaml", "机关: 𠮷林路街道\n行政复议: {结果维持: 1, 总计: 2}\n");
    private static final Source EVIL =
            new Source("inputs/<script>alert(1)</script>.yaml", "a: <script>alert(\"2\")</script> &amp; 完\n");

    /** An astral character before the place: columns are code points. */
    private static final Diagnostic KEY =
            Diagnostic.warning("unknown-key", found(YIMA, "林路"), "林路").help(Message.verbatim("删去"));

    private static final Diagnostic TOTAL = Diagnostic.error("A4", found(YIMA, "2"))
            .fact(Message.verbatim("1 + 0 = 1，总计写的是 2"))
            .help(Message.verbatim("加一项：{核对: A4}"))
            .about("行政复议.总计");
    private static final Diagnostic FIGURE = Diagnostic.warning("figure", found(YIMA, "总计"))
            .fact(Message.verbatim("“一件”与表不一致"))
            .help(Message.verbatim("写成 {{总计}}"))
            .as(Severity.HINT)
            .quoting("一件")
            .related(found(YIMA, "结果维持"), Message.verbatim("表中是 1"));
    private static final Diagnostic UNREADABLE = Diagnostic.error("unreadable", "inputs/空.yaml");
    private static final Diagnostic NO_FOLDER = Diagnostic.error("no-yaml", "inputs/县");

    private static final List<FileDiagnostics> RUN = List.of(
            new FileDiagnostics("", List.of(NO_FOLDER), 0),
            new FileDiagnostics(YIMA.name(), List.of(KEY, TOTAL, FIGURE), 2),
            new FileDiagnostics("inputs/空.yaml", List.of(UNREADABLE), 0),
            new FileDiagnostics("inputs/侯马.yaml", List.of(), 1));

    @Test
    void theKindsHaveNames() {
        assertEquals(List.of("text", "json", "sarif", "html"), Listing.names());
        assertThrows(IllegalArgumentException.class, () -> listed("yaml", List.of(), Locale.CHINESE));
    }

    @Test
    void textShowsEachDiagnosticAndSumsUp() {
        assertEquals("""
                错误 no-yaml: 文件夹 inputs/县 里没有 .yaml 文件
                    办法：请指定放有输入文件的文件夹
                inputs/义马-2023.yaml:1:6: 提醒 unknown-key: 表格的这个位置没有“林路”
                    1 | 机关: 𠮷林路街道
                      |         ^^^^
                    办法：删去
                inputs/义马-2023.yaml:2:21: 错误 A4: 1 + 0 = 1，总计写的是 2
                    2 | 行政复议: {结果维持: 1, 总计: 2}
                      |                               ^
                    办法：加一项：{核对: A4}
                inputs/义马-2023.yaml:2:17: 提示 figure: “一件”与表不一致
                    2 | 行政复议: {结果维持: 1, 总计: 2}
                      |                         ^^^^
                    inputs/义马-2023.yaml:2:8: 表中是 1
                    办法：写成 {{总计}}
                错误 unreadable: 无法读取 inputs/空.yaml
                    办法：请检查文件是否存在、是否有读取权限
                检查了 3 个文件：错误 3 处，提醒 1 处，提示 1 处，已说明 3 处
                """, listed("text", RUN, Locale.CHINESE));
    }

    @Test
    void textNamesTheFileWhereADiagnosticDoesNot() {
        Diagnostic font = Diagnostic.warning("font-missing")
                .fact(Message.verbatim("no font"))
                .help(Message.verbatim("add one"));
        assertEquals("""
                a.yaml:
                warning font-missing: no font
                    help: add one
                1 file checked: 0 errors, 1 warning
                """, listed("text", List.of(new FileDiagnostics("a.yaml", List.of(font), 0)), Locale.ENGLISH));
    }

    @Test
    void theSummaryCountsInBothLanguages() {
        assertEquals("5 files checked: 3 errors, 1 warning, 2 hints, 8 accepted", english(tally(5, 3, 1, 2, 8)));
        assertEquals("1 file checked: 1 error, 2 warnings, 1 hint, 1 accepted", english(tally(1, 1, 2, 1, 1)));
        assertEquals("2 files checked: 0 errors, 1 warning", english(tally(2, 0, 1, 0, 0)));
        assertEquals("1 file checked, no problems found", english(tally(1, 0, 0, 0, 0)));
        assertEquals("2 files checked, no problems found, 8 accepted", english(tally(2, 0, 0, 0, 8)));
        assertEquals("0 files checked", english(Tally.NOTHING));
        assertEquals(
                "检查了 5 个文件：错误 3 处，提醒 2 处，提示 1 处，已说明 8 处", tally(5, 3, 2, 1, 8).summary(Locale.CHINESE));
        assertEquals("检查了 10000 个文件，没有发现问题", tally(10000, 0, 0, 0, 0).summary(Locale.CHINESE));
        assertEquals("检查了 0 个文件：错误 1 处，提醒 0 处", tally(0, 1, 0, 0, 0).summary(Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void aFileCountsByItsHeaviestDiagnostic() {
        Tally tally = RUN.stream().map(Tally::of).reduce(Tally.NOTHING, Tally::plus);
        assertEquals(new Tally(3, 2, 0, 0, 3, 1, 1, 3), tally);
        assertEquals(1, tally.clean());
    }

    @Test
    void jsonHasTheShapeOfTheDocumentation() {
        assertEquals("""
                {"version":1,"program":"nianbao 0.1.0","files":[
                {"errors":1,"warnings":0,"hints":0,"accepted":0,"problems":[{"severity":"error","id":"no-yaml",\
                "message":"the folder inputs/县 contains no .yaml file","help":"give a folder with inputs"}]},
                {"file":"inputs/义马-2023.yaml","errors":1,"warnings":1,"hints":1,"accepted":2,"problems":[\
                {"severity":"warning","id":"unknown-key","line":1,"column":6,"length":2,\
                "message":"the form has no “林路” here","help":"删去"},\
                {"severity":"error","id":"A4","line":2,"column":21,"length":1,"subject":"行政复议.总计",\
                "message":"1 + 0 = 1，总计写的是 2","help":"加一项：{核对: A4}"},\
                {"severity":"hint","id":"figure","line":2,"column":17,"length":2,"quote":"一件",\
                "message":"“一件”与表不一致","help":"写成 {{总计}}",\
                "related":[{"file":"inputs/义马-2023.yaml","line":2,"column":8,"message":"表中是 1"}]}]},
                {"file":"inputs/空.yaml","errors":1,"warnings":0,"hints":0,"accepted":0,"problems":[\
                {"severity":"error","id":"unreadable","message":"inputs/空.yaml cannot be read",\
                "help":"check that the file exists and is readable"}]},
                {"file":"inputs/侯马.yaml","errors":0,"warnings":0,"hints":0,"accepted":1,"problems":[]}],\
                "summary":{"files":3,"filesWithErrors":2,"filesWithWarnings":0,"filesWithHints":0,"filesClean":1,\
                "errors":3,"warnings":1,"hints":1,"accepted":3}}
                """, listed("json", RUN, Locale.ENGLISH));
    }

    @Test
    void jsonOfNothingIsWhole() {
        assertEquals("""
                {"version":1,"program":"nianbao 0.1.0","files":[],"summary":{"files":0,"filesWithErrors":0,\
                "filesWithWarnings":0,"filesWithHints":0,"filesClean":0,"errors":0,"warnings":0,"hints":0,"accepted":0}}
                """, listed("json", List.of(new FileDiagnostics("", List.of(), 0)), Locale.CHINESE));
    }

    @Test
    void jsonSaysWhichFileADiagnosticIsInIfItIsAnother() {
        JsonNode diagnostic = new JsonMapper()
                .readTree(listed("json", List.of(new FileDiagnostics("a.yaml", List.of(KEY), 0)), Locale.CHINESE))
                .at("/files/0/problems/0");
        assertEquals(YIMA.name(), diagnostic.get("file").stringValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void sarifIsValid(String language) {
        for (List<FileDiagnostics> run : List.of(RUN, List.<FileDiagnostics>of())) {
            String sarif = listed("sarif", run, Locale.forLanguageTag(language));
            assertEquals(List.of(), schemaErrors(sarif));
        }
        assertNotEquals(List.of(), schemaErrors("{\"version\":\"2.1.0\",\"runs\":[{\"results\":[]}]}"), "seen to fail");
    }

    @Test
    void sarifTellsRulesResultsAndPlaces() {
        JsonNode run =
                new JsonMapper().readTree(listed("sarif", RUN, Locale.CHINESE)).at("/runs/0");
        assertEquals("unicodeCodePoints", run.at("/columnKind").stringValue());
        JsonNode rules = run.at("/tool/driver/rules");
        assertEquals(List.of("no-yaml", "unknown-key", "A4", "figure", "unreadable"), rules.findValuesAsString("id"));
        assertEquals("表格的这个位置没有“…”", rules.at("/1/shortDescription/text").stringValue());
        assertEquals("数字应当符合表格的核对规则 A4", rules.at("/2/shortDescription/text").stringValue());
        for (JsonNode result : run.get("results")) {
            assertEquals(
                    result.get("ruleId"),
                    rules.get(result.get("ruleIndex").intValue()).get("id"));
        }
        assertEquals(
                List.of("error", "warning", "error", "note", "error"),
                run.get("results").findValuesAsString("level"));
        assertTrue(run.at("/results/0/locations").isMissingNode(), "belongs to no file");
        assertEquals(
                "{\"artifactLocation\":{\"uri\":\"inputs/%E7%A9%BA.yaml\"}}",
                run.at("/results/4/locations/0/physicalLocation").toString());
        assertEquals(
                "{\"artifactLocation\":{\"uri\":\"inputs/%E4%B9%89%E9%A9%AC-2023.yaml\"},"
                        + "\"region\":{\"startLine\":1,\"startColumn\":6,\"endColumn\":8,\"snippet\":{\"text\":\"林路\"}},"
                        + "\"contextRegion\":{\"startLine\":1,\"startColumn\":1,\"endColumn\":10,"
                        + "\"snippet\":{\"text\":\"机关: 𠮷林路街道\"}}}",
                run.at("/results/1/locations/0/physicalLocation").toString());
        assertEquals(
                "“一件”与表不一致\n办法：写成 {{{{总计}}}}",
                run.at("/results/3/message/text").stringValue(),
                "braces are doubled (3.11.5)");
        assertEquals(
                8,
                run.at("/results/3/relatedLocations/0/physicalLocation/region/startColumn")
                        .intValue());
        assertEquals(
                "表中是 1", run.at("/results/3/relatedLocations/0/message/text").stringValue());
        run.findValues("region").forEach(region -> assertTrue(region.has("startLine"), "errata of 2023"));
    }

    @Test
    void sarifPointsAtAPlaceWithoutLength() {
        Diagnostic top = Diagnostic.error("no-form", YIMA.top())
                .fact(Message.verbatim("x"))
                .help(Message.verbatim("y"));
        JsonNode place = new JsonMapper()
                .readTree(listed("sarif", List.of(new FileDiagnostics(YIMA.name(), List.of(top), 0)), Locale.ENGLISH))
                .at("/runs/0/results/0/locations/0/physicalLocation");
        assertEquals(
                "{\"startLine\":1,\"startColumn\":1,\"endColumn\":1}",
                place.get("region").toString());
        assertEquals(10, place.at("/contextRegion/endColumn").intValue());
    }

    @Test
    void sarifKnowsAFindingAgainThatHasMoved() {
        Source moved = new Source(YIMA.name(), "\n\n" + YIMA.text());
        Diagnostic same = Diagnostic.error("A4", found(moved, "2"))
                .fact(Message.verbatim("other words"))
                .help(Message.verbatim(""))
                .about("行政复议.总计");
        assertEquals(fingerprint(TOTAL), fingerprint(same));
        assertNotEquals(fingerprint(TOTAL), fingerprint(same.about("行政诉讼.总计")));
        assertNotEquals(fingerprint(TOTAL), fingerprint(same.quoting("二件")));
        assertNotEquals(
                fingerprint(KEY),
                fingerprint(Diagnostic.warning("unknown-key", found(YIMA, "街道"))
                        .fact(Message.verbatim(""))
                        .help(KEY.fact())));
    }

    @Test
    void pathsBecomeUris() {
        assertEquals("inputs/a%20b%25%231.yaml", SarifListing.uri("./inputs/a b%#1.yaml"));
        assertEquals("../%F0%A0%AE%B7.yaml", SarifListing.uri("../𠮷.yaml"));
        assertEquals("file:///srv/a.yaml", SarifListing.uri("/srv/a.yaml"));
        assertEquals("file:///C:/a.yaml", SarifListing.uri("C:/a.yaml"));
    }

    @Test
    void htmlBeginsWithTheSummaryAndLeadsToEachFile() {
        Document page = Jsoup.parse(listed("html", RUN, Locale.CHINESE));
        assertEquals("zh-CN", page.selectFirst("html").attr("lang"));
        assertEquals(
                "检查了 3 个文件：错误 3 处，提醒 1 处，提示 1 处，已说明 3 处",
                page.select(".summary").text());
        assertEquals("检查的文件 3 有错误 2 只有提醒 0 没有问题 1", page.select(".tally").text());
        assertEquals(
                List.of("inputs/义马-2023.yaml 1 1 1 2", "inputs/空.yaml 1 0 0 0"),
                page.select("nav tbody tr").eachText());
        for (Element link : page.select("nav a")) {
            assertEquals(link.text(), page.select(link.attr("href") + " h2").text());
        }
        assertEquals("inputs/侯马.yaml （已说明 1 处）", page.select(".clean-files li").text());
        assertEquals(5, page.select(".problem").size());
        Element key = page.selectFirst(".problem.warning");
        assertEquals("提醒 unknown-key 第 1 行第 6 列", key.select(".head").text());
        assertEquals("表格的这个位置没有“林路”", key.select(".fact").text());
        assertEquals("1机关: 𠮷林路街道", key.select(".excerpt").text());
        assertEquals("林路", key.select("mark").text());
        assertEquals("办法：删去", key.select(".help").text());
        assertEquals(
                "第 2 行第 8 列 表中是 1", page.select(".problem.hint .related li").text());
    }

    @Test
    void htmlSpeaksEnglishToo() {
        Document page = Jsoup.parse(listed("html", RUN, Locale.ENGLISH));
        assertEquals("en", page.selectFirst("html").attr("lang"));
        assertEquals(
                "3 files checked: 3 errors, 1 warning, 1 hint, 3 accepted",
                page.select(".summary").text());
        assertEquals(
                "Problems that belong to no file", page.select("main h2").get(0).text());
        assertEquals(
                "hint figure line 2, column 17",
                page.select(".problem.hint .head").text());
        assertEquals("Help: 写成 {{总计}}", page.select(".problem.hint .help").text());
    }

    @Test
    void htmlOfACleanRunSaysSo() {
        Document page =
                Jsoup.parse(listed("html", List.of(new FileDiagnostics("a.yaml", List.of(), 0)), Locale.ENGLISH));
        assertEquals(
                "1 file checked, no problems found", page.select(".summary").text());
        assertEquals(0, page.select(".problem, nav").size());
        assertEquals(
                "0 files checked",
                Jsoup.parse(listed("html", List.of(), Locale.ENGLISH))
                        .select(".summary")
                        .text());
    }

    @Test
    void htmlRunsNothingFetchesNothingAndEscapesAll() {
        Diagnostic evil = Diagnostic.error("<b>", found(EVIL, "<script>"))
                .fact(Message.verbatim("<img src=x onerror=alert(3)>"))
                .help(Message.verbatim("\"><script>alert(4)</script>"))
                .related(EVIL.top(), Message.verbatim("</li><script>"));
        String html = listed(
                "html",
                List.of(
                        new FileDiagnostics("", List.of(evil), 0),
                        new FileDiagnostics(EVIL.name(), List.of(evil), 0),
                        new FileDiagnostics("'\"<i>", List.of(), 0)),
                Locale.CHINESE);
        Document page = Jsoup.parse(html);
        assertEquals(
                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
                page.select("meta[http-equiv=Content-Security-Policy]").attr("content"));
        assertEquals(
                0,
                page.select("script, img, link, iframe, object, [src], [onerror]")
                        .size());
        assertTrue(page.select("a[href]").stream()
                .allMatch(link -> link.attr("href").startsWith("#")));
        assertFalse(html.contains("url(") || html.contains("@import"), "the style fetches nothing");
        assertEquals(EVIL.name(), page.select(".file h2").text());
        assertEquals(
                "1a: <script>alert(\"2\")</script> &amp; 完",
                page.select(".file .excerpt").text());
        assertEquals("<script>", page.select(".file mark").text());
        assertEquals("'\"<i>", page.select(".clean-files li").text());
    }

    @Test
    void htmlCutsALongLineAroundTheMark() {
        Source prose = new Source("长.yaml", "前".repeat(1000) + "错字" + "后".repeat(1000));
        Diagnostic diagnostic = Diagnostic.warning("x", found(prose, "错字"))
                .fact(Message.verbatim("x"))
                .help(Message.verbatim("y"))
                .as(Severity.HINT);
        Document page = Jsoup.parse(
                listed("html", List.of(new FileDiagnostics("长.yaml", List.of(diagnostic), 0)), Locale.CHINESE));
        assertEquals(
                "…" + "前".repeat(40) + "错字" + "后".repeat(38) + "…",
                page.select("code").text());
        assertEquals("错字", page.select("mark").text());
    }

    @Test
    void aTemplateThatMustBeMendedIsTold(@TempDir Path templates) throws IOException {
        Listing.ListingSettings settings =
                new Listing.ListingSettings(templates, "nianbao", "0.1.0", Locale.ENGLISH, TextStyle.PLAIN, false);
        Listing.Faulty missing =
                assertThrows(Listing.Faulty.class, () -> Listing.named("html", new StringWriter(), settings));
        assertEquals("template-missing", missing.diagnostic().id());

        Files.writeString(templates.resolve("check.ftlh"), "${nothing}");
        Files.writeString(templates.resolve("check-problems.ftlh"), "${nobody}");
        StringWriter out = new StringWriter();
        Listing listing = Listing.named("html", out, settings);
        Listing.ListingPart part = listing.part(RUN.get(1));
        assertThrows(Listing.Faulty.class, part::write);
        Listing.Faulty wrong = assertThrows(Listing.Faulty.class, listing::close);
        assertEquals("template-syntax", wrong.diagnostic().id());
        assertEquals(3, wrong.diagnostic().span().orElseThrow().column());
        assertEquals("", out.toString());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void partsMadeInManyThreadsGiveTheSameList(String kind) throws IOException {
        List<FileDiagnostics> many = new ArrayList<>();
        Collections.nCopies(50, RUN).forEach(many::addAll);
        StringWriter out = new StringWriter();
        try (Listing listing = Listing.named(kind, out, settings(Locale.CHINESE))) {
            List<CompletableFuture<Listing.ListingPart>> parts = many.stream()
                    .map(file -> CompletableFuture.supplyAsync(() -> listing.part(file)))
                    .toList();
            for (CompletableFuture<Listing.ListingPart> part : parts) {
                part.join().write();
            }
            assertEquals(150, listing.tally().files());
        }
        assertEquals(listed(kind, many, Locale.CHINESE), out.toString());
    }

    static List<String> kinds() {
        return Listing.names();
    }

    private static Listing.ListingSettings settings(Locale locale) {
        return new Listing.ListingSettings(TEMPLATES, "nianbao", "0.1.0", locale, TextStyle.PLAIN, false);
    }

    private static String listed(String kind, List<FileDiagnostics> run, Locale locale) {
        StringWriter out = new StringWriter();
        try (Listing listing = Listing.named(kind, out, settings(locale))) {
            for (FileDiagnostics file : run) {
                listing.part(file).write();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static SourceSpan found(Source source, String words) {
        return source.find(words, 0, source.text().length());
    }

    private static String english(Tally tally) {
        return tally.summary(Locale.ENGLISH);
    }

    private static Tally tally(int files, int errors, int warnings, int hints, int accepted) {
        return new Tally(files, 0, 0, 0, errors, warnings, hints, accepted);
    }

    private static String fingerprint(Diagnostic diagnostic) {
        return new JsonMapper()
                .readTree(
                        listed("sarif", List.of(new FileDiagnostics("a.yaml", List.of(diagnostic), 0)), Locale.ENGLISH))
                .at("/runs/0/results/0/partialFingerprints/problem~1v1")
                .stringValue();
    }

    @Test
    void machinesGetWhatAFixWouldWrite() {
        int from = YIMA.text().indexOf("林路");
        int to = YIMA.text().indexOf("{结果");
        Diagnostic fixed = KEY.edit(List.of(new TextEdit(from, from + 2, "林"), new TextEdit(to, to, "{\n")));
        List<FileDiagnostics> run = List.of(new FileDiagnostics(YIMA.name(), List.of(fixed, TOTAL), 0));
        String sarif = listed("sarif", run, Locale.CHINESE);
        assertEquals(List.of(), schemaErrors(sarif));
        JsonNode results = new JsonMapper().readTree(sarif).at("/runs/0/results");
        assertTrue(results.path(1).path("fixes").isMissingNode());
        JsonNode change = results.at("/0/fixes/0/artifactChanges/0");
        assertEquals(
                "inputs/%E4%B9%89%E9%A9%AC-2023.yaml",
                change.at("/artifactLocation/uri").asString());
        assertEquals(
                "{\"startLine\":1,\"startColumn\":6,\"endLine\":1,\"endColumn\":8}",
                change.at("/replacements/0/deletedRegion").toString());
        assertEquals("林", change.at("/replacements/0/insertedContent/text").asString());
        assertEquals(
                "{\"startLine\":2,\"startColumn\":7,\"endLine\":2,\"endColumn\":7}",
                change.at("/replacements/1/deletedRegion").toString());
        JsonNode problems =
                new JsonMapper().readTree(listed("json", run, Locale.CHINESE)).at("/files/0/problems");
        assertEquals(
                "[{\"line\":1,\"column\":6,\"endLine\":1,\"endColumn\":8,\"text\":\"林\"},"
                        + "{\"line\":2,\"column\":7,\"endLine\":2,\"endColumn\":7,\"text\":\"{\\n\"}]",
                problems.path(0).path("fix").toString());
        assertTrue(problems.path(1).path("fix").isMissingNode());
    }

    private static List<String> schemaErrors(String sarif) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(Files.readString(SCHEMA))
                    .validate(sarif, InputFormat.JSON)
                    .stream()
                    .map(error -> error.toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.nianbao.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.EdgeProse;
import org.nianbao.Workplace;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
@DisplayName("In a browser, every HTML that the program writes")
class BrowserTest {
    /** The size of the smallest letters of a chart, which are drawn in 12 px (9 pt) for paper. */
    private static final String SMALLEST_OF_CHARTS = """
            Math.min(12, ...[...document.querySelectorAll('figure:has(table.unseen) img')].map(
                chart => 12 * chart.getBoundingClientRect().width / chart.naturalWidth))""";

    private Workplace place;
    private List<Path> pages = List.of();
    private Browser browser;
    private String axe;

    @BeforeAll
    void openBrowser(@TempDir Path folder) throws IOException {
        assumeTrue(Browser.program().isPresent(), "Chromium is missing: apt-get install chromium");
        place = new Workplace(folder);
        pages = Pages.in(folder);
        browser = Browser.start(folder.resolve("profile"));
        try (InputStream script = Objects.requireNonNull(BrowserTest.class.getResourceAsStream("/axe.min.js"))) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest(name = "at {0} px")
    @ValueSource(ints = {360, 768, 1280})
    @DisplayName("is accessible, fits the window, asks for nothing and complains of nothing")
    void isSound(int width) {
        assertAll(pages.stream().map(page -> () -> {
            browser.open(page, width);
            String name = page.getFileName() + " at " + width;
            browser.evaluate(axe);
            assertEquals("[]", browser.evaluate("""
                    axe.run().then(found => JSON.stringify(found.violations.map(violation =>
                        [violation.id, ...violation.nodes.map(node => node.html.slice(0, 300) + node.failureSummary)])))
                    """).asString(), name);
            assertEquals(
                    width,
                    browser.evaluate("document.documentElement.scrollWidth").asInt(),
                    name);
            assertEquals(
                    0,
                    browser.evaluate("[...document.images].filter(image => !image.naturalWidth).length")
                            .asInt(),
                    name + ": pictures are shown");
            assertTrue(
                    browser.evaluate(SMALLEST_OF_CHARTS).asDouble() >= 11,
                    () -> name + ": the letters of a chart are smaller than 11 px");
            assertEquals(List.of(), browser.requests(page), name);
            assertEquals(List.of(), browser.complaints(), name);
        }));
    }

    /** What is wrong in tables with many columns, scrolled by a column and a half: one line for each cell. */
    private static final String SCROLLED = """
            [...document.querySelectorAll('.scroll:has(table.wide .label)')].flatMap(box => {
                box.scrollLeft = 60;
                const left = box.getBoundingClientRect().left, right = left + box.clientWidth;
                const rect = cell => cell.getBoundingClientRect();
                const labels = [...box.querySelectorAll('th.label')];
                const totals = [...box.querySelectorAll('.total:last-child')];
                const figures = [...box.querySelectorAll('td:not(.total)')];
                return [
                    ...labels.filter(cell => rect(cell).left < left - 1 || rect(cell).right > left + 190),
                    ...labels.filter(cell => cell.scrollWidth > cell.clientWidth + 1),
                    ...totals.filter(cell => rect(cell).right > right + 1 || rect(cell).left < left + 190),
                    ...labels.filter(one => labels.some(other => one !== other
                        && rect(one).left < rect(other).right - 2 && rect(other).left < rect(one).right - 2
                        && rect(one).top < rect(other).bottom - 2 && rect(other).top < rect(one).bottom - 2)),
                    ...figures.filter(cell => /^[0-9.]{1,9}$/.test(cell.textContent) && rect(cell).height
                        && document.createRange && (range => { range.selectNodeContents(cell);
                            return range.getClientRects().length > 1; })(document.createRange()))
                ].map(cell => cell.outerHTML.slice(0, 200) + JSON.stringify(rect(cell)));
            }).slice(0, 5).join('\\n')""";

    /** The cells of the first column that do not stay, or show what is below them, in tables of the text. */
    private static final String FIRST_COLUMN = """
            [...document.querySelectorAll('.scroll > table[border]:not(.form, :has([rowspan]))')].flatMap(table => {
                const box = table.parentElement, left = box.getBoundingClientRect().left;
                box.scrollLeft = 60;
                return [...box.querySelectorAll('tr > :first-child')].filter(cell =>
                    box.scrollLeft && (Math.abs(cell.getBoundingClientRect().left - left) > 1
                        || getComputedStyle(cell).backgroundColor != 'rgb(255, 255, 255)'))
                    .map(cell => cell.outerHTML.slice(0, 200));
            }).slice(0, 5).join('\\n')""";

    /** The figures in tables of the form that stand on two lines, or leave their cells. */
    private static final String BROKEN_FIGURES = """
            [...document.querySelectorAll('table.wide td')]
                .filter(cell => /^[0-9]{1,12}$/.test(cell.textContent))
                .filter(cell => {
                    const range = document.createRange();
                    range.selectNodeContents(cell);
                    return range.getClientRects().length > 1 || cell.scrollWidth > cell.clientWidth + 1;
                })
                .map(cell => cell.textContent).slice(0, 5).join('\\n')""";

    @Test
    @DisplayName("breaks no figure of the form into two lines, up to twelve digits, on any screen")
    void breaksNoFigure() {
        assertAll(pages.stream()
                .flatMap(page -> Stream.of(360, 768, 1280).map(width -> () -> {
                    browser.open(page, width);
                    assertEquals("", browser.evaluate(BROKEN_FIGURES).asString(), page.getFileName() + " at " + width);
                })));
    }

    @Test
    @DisplayName("keeps labels and totals of a wide table in sight on a phone, over nothing but figures")
    void keepsLabelsInSight() {
        assertAll(pages.stream()
                .flatMap(page -> Stream.of(360, 390).map(width -> () -> {
                    browser.open(page, width);
                    assertEquals("", browser.evaluate(SCROLLED).asString(), page.getFileName() + " at " + width);
                    assertEquals("", browser.evaluate(FIRST_COLUMN).asString(), page.getFileName() + " at " + width);
                })));
    }

    @Test
    @DisplayName("is printed as its PDF is: the same words on A4, numbered, no table cut that fits a page")
    void isPrintedAsThePdfIs() {
        List<String> reports = List.of("county-2019", "everything", "hegang-2021", "local-rows-2020", "website");
        assertAll(reports.stream().map(name -> () -> {
            Workplace.Run run = place.nianbao("render", "inputs/" + name + ".yaml", "--format", "pdf");
            assertEquals(0, run.status(), run.err());
            browser.open(place.at("output/" + name + ".html"), 1280);
            List<String> printed = pages(browser.print());
            assertEquals(words(pages(place.bytes("output/" + name + ".pdf"))), words(printed), name);
            for (int i = 0; i < printed.size(); i++) {
                assertTrue(printed.get(i).contains("—" + (i + 1) + "—"), name);
                assertEquals(
                        printed.get(i).contains("一、本年新收政府信息公开申请数量"),
                        printed.get(i).contains("四、结转下年度继续办理"),
                        name);
            }
        }));
    }

    @Test
    @DisplayName("is printed without a mark at the start or end of a line that may not stand there")
    void hasNoWrongLineEdges() throws IOException {
        for (String name : EdgeProse.render(place, "html")) {
            browser.open(place.at("output/" + name + ".html"), 1280);
            Path printed = Files.write(place.at(name + ".pdf"), browser.print());
            assertEquals(List.of(), EdgeProse.wrongLines(printed), name);
        }
    }

    @Test
    @DisplayName("shows the overview's units as they are asked for: some of them, by name, in another order")
    void showsTheUnitsThatAreAskedFor() {
        browser.open(place.at("output/overview.html"), 1280);
        assertEquals("侯马市人民政府办公室 某县档案局 某县 <局> & \"科\" 某乡 & \"科\" 横峰县人民政府办公室 某乡人民政府", shownUnits());
        browser.evaluate("document.getElementById('show-missing').click()");
        assertEquals("某县档案局 某乡人民政府", shownUnits());
        browser.evaluate("document.getElementById('show-faulty').click()");
        assertEquals("某乡 & \"科\"", shownUnits());
        browser.evaluate("document.getElementById('show-all').click()");
        String received = "[...document.querySelectorAll('#units thead [role=button]')].find(head =>"
                + " head.textContent.startsWith('新收申请'))";
        browser.evaluate(received + ".click()");
        assertEquals("某乡 & \"科\" 侯马市人民政府办公室 某县 <局> & \"科\" 横峰县人民政府办公室 某县档案局 某乡人民政府", shownUnits());
        browser.evaluate(received + ".dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true}))");
        assertEquals(
                "ascending",
                browser.evaluate(received + ".parentElement.ariaSort").asString());
        browser.evaluate("""
                document.querySelector('#finder input').value = '某县';
                document.querySelector('#finder input').dispatchEvent(new Event('input'))""");
        assertEquals("某县档案局 某县 <局> & \"科\"", shownUnits());
        assertEquals(List.of(), browser.complaints());
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 90})
    @DisplayName("prints the totals of an overview once, below those of all groups")
    void printsTotalsOnce(int groups) throws IOException {
        String units = IntStream.rangeClosed(1, groups)
                .mapToObj("  第%d组: [某县%1$d局]\n"::formatted)
                .collect(Collectors.joining());
        place.write("groups.yaml", "汇总机关: 某县\n单位:\n" + units);
        place.nianbao("overview", "figures", "--units", "groups.yaml", "--output", "output/groups.html");
        browser.open(place.at("output/groups.html"), 1280);
        try (PDDocument printed = Loader.loadPDF(browser.print())) {
            String text = new PDFTextStripper().getText(printed);
            assertEquals(
                    1, text.lines().filter(line -> line.matches("All \\d.*")).count(), text);
        }
    }

    private String shownUnits() {
        return browser.evaluate("""
                [...document.querySelectorAll('#units tbody')].filter(body => body.offsetHeight > 0)
                    .map(body => body.rows[0].cells[0].firstChild.nodeValue.trim()).join(' ')""").asString();
    }

    /** The words of each page, which is A4, without blanks. */
    private static List<String> pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> pages = new ArrayList<>();
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                assertEquals(595, document.getPage(i - 1).getMediaBox().getWidth(), 1);
                assertEquals(842, document.getPage(i - 1).getMediaBox().getHeight(), 1);
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                pages.add(stripper.getText(document).replaceAll("\\s+", ""));
            }
            return pages;
        }
    }

    /** All letters and figures but those of the page numbers, sorted: the words of links and of bold come late in a PDF. */
    private static String words(List<String> pages) {
        return String.join("", pages)
                .replaceAll("—\\d+—", "")
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .sorted()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}

package org.nianbao.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nianbao.web.ServedPage.box;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.Workplace;
import org.nianbao.diagnostic.Acceptance;
import org.nianbao.diagnostic.Source;
import org.nianbao.form.FormCell;
import org.nianbao.form.Section;
import org.nianbao.input.InputReader;
import org.nianbao.input.InputTree;
import org.nianbao.input.Reading;
import org.nianbao.report.Report;

/** Whole reports of {@code inputs} are typed into the form from nothing, with the keys and the mouse of a real Chromium. */
@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@DisplayName("A whole report typed into the form of nianbao serve")
class TypedReportTest {
    private static final int MOST_TABS = 40;

    @TempDir
    private Path folder;

    private ServedPage served;
    private Browser browser;

    @BeforeEach
    void serve() throws IOException {
        served = ServedPage.start(folder);
        browser = served.browser;
    }

    @AfterEach
    void end() {
        if (served != null) {
            served.close();
        }
    }

    private static Reading.Filled read(Path file) throws IOException {
        return InputReader.read(file, new Source("", Files.readString(file)), Workplace.FORMS)
                .filled()
                .orElseThrow();
    }

    /** What is to be typed, by path in the form's order: what the model has, and a zero for each figure that it leaves out. */
    private static Map<String, String> wanted(Reading.Filled model) {
        Report report = model.report();
        Map<String, String> words = new LinkedHashMap<>();
        report.form().facts().forEach(fact -> report.fact(fact.key()).ifPresent(said -> words.put(fact.key(), said)));
        for (Section section : report.form().sections()) {
            if (section instanceof Section.TableSection) {
                cells(report, section)
                        .filter(cell -> model.places().has(cell.path().dotted()) || !cell.isTotal())
                        .forEach(cell -> words.put(
                                cell.path().dotted(), report.cell(cell.path()).text()));
            } else {
                report.prose(section.key())
                        .lines()
                        .filter(line -> !line.isBlank())
                        .reduce((a, b) -> a + "\n" + b)
                        .ifPresent(text -> words.put(section.key(), text));
            }
        }
        return words;
    }

    private static Stream<FormCell> cells(Report report, Section section) {
        return report.form().cells().blocks(section.key()).stream().flatMap(block -> block.cells().stream());
    }

    @ParameterizedTest
    @ValueSource(strings = {"houma-2021.yaml", "yima-2023.yaml"})
    @DisplayName("by mouse and keys, a table pasted, checked, and downloaded in three formats")
    void withTheMouse(String name) throws Exception {
        Path model = Workplace.CHECKOUT.resolve("inputs").resolve(name);
        Reading.Filled filled = read(model);
        Map<String, String> wanted = wanted(filled);
        served.await("document.querySelector('#new-agency')");
        browser.click("document.querySelector('#new-agency')");
        browser.type(filled.agency());
        browser.click("document.querySelector('#new-year')");
        browser.press('a', "selectAll");
        browser.type(String.valueOf(filled.year()));
        browser.click("document.querySelector('form.new button.main')");
        served.await(box("总体情况"));
        Section pasted = filled.report().form().tables().get(1);
        paste(pasted.key(), wanted);
        for (Map.Entry<String, String> one : wanted.entrySet()) {
            if (!served.value(one.getKey()).equals(one.getValue())) {
                browser.click(box(one.getKey()));
                browser.press('a', "selectAll");
                browser.type(one.getValue());
            }
        }
        served.awaitSaved();
        String omit = "document.querySelector('.omit:not([hidden])')";
        while (browser.evaluate("Boolean(" + omit + ")").asBoolean()) {
            browser.click(omit);
            served.awaitSaved();
        }
        for (Optional<Acceptance> next = shown(filled); next.isPresent(); next = shown(filled)) {
            Acceptance reason = next.get();
            browser.click(explain(reason));
            served.await("document.activeElement.id === 'reason'");
            browser.type(reason.reason());
            browser.click("document.querySelector('dialog button.main')");
            served.await("!" + explain(reason));
        }
        served.awaitSaved();
        requireSame(model, made());
        download();
    }

    /** Pastes the rows of a table as a spreadsheet copies them, beginning in its first cell. */
    private void paste(String section, Map<String, String> wanted) throws InterruptedException {
        String rows = browser.evaluate("[...document.querySelector('#pane-form section[data-path=\"" + section
                        + "\"] table').rows].map(row => [...row.querySelectorAll('input')].map(box => box.dataset.path).join('\\t'))"
                        + ".filter(Boolean).join('\\n')")
                .asString();
        String figures = rows.lines()
                .map(row -> Stream.of(row.split("\t"))
                        .map(path -> wanted.getOrDefault(path, ""))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
        String first = rows.split("[\t\n]")[0];
        browser.copy(figures);
        browser.click(box(first));
        browser.press('v', "paste");
        served.await(box(first) + ".value === '" + wanted.get(first) + "'");
        served.awaitSaved();
    }

    private Path made() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("reports"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Every fact, figure and paragraph of the model is in the other file, and all else is as it is printed. */
    private static void requireSame(Path model, Path made) throws IOException {
        Reading.Filled before = read(model);
        Reading.Filled after = read(made);
        Map<String, String> typed = scalars(made);
        Map<String, String> lost = new TreeMap<>(scalars(model));
        lost.keySet().removeIf(key -> key.startsWith("核对说明")); // compared below, in whatever order
        lost.entrySet().removeIf(one -> one.getValue().equals(typed.get(one.getKey())));
        Map<String, String> others = new TreeMap<>();
        before.report().form().cells().figures().forEach(cell -> {
            String there = after.report().cell(cell.path()).text();
            if (!there.equals(before.report().cell(cell.path()).text())) {
                others.put(cell.path().dotted(), there);
            }
        });
        assertAll(
                () -> assertEquals(Map.of(), lost),
                () -> assertEquals(Map.of(), others),
                () -> assertEquals(reasons(before), reasons(after)),
                () -> assertEquals(before.report().words(), after.report().words()));
    }

    private static Set<List<Object>> reasons(Reading.Filled filled) {
        return filled.acceptances().stream()
                .map(one -> List.<Object>of(one.id(), one.subject(), one.quote(), one.reason()))
                .collect(Collectors.toSet());
    }

    /** A reason whose finding is shown: some findings are shown once others are explained. */
    private Optional<Acceptance> shown(Reading.Filled model) throws InterruptedException {
        served.awaitSaved();
        return model.acceptances().stream()
                .filter(reason ->
                        browser.evaluate("Boolean(" + explain(reason) + ")").asBoolean())
                .findFirst();
    }

    /** The button of a finding that is right as it is. */
    private static String explain(Acceptance reason) {
        return "document.querySelector('.findings li[data-rule=\"" + reason.id() + "\"][data-subject=\""
                + reason.subject() + "\"] .explain')";
    }

    private static Map<String, String> scalars(Path file) throws IOException {
        return InputTree.of(new Source("", Files.readString(file))).orElseThrow().scalars().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().strip()));
    }

    private void download() throws Exception {
        Path downloads = Files.createDirectories(folder.resolve("downloads"));
        browser.downloadTo(downloads);
        for (String format : List.of("pdf", "docx", "html")) {
            browser.click("document.querySelector('.tools a[href$=\"/" + format + "\"]')");
            requireDownload(downloads, format);
        }
    }

    private static void requireDownload(Path downloads, String format) throws Exception {
        Optional<Path> file = Optional.empty();
        while (file.isEmpty()) {
            Thread.sleep(50);
            try (Stream<Path> files = Files.list(downloads)) {
                file = files.filter(one -> one.toString().endsWith("." + format))
                        .filter(one -> one.toFile().length() > 0) // Chromium reserves the name with an empty file
                        .findFirst();
            }
        }
        byte[] start = Files.readAllBytes(file.get());
        if (format.equals("html")) {
            assertFalse(new String(start, StandardCharsets.UTF_8).contains("class=\"draft\""), "it is a draft");
        }
        String magic = Map.of("pdf", "%PDF", "docx", "PK", "html", "<").get(format);
        assertTrue(new String(start, 0, magic.length(), StandardCharsets.ISO_8859_1).equals(magic), format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"houma-2021.yaml", "yima-2023.yaml"})
    @DisplayName("by the keyboard alone: Tab, arrows and Enter")
    void withTheKeyboard(String name) throws Exception {
        Path model = Workplace.CHECKOUT.resolve("inputs").resolve(name);
        Reading.Filled filled = read(model);
        served.await("document.querySelector('#new-agency')");
        tabTo("document.activeElement.id === 'new-agency'");
        browser.type(filled.agency());
        tabTo("document.activeElement.id === 'new-year'");
        browser.press('a', "selectAll");
        browser.type(String.valueOf(filled.year()));
        browser.press("Enter");
        served.await(box("总体情况"));
        tabTo("document.activeElement.matches('.skip')");
        browser.press("Enter");
        served.await("document.activeElement.closest('#pane-form')");
        Map<String, String> left = new LinkedHashMap<>(wanted(filled));
        List<String> way = new ArrayList<>();
        for (String at = here(); !at.isEmpty(); at = next(at)) {
            way.add(at);
            String words = left.remove(at);
            if (words != null) {
                fill(at, words);
            } else if (browser.evaluate("document.activeElement.matches('.omit')")
                    .asBoolean()) {
                browser.press("Enter");
                served.await("document.activeElement.matches('input, select, textarea')");
                served.awaitSaved();
            }
        }
        assertEquals(Map.of(), left, way::toString);
        served.awaitSaved();
        for (Optional<Acceptance> next = shown(filled); next.isPresent(); next = shown(filled)) {
            Acceptance reason = next.get();
            tabTo("document.activeElement === " + explain(reason));
            browser.press("Enter");
            served.await("document.activeElement.id === 'reason'");
            browser.type(reason.reason());
            browser.press("Tab");
            browser.press("Enter");
            served.await("!" + explain(reason));
        }
        served.awaitSaved();
        requireSame(model, made());
        Path downloads = Files.createDirectories(folder.resolve("downloads"));
        browser.downloadTo(downloads);
        browser.press("Escape");
        for (String format : List.of("pdf", "docx", "html")) {
            tabTo("document.activeElement.matches('.tools a[href$=\"/" + format + "\"]')");
            browser.press("Enter");
            requireDownload(downloads, format);
        }
    }

    private void fill(String path, String words) throws InterruptedException {
        boolean isSelect =
                browser.evaluate("document.activeElement.tagName === 'SELECT'").asBoolean();
        if (!isSelect) {
            browser.press('a', "selectAll");
            browser.type(words);
        }
        while (isSelect && !served.value(path).equals(words)) {
            browser.press("ArrowDown");
        }
    }

    /** The path of the place of the form that the keyboard is in; empty if it is elsewhere. */
    private String here() {
        return browser.evaluate(
                        "document.activeElement.closest('#pane-form') ? document.activeElement.dataset.path ?? '-' : ''")
                .asString();
    }

    /** Goes on in the form: to the right, and at the end of a row to the next one. */
    private String next(String from) {
        boolean isCell = browser.evaluate("Boolean(document.activeElement.closest('table.grid'))")
                .asBoolean();
        if (isCell) {
            browser.press("End");
            browser.press("ArrowRight");
        }
        if (here().equals(from)) {
            browser.press("Tab");
        }
        return here();
    }

    private void tabTo(String script) {
        for (int i = 0; !browser.evaluate("Boolean(" + script + ")").asBoolean(); i++) {
            assertTrue(i < MOST_TABS, "not reached by Tab: " + script);
            browser.press("Tab");
        }
    }
}

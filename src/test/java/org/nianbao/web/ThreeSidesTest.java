package org.nianbao.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.nianbao.web.ServedPage.box;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.Workplace;
import org.nianbao.diagnostic.Source;
import org.nianbao.form.FormCell;
import org.nianbao.input.InputReader;
import org.nianbao.report.Report;

/** One report is edited in the form, by typing in the YAML and by another program, in turn. */
@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@DisplayName("A report edited in form and YAML and from outside")
class ThreeSidesTest {
    private static final String ID = "houma-2021.yaml";
    private static final int EDITS = 100;
    private static final Pattern FIGURE = Pattern.compile("(?m)(?<=^ .{1,200}: )[0-9]+(?=[,}\n])");

    /** The whole text of CodeMirror, which draws only the lines in sight. */
    private static final String EDITOR = "document.querySelector('.cm-content').cmTile.view.state.doc.toString()";

    private static final String PAGE = "document.querySelector('iframe').contentDocument.body.textContent";

    @TempDir
    private Path folder;

    private final Random random = new Random(24);
    private ServedPage served;
    private Browser browser;

    @BeforeEach
    void serve() throws Exception {
        Files.createDirectories(folder.resolve("reports"));
        Files.copy(Workplace.CHECKOUT.resolve("inputs").resolve(ID), file());
        served = ServedPage.start(folder);
        browser = served.browser;
        served.await(box("总体情况"));
        browser.click("document.querySelector('[aria-controls=pane-yaml]')");
    }

    @AfterEach
    void end() {
        if (served != null) {
            served.close();
        }
    }

    private Path file() {
        return folder.resolve("reports").resolve(ID);
    }

    private String text() throws IOException {
        return Files.readString(file());
    }

    private Report report() throws IOException {
        String text = text();
        return InputReader.read(file(), new Source("", text), Workplace.FORMS)
                .filled()
                .orElseThrow(() -> new AssertionError(text))
                .report();
    }

    @Test
    @DisplayName("file, form and page agree after each of 100 random edits, and comments stay")
    void agree() throws Exception {
        String before = text();
        for (int i = 0; i < EDITS; i++) {
            String was = text();
            switch (i % 3) {
                case 0 -> inForm(i);
                case 1 -> inYaml(i);
                default -> outside();
            }
            while (text().equals(was)) {
                Thread.sleep(10);
            }
            requireAgreement("edit " + i);
        }
        assertEquals(comments(before), comments(text()));
    }

    private void inForm(int number) throws IOException {
        List<FormCell> cells = report().form().cells().figures();
        if (random.nextInt(6) == 0) {
            browser.click(box("总体情况"));
            browser.type("第" + number + "次修改。");
        } else {
            String path = cells.get(random.nextInt(cells.size())).path().dotted();
            browser.click(box(path));
            browser.press('a', "selectAll");
            browser.type(String.valueOf(1000 + number));
        }
    }

    /** Goes down some lines from the start and types at the end of one: a digit, a word or a comment. */
    private void inYaml(int number) {
        browser.evaluate("document.querySelector('.cm-content').focus()");
        browser.press("Home", true);
        for (int down = 10 + random.nextInt(30); down > 0; down--) {
            browser.press("ArrowDown");
        }
        browser.press("End");
        String line = browser.evaluate("document.querySelector('.cm-activeLine').textContent")
                .asString();
        browser.type(line.matches("  .*: \\d+") ? "7" : line.matches("  [^:]*") ? "改" : "  # 第" + number + "次");
    }

    private void outside() throws IOException {
        String text = text();
        List<MatchResult> figures = FIGURE.matcher(text).results().toList();
        MatchResult figure = figures.get(random.nextInt(figures.size()));
        Files.writeString(
                file(),
                text.substring(0, figure.start()) + (2000 + random.nextInt(1000)) + text.substring(figure.end()));
    }

    private void requireAgreement(String edit) throws Exception {
        served.awaitSaved();
        served.await(EDITOR + " === " + Browser.quoted(text()));
        Report report = report();
        Map<String, String> wanted = new TreeMap<>();
        for (FormCell cell : report.form().cells().figures()) {
            wanted.put(cell.path().dotted(), report.cell(cell.path()).text());
        }
        String shown = "Object.fromEntries([...document.querySelectorAll('table.grid input')]"
                + ".map(box => [box.dataset.path, box.value === '~' ? '' : box.value || box.placeholder || '']))";
        Map<String, String> found = new TreeMap<>();
        browser.evaluate(shown)
                .properties()
                .forEach(one -> found.put(one.getKey(), one.getValue().asString()));
        assertEquals(wanted, found, edit);
        assertEquals(report.prose("总体情况").strip(), served.value("总体情况").strip(), edit);
        served.await("fetch('/api/reports/" + ID + "/page').then(answer => answer.text()).then(html => new DOMParser()"
                + ".parseFromString(html, 'text/html').body.textContent === " + PAGE + ")");
        Map<String, String> printed = new TreeMap<>();
        browser.evaluate(
                        "Object.fromEntries([...document.querySelector('iframe').contentDocument"
                                + ".querySelectorAll('td[data-path]')].map(cell => [cell.dataset.path, cell.textContent.trim()]))")
                .properties()
                .forEach(one -> printed.put(one.getKey(), one.getValue().asString()));
        assertEquals(wanted, printed, edit);
    }

    private static List<String> comments(String text) {
        return text.lines().filter(line -> line.startsWith("#")).toList();
    }
}

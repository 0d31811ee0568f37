package org.nianbao.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.nianbao.web.ServedPage.box;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.Workplace;

/** The program serves, Chromium shows; the page of it is that of {@code src/main/web}. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@DisplayName("nianbao serve in the browser")
class ServedPageTest {
    private static final String ID = "ziranziyuanju-2025.yaml";
    private static final String CELL = "收到和处理政府信息公开申请情况.本年新收.自然人";

    @TempDir
    private Path folder;

    private ServedPage served;

    @BeforeEach
    void serve() throws IOException {
        Files.createDirectories(folder.resolve("reports"));
        Files.copy(Workplace.CHECKOUT.resolve("inputs/county").resolve(ID), file());
        served = ServedPage.start(folder);
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

    private void await(String script) throws InterruptedException {
        served.await(script);
    }

    @Test
    @DisplayName("a figure typed into the form is in the file, checked, on the page, and taken back")
    void showsWhatIsTyped() throws Exception {
        String before = Files.readString(file());
        await(box(CELL));
        await("document.querySelector('iframe')?.contentDocument?.body?.textContent.includes('自然人')");
        served.put(CELL, "4321");
        await("document.querySelector('.findings li.error')");
        await("document.querySelector('iframe')?.contentDocument?.body?.textContent.includes('4321')");
        assertEquals(before.replace("{自然人: 41,", "{自然人: 4321,"), Files.readString(file()));
        served.browser.evaluate("document.querySelector('button.undo').click()");
        await("!document.querySelector('.findings li.error')");
        assertAll(
                () -> assertEquals(before, Files.readString(file())),
                () -> assertEquals(List.of(), served.browser.complaints()));
    }

    @Test
    @DisplayName("what another program writes into the file is shown at once")
    void showsChangesFromOutside() throws Exception {
        await(box(CELL));
        Files.writeString(file(), Files.readString(file()).replace("{自然人: 41,", "{自然人: 77,"));
        await(box(CELL) + ".value === '77'");
        await("document.querySelector('iframe')?.contentDocument?.body?.textContent.includes('77')");
        assertTrue(served.page().contains("77"));
    }

    @Test
    @DisplayName("rows copied from a spreadsheet are pasted into the cells")
    void takesPastedRows() throws Exception {
        await(box(CELL));
        served.paste(CELL, "１,0\\t2\\t3\\n4\\t5\\t6");
        await("document.querySelector('.status').textContent.match(/^(已保存|Saved)$/) && " + box(CELL)
                + ".value === '10'");
        String text = Files.readString(file());
        assertAll(
                () -> assertTrue(text.matches("(?s).*本年新收: \\{自然人: 10, 商业企业: 2,.*科研机构: 3.*"), text),
                () -> assertTrue(text.matches("(?s).*上年结转: \\{自然人: 4, 商业企业: 5,.*科研机构: 6.*"), text));
    }

    @Test
    @DisplayName("rows that are titles on paper are left out of what is pasted, blank rows are not")
    void leavesTitlesOut() throws Exception {
        String first = "主动公开政府信息情况.规章.本年制发件数";
        await(box(first));
        served.paste(
                first,
                "第二十条第（一）项\\t\\t\\t\\n信息内容\\t本年制发件数\\t本年废止件数\\t现行有效件数\\n规章\\t\\t\\t\\n"
                        + "行政规范性文件\\t11\\t12\\t13\\n第二十条 第（五）项\\t\\t\\t\\n行政许可\\t14\\t\\t");
        await(box("主动公开政府信息情况.行政许可") + ".value === '14'");
        assertEquals(
                List.of("11", "12", "13"),
                List.of(
                        served.value("主动公开政府信息情况.行政规范性文件.本年制发件数"),
                        served.value("主动公开政府信息情况.行政规范性文件.本年废止件数"),
                        served.value("主动公开政府信息情况.行政规范性文件.现行有效件数")));
    }

    @Test
    @DisplayName("the bundle is the one of its sources")
    void isBundledFromItsSources() throws Exception {
        Path sources = Workplace.CHECKOUT.resolve("src/main/web");
        assumeTrue(Files.exists(sources.resolve("node_modules")), "no npm packages: npm ci in src/main/web");
        Process check = new ProcessBuilder("node", "build.mjs", "--check")
                .directory(sources.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, check.waitFor(), said);
    }
}

package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An input that is still to be filled in")
class UnfinishedTest {
    private static final String BLOCK = """
            new.yaml:8:6: 提醒 to-fill-in: 还有 38 处没有填：第 8、14、17、22、23、25、27、28、30、34…行
                8 | 成文日期:  # 如 2026-01-20；不写就删去这一行
                  |          ^
                办法：请一一填写；逐处列出用 nianbao check --all
            """;

    @TempDir
    private Path folder;

    private Workplace place;

    @BeforeEach
    void aNewInput() {
        place = new Workplace(folder).inChinese();
        place.nianbao("new", "--agency", "某县档案局", "--year", "2025", "--output", "new.yaml");
    }

    @Test
    void isOneBlockInCheck() {
        Workplace.Run run = place.nianbao("check", "new.yaml");
        assertEquals(BLOCK + "检查了 1 个文件：错误 0 处，提醒 38 处\n", run.out());
    }

    @Test
    void isListedPlaceByPlaceOnRequest() {
        String all = place.nianbao("check", "new.yaml", "--all").out();
        assertEquals(38, all.split("提醒 to-fill-in", -1).length - 1, all);
    }

    @Test
    void isOneBlockInRender() {
        Workplace.Run run = place.nianbao("render", "new.yaml");
        assertAll(
                () -> assertEquals(1, run.status()),
                () -> assertEquals(BLOCK + "new.yaml：没有生成，还有 38 处没有填；先看样子用 --draft\n", run.err()),
                () -> assertFalse(Files.exists(place.at("output/new.html"))));
    }

    @Test
    void isSkippedInOneLineOnRequest() {
        Workplace.Run run = place.nianbao("render", "new.yaml", "--skip-unfinished");
        assertAll(
                () -> assertEquals(0, run.status()),
                () -> assertEquals("new.yaml：还没有填完，暂不生成；没有填的有 38 处\n", run.out()),
                () -> assertEquals("", run.err()),
                () -> assertFalse(Files.exists(place.at("output/new.html"))));
    }

    @Test
    void isNotSkippedIfItHasErrors() {
        place.edit("new.yaml", "年度: 2025", "年度: 202x");
        Workplace.Run run = place.nianbao("render", "new.yaml", "--skip-unfinished");
        assertAll(
                () -> assertEquals(1, run.status()),
                () -> assertTrue(run.err().endsWith("new.yaml：没有生成，错误 1 处\n"), run.err()));
    }

    @Test
    void keepsItsOtherWarningsWhenSkipped() {
        place.edit("new.yaml", "总体情况: |\n", "总体情况: |\n  **今年主动公开信息5条。\n");
        Workplace.Run run = place.nianbao("render", "new.yaml", "--skip-unfinished");
        assertAll(
                () -> assertEquals(0, run.status()),
                () -> assertEquals("new.yaml：还没有填完，暂不生成；没有填的有 37 处\n", run.out()),
                () -> assertTrue(run.err().contains("提醒 open-mark"), run.err()),
                () -> assertFalse(run.err().contains("to-fill-in"), run.err()));
    }
}

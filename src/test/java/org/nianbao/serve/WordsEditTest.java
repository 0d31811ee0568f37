package org.nianbao.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nianbao.Workplace;
import org.nianbao.diagnostic.Acceptance;
import org.nianbao.diagnostic.Source;
import org.nianbao.form.CellPath;
import org.nianbao.form.FormCell;
import org.nianbao.input.InputReader;
import org.nianbao.input.InputTree;
import org.nianbao.input.Reading;
import org.nianbao.report.Report;

@Tag("unit")
@DisplayName("Notes, texts around tables, reasons and annexes typed into the form")
final class WordsEditTest {
    private static final List<String> NOTES = List.of("其中修订16件", "含“一件事”: 3 项, 见 #2", "2020年起[1]", "- 无");

    static Stream<String> texts() throws Exception {
        return FormEditTest.texts();
    }

    private static Optional<Reading.Filled> reading(String text) {
        return InputReader.read(Path.of("a.yaml"), new Source("a.yaml", text), Workplace.FORMS)
                .filled();
    }

    private static Reading.Filled read(String text) {
        return reading(text).orElseThrow(() -> new AssertionError(text));
    }

    private static Optional<String> apply(String text, String path, String... value) {
        return InputEdit.apply(text, List.of(new FormEdit(path, List.of(value), false)), WordsEditTest::reading);
    }

    private static Map<String, String> figures(Report report) {
        Map<String, String> figures = new TreeMap<>();
        report.form()
                .cells()
                .figures()
                .forEach(cell -> figures.put(
                        cell.path().dotted(), report.cell(cell.path()).text()));
        return figures;
    }

    private static Map<String, String> filled(Map<String, String> figures) {
        Map<String, String> filled = new TreeMap<>(figures);
        filled.values().removeIf(String::isEmpty);
        return filled;
    }

    @ParameterizedTest
    @MethodSource("texts")
    @DisplayName("a note is put behind a figure, changed, kept while the figure changes, and removed")
    void notes(String before) {
        Random random = new Random(before.hashCode());
        List<FormCell> cells = read(before).report().form().cells().figures();
        for (int round = 0; round < 40; round++) {
            CellPath cell = cells.get(random.nextInt(cells.size())).path();
            String path = cell.dotted();
            Map<String, String> figures = figures(read(before).report());
            String text = before;
            for (String note : NOTES) {
                String from = text;
                text = apply(text, path + ".注", note).orElseThrow(() -> new AssertionError(path + "\n" + from));
                Report noted = read(text).report();
                assertEquals(note, noted.words().note(cell), text);
                Map<String, String> now = figures(noted);
                now.keySet().removeIf(other -> figures.get(other).isEmpty()); // of a group without rows
                assertEquals(filled(figures), now, text);
            }
            text = apply(text, path, "77").orElseThrow();
            assertEquals("77", read(text).report().cell(cell).text(), text);
            assertEquals(NOTES.get(3), read(text).report().words().note(cell), text);
            text = apply(text, path).orElseThrow();
            assertEquals(NOTES.get(3), read(text).report().words().note(cell), text);
            text = apply(text, path + ".注", "").orElseThrow();
            assertEquals("", read(text).report().words().note(cell), text);
        }
    }

    @Test
    @DisplayName("a note typed behind its figure stays there when the figure changes")
    void noteBehind() {
        String before = """
                报告: 政府信息公开工作年度报告
                年度: 2021
                主动公开政府信息情况:
                  规章: {本年制发件数: 22（其中修订16件）, 现行有效件数: "3（含1件）"}
                  行政许可: 7 (去年结转2件)  # 核过
                """;
        String path = "主动公开政府信息情况.规章.本年制发件数";
        assertEquals(before.replace("22（", "23（"), apply(before, path, "23").orElseThrow());
        assertEquals(
                before.replace("7 (去", "8 (去"),
                apply(before, "主动公开政府信息情况.行政许可", "8").orElseThrow());
        assertEquals(
                before.replace("22（其中修订16件）", "{数: 22, 注: 新}"),
                apply(before, path + ".注", "新").orElseThrow());
        assertEquals(
                before.replace("22（其中修订16件）", "22"),
                apply(before, path + ".注", "").orElseThrow());
        assertEquals(
                before.replace("22（其中修订16件）", "{数: , 注: 其中修订16件}"),
                apply(before, path).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("texts")
    @DisplayName("a text above a table and the notes below it are added, changed and emptied")
    void around(String before) {
        for (String section : List.of("主动公开政府信息情况", "政府信息公开行政复议、行政诉讼情况")) {
            Map<String, String> figures = figures(read(before).report());
            String text = before;
            for (String[] lines :
                    List.of(new String[] {"一段：#1。"}, new String[] {"一段。", "第二段。"}, new String[] {"第二段。"})) {
                text = apply(text, section + ".正文", lines).orElseThrow();
                text = apply(text, section + ".注", lines).orElseThrow();
                Report report = read(text).report();
                assertEquals(
                        String.join("\n", lines), report.prose(section + ".正文").strip(), text);
                assertEquals(List.of(lines), report.words().below().get(section), text);
                assertEquals(figures, figures(report), text);
            }
            text = apply(text, section + ".正文").orElseThrow();
            text = apply(text, section + ".注").orElseThrow();
            assertEquals(Map.of(), read(text).report().words().below());
            assertEquals(figures, figures(read(text).report()), text);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    @DisplayName("a reason for a finding is added behind the others, changed and removed")
    void reasons(String before) {
        if (before.startsWith("{")) {
            assertTrue(apply(before, "核对说明.+", "A1", "总体情况", "", "理由").isEmpty());
            return;
        }
        int known = read(before).acceptances().size();
        String text = apply(before, "核对说明.+", "A1", "收到和处理政府信息公开申请情况.总计", "", "原表如此: 7件 #1。")
                .orElseThrow();
        text = apply(text, "核对说明.+", "E8", "总体情况", "“一是”, 二", "就是这样").orElseThrow();
        List<Acceptance> accepted = read(text).acceptances();
        assertEquals(known + 2, accepted.size(), text);
        assertEquals("原表如此: 7件 #1。", accepted.get(known).reason());
        assertEquals(Optional.of("“一是”, 二"), accepted.get(known + 1).quote());
        text = apply(text, "核对说明." + (known + 1) + ".说明", "改过：真的").orElseThrow();
        assertEquals("改过：真的", read(text).acceptances().get(known).reason(), text);
        text = apply(text, "核对说明." + (known + 2)).orElseThrow();
        text = apply(text, "核对说明." + (known + 1)).orElseThrow();
        assertEquals(before.stripTrailing(), text.stripTrailing());
    }

    @ParameterizedTest
    @MethodSource("texts")
    @DisplayName("an annex is added with its table, changed and removed")
    void annexes(String before) {
        if (before.startsWith("{")) {
            return;
        }
        String text = apply(before, "附表.+", "公开目录: 一", "| 项 | 数 |\n| --- | --- |\n| 甲 | 1 |")
                .orElseThrow();
        Report report = read(text).report();
        assertEquals("公开目录: 一", report.words().annexes().get(0).title(), text);
        assertEquals(
                List.of(List.of("项", "数"), List.of("甲", "1")),
                report.words().annexes().get(0).rows(),
                text);
        text = apply(text, "附表.1.标题", "目录").orElseThrow();
        text = apply(text, "附表.1.表", "| 项 | 数 |", "| --- | --- |", "| 乙 | 2 |", "| 丙 | 3 |")
                .orElseThrow();
        report = read(text).report();
        assertEquals("目录", report.words().annexes().get(0).title(), text);
        assertEquals(3, report.words().annexes().get(0).rows().size(), text);
        text = apply(text, "附表.1").orElseThrow();
        assertEquals(before.stripTrailing(), text.stripTrailing());
    }

    @ParameterizedTest
    @MethodSource("texts")
    @DisplayName("what is typed leaves all other values as they were")
    void others(String before) {
        Map<String, String> scalars =
                new TreeMap<>(InputTree.of(new Source("", before)).orElseThrow().scalars());
        String text = apply(before, "主动公开政府信息情况.正文", "上文").orElseThrow();
        text = apply(text, "主动公开政府信息情况.行政许可.注", "注").orElseThrow();
        Map<String, String> now =
                InputTree.of(new Source("", text)).orElseThrow().scalars();
        scalars.keySet().removeIf(key -> key.startsWith("主动公开政府信息情况.行政许可"));
        scalars.forEach((key, value) -> assertEquals(value, now.get(key), key));
    }
}

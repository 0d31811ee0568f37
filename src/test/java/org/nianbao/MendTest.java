package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("check --fix takes slips back, and touches nothing else")
final class MendTest {
    private static final String PROSE = "2021年，本局坚持以公开为常态、不公开为例外，全年主动公开政府信息126条，其中机构职能类12条，"
            + "规划计划类34条（含专项规划5条），均在规定期限内发布，并及时更新了公开指南和公开目录，方便群众查阅和监督，"
            + "依法办理公开申请10件，按期答复10件，各项工作平稳有序。";

    private static final String CLEAN = """
            # 县水务局　2021 年度 ： 请勿改动这一行
            报告: 政府信息公开工作年度报告
            年度: 2021   # 公历
            机关: 某县水务局
            成文日期: 2022-01-21
            总体情况: |
              %s
              （一）加强领导。全年召开会议4次，培训3次。
            主动公开政府信息情况:
              行政规范性文件: {本年制发件数: 2, 现行有效件数: 7}
              行政许可: 31
              行政处罚: 5  # 含延续
            收到和处理政府信息公开申请情况:
              本年新收: {自然人: 8, 商业企业: 2}
              本年度办理结果:
                予以公开: {自然人: 8}
                部分公开: {商业企业: 2}
            政府信息公开行政复议、行政诉讼情况: {}
            存在的主要问题及改进情况: 下一步加强培训，提高公开质量。
            其他需要报告的事项: 本年度未收取信息处理费。
            """.formatted(PROSE);

    /** Slips after which only the clean text can be meant. */
    private static final List<UnaryOperator<String>> SLIPS = List.of(
            text -> text.replace("行政规范性文件: {", "行政规范性文件：{"),
            text -> text.replace("{自然人: 8, 商业企业: 2}", "｛自然人：８，商业企业：２｝"),
            text -> text.replace("{自然人: 8, 商业企业: 2}", "[自然人: 8, 商业企业: 2]"),
            text -> text.replace("{自然人: 8, 商业企业: 2}", "{自然人: 8 商业企业: 2}"),
            text -> text.replace("{自然人: 8}", "{自然人: 8"),
            text -> text.replace("  本年新收: {", "  本年新收:\u00a0{"),
            text -> text.replace("年度: 2021 ", "年度: ２０２１年 "),
            text -> text.replace("机关: 某县水务局", "机关: “某县　水务局”"),
            text -> text.replace("行政许可: 31\n", "行政许可: 31件\n"),
            text -> text.replace("行政许可: 31\n", "行政许可: 三十一\n"),
            text -> text.replace("行政许可: 31\n", "行政许可: 31，\n"),
            text -> text.replace("  行政许可: 31", "行政许可: 31"),
            text -> text.replace("总体情况: |", "一、总体情况: |"),
            text -> text.replace("    予以公开: ", "    （一）予以公开: "),
            text -> text.replace("总体情况: |", "总体情况: ｜"),
            text -> text.replaceAll("(?<=全年|其中|培训)(?=[^0-9])|(?<=[0-9])(?=[条件年次])", " "),
            text -> text.replace("，本局坚持", " ，\u00a0本局坚持"),
            text -> text.replace(PROSE, broken(PROSE, 28)),
            text -> text.replace(PROSE, broken(PROSE, 36)),
            text -> text.replace("  （一）加强领导", "  — 3 —\n\n  （一）加强领导"));

    @TempDir
    Path folder;

    private Workplace place;

    @BeforeEach
    void setUp() throws IOException {
        place = new Workplace(folder);
    }

    /** The lines of a paper of so many ems, which end behind no full stop. */
    private static String broken(String prose, int width) {
        StringBuilder lines = new StringBuilder();
        double used = 0;
        for (int at = 0; at < prose.length(); at++) {
            char c = prose.charAt(at);
            used += c < 0x80 ? 0.5 : 1;
            if (used > width && "。，、）".indexOf(c) < 0) {
                lines.append("\n  ");
                used = 1;
            }
            lines.append(c);
        }
        return lines.toString();
    }

    @Test
    @DisplayName("Any of twenty slips, alone or with others, with any line ends and a byte order mark, is taken back")
    void slipsAreTakenBack() {
        takeBack(25, 80);
    }

    @Test
    @Tag("slow")
    @DisplayName("The same for five hundred more")
    void fiveHundredMoreAreTakenBack() {
        IntStream.range(100, 102).forEach(seed -> takeBack(seed, 240));
    }

    private void takeBack(int seed, int inputs) {
        Random random = new Random(seed);
        Map<String, String> clean = new LinkedHashMap<>();
        for (int i = 0; i < inputs; i++) {
            String text = CLEAN;
            List<UnaryOperator<String>> chosen = new ArrayList<>();
            chosen.add(SLIPS.get(i % SLIPS.size()));
            for (int more = i / SLIPS.size() % 4; more > 0; more--) {
                chosen.add(SLIPS.get(random.nextInt(SLIPS.size())));
            }
            for (UnaryOperator<String> slip : chosen) {
                text = slip.apply(text);
            }
            String mark = i % 3 == 1 ? "\uFEFF" : "";
            String end = i % 2 == 1 ? "\r\n" : "\n";
            String name = String.format("in/%03d.yaml", i);
            place.write(name, mark + text.replace("\n", end));
            clean.put(name, mark + CLEAN.replace("\n", end));
        }
        place.nianbao("check", "in", "--fix");
        for (Map.Entry<String, String> file : clean.entrySet()) {
            assertEquals(file.getValue(), place.read(file.getKey()), file.getKey());
        }
        Workplace.Run again = place.nianbao("check", "in", "--fix");
        assertEquals("", again.err());
    }

    @Test
    @DisplayName("What is mended once stays, whatever the input; a second run finds nothing to mend")
    void idempotent() throws IOException {
        try (var cases = Files.list(Workplace.CHECKOUT.resolve("src/test/resources/cases"))) {
            for (Path path : cases.filter(Files::isDirectory).sorted().toList()) {
                Files.createDirectories(folder.resolve("in"));
                Files.copy(path.resolve("input.yaml"), folder.resolve("in").resolve(path.getFileName() + ".yaml"));
            }
        }
        place.nianbao("check", "in", "--fix");
        Workplace.Run again = place.nianbao("check", "in", "--fix");
        assertEquals("", again.err());
    }

    @Test
    void dryRunShowsADifferenceAndWritesNothing() throws IOException {
        String typed = CLEAN.replace("行政许可: 31", "行政许可: 31件");
        place.write("a.yaml", typed);
        Workplace.Run run = place.nianbao("check", "a.yaml", "--fix", "--dry-run");
        assertAll(
                () -> assertEquals(typed, place.read("a.yaml")),
                () -> assertTrue(run.out().startsWith("--- a.yaml\n+++ a.yaml\n@@ -8,7 +8,7 @@\n"), run.out()),
                () -> assertTrue(run.out().contains("\n-  行政许可: 31件\n+  行政许可: 31\n"), run.out()),
                () -> assertEquals(
                        2, place.nianbao("check", "a.yaml", "--dry-run").status()));
    }

    @Test
    void linksAndReadOnlyFilesStay() throws IOException {
        String typed = CLEAN.replace("行政许可: 31", "行政许可: 31件");
        place.write("a.yaml", typed);
        Files.createSymbolicLink(folder.resolve("b.yaml"), folder.resolve("a.yaml"));
        Workplace.Run run = place.nianbao("check", "b.yaml", "--fix");
        assertTrue((run.out() + run.err()).contains("mend-link"), run.out() + run.err());
        assertEquals(typed, place.read("a.yaml"));
        assertTrue(Files.isSymbolicLink(folder.resolve("b.yaml")));
        Files.setPosixFilePermissions(folder.resolve("a.yaml"), PosixFilePermissions.fromString("rw-r-----"));
        place.nianbao("check", "a.yaml", "--fix");
        assertEquals(
                "rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a.yaml"))));
        assertEquals(CLEAN, place.read("a.yaml"));
    }

    @Test
    void tidyPrintsATextAsItWouldBeTyped() throws IOException {
        place.write(
                "a.txt",
                broken(PROSE.replaceAll("(?<=[0-9])(?=[条件年])", " "), 30).replace("\n  ", "\n") + "\n");
        Workplace.Run run = place.nianbao("tidy", "a.txt");
        assertAll(
                () -> assertEquals(PROSE + "\n", run.out()),
                () -> assertEquals(0, run.status()),
                () -> assertFalse(place.nianbao("tidy", "none.txt").status() == 0));
    }
}

package org.nianbao.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nianbao.Workplace;
import org.nianbao.diagnostic.Source;
import org.nianbao.form.CellPath;
import org.nianbao.form.FormCell;
import org.nianbao.form.Section;
import org.nianbao.input.InputReader;
import org.nianbao.input.InputTree;
import org.nianbao.input.Reading;

@Tag("unit")
@DisplayName("What is typed into the form changes its place in the file, and nothing else")
final class FormEditTest {
    private static final int EDITS = 150;

    /** All ways of writing rows, with comments at every kind of place. */
    private static final String STYLES = """
            # 某县水务局
            报告: 政府信息公开工作年度报告   # 表
            年度: 2021
            机关: '某县水务局'
            总体情况: |-
              （一）加强领导。全年召开会议4次。

              （二）依法办理。# 不是注释
            # 表二
            主动公开政府信息情况:
              行政规范性文件:   # 截至年底
                本年制发件数: 2
                # 待核
                现行有效件数:
              行政许可: "31"
              行政处罚:
            收到和处理政府信息公开申请情况:
              本年新收: {自然人: 8,   # 含邮寄
                商业企业: 2}
              本年度办理结果:

                予以公开: {自然人: 8}
                不予公开: {}
                # 下面没有了
            政府信息公开行政复议、行政诉讼情况: {行政复议: {结果维持: ~}}
            存在的主要问题及改进情况: 下一步加强培训，提高公开质量。   # 待扩充
            其他需要报告的事项:
            """;

    private static final String FLOW = """
            {报告: 政府信息公开工作年度报告, 年度: 2021, 机关: 某县水务局,
             总体情况: "第一段。", # 概况
             主动公开政府信息情况: {行政许可: 3, 行政强制: },
             收到和处理政府信息公开申请情况: {本年新收: {}}}
            """;

    /** As {@code new} writes it, to be filled in. */
    private static final String BLANKS = """
            报告: 政府信息公开工作年度报告
            年度: 2021
            机关: 某县水务局
            总体情况: |

            主动公开政府信息情况:
              规章: {本年制发件数: , 本年废止件数: , 现行有效件数: }
              行政许可:  # 本年处理决定数量
            收到和处理政府信息公开申请情况:
              本年新收: {自然人: , 商业企业: , 科研机构: , 社会公益组织: , 法律服务机构: , 其他: }  # 一
              上年结转: {自然人: , 商业企业: , 科研机构: , 社会公益组织: , 法律服务机构: , 其他:}
              本年度办理结果:  # 三
                # （七）总计，不用写，程序会算
            政府信息公开行政复议、行政诉讼情况:
              行政复议: {结果维持: , 结果纠正: , 其他结果: , 尚未审结: }
            存在的主要问题及改进情况: |

            其他需要报告的事项: |
            """;

    static Stream<String> texts() throws IOException {
        List<String> texts = new ArrayList<>(List.of(STYLES, STYLES.stripTrailing(), FLOW, BLANKS));
        try (Stream<Path> files = Files.list(Workplace.CHECKOUT.resolve("inputs"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts.stream();
    }

    private static Optional<Reading.Filled> read(String text) {
        return InputReader.read(Path.of("a.yaml"), new Source("a.yaml", text), Workplace.FORMS)
                .filled();
    }

    private static Map<String, String> scalars(String text) {
        return InputTree.of(new Source("", text)).orElseThrow().scalars();
    }

    @ParameterizedTest
    @MethodSource("texts")
    @DisplayName("random figures, facts and paragraphs, one after another, in inputs of every style")
    void random(String before) {
        Random random = new Random(before.hashCode());
        String text = before;
        int done = 0;
        for (int i = 0; i < EDITS; i++) {
            FormEdit edit = edit(read(text).orElseThrow(), random);
            Optional<String> after = InputEdit.apply(text, List.of(edit), FormEditTest::read);
            if (after.isPresent()) {
                done++;
                requireOnly(edit, text, after.get());
                text = after.get();
            }
        }
        assertTrue(done > EDITS * 9 / 10, done + " edits could be made");
        assertEquals(comments(before), comments(text), "comments");
    }

    private static FormEdit edit(Reading.Filled filled, Random random) {
        List<FormCell> cells = filled.report().form().cells().figures();
        switch (random.nextInt(10)) {
            case 0 -> {
                List<Section> prose = filled.report().form().sections().stream()
                        .filter(Section.ProseSection.class::isInstance)
                        .toList();
                List<String> paragraphs = random.ints(random.nextInt(5), 0, 100)
                        .mapToObj(number -> "第" + number + "段：#公开# “{}”: - ~ [" + number + "]。")
                        .toList();
                return new FormEdit(prose.get(random.nextInt(prose.size())).key(), paragraphs, false);
            }
            case 1 -> {
                return new FormEdit("成文日期", List.of("2022-01-" + (10 + random.nextInt(20))), false);
            }
            default -> {
                String path = cells.get(random.nextInt(cells.size())).path().dotted();
                return switch (random.nextInt(8)) {
                    case 0 -> new FormEdit(path, List.of(), false);
                    case 1 -> new FormEdit(path, List.of(), true);
                    case 2 -> new FormEdit(path, List.of("约 3 件: #待核, {1}"), false);
                    default -> new FormEdit(path, List.of(String.valueOf(random.nextInt(1000))), false);
                };
            }
        }
    }

    private static void requireOnly(FormEdit edit, String before, String after) {
        Map<String, String> wanted = new LinkedHashMap<>(scalars(before));
        Map<String, String> found = new LinkedHashMap<>(scalars(after));
        Reading.Filled filled = read(after).orElseThrow();
        assertTrue(filled.places().has(edit.path()), () -> edit + "\n" + after);
        int start = filled.places().start(edit.path());
        String typed = InputTree.of(new Source("", after))
                .orElseThrow()
                .at(start)
                .orElseThrow()
                .text();
        assertEquals(edit.tilde() ? "~" : String.join("\n", edit.value()), lines(typed), () -> edit + "\n" + after);
        Stream.of(wanted, found)
                .forEach(all -> all.keySet()
                        .removeIf(
                                key -> edit.path().equals(key) || edit.path().startsWith(key + ".") || key.isEmpty()));
        assertEquals(wanted, found, () -> edit + "\n" + after);
        List<TextChange> changes = TextChange.between(before, after);
        assertTrue(changes.size() <= 2, () -> edit + " changes " + changes);
    }

    /** The lines that are not blank. */
    private static String lines(String text) {
        return String.join("\n", text.lines().filter(line -> !line.isBlank()).toList());
    }

    private static List<String> comments(String text) {
        return text.lines()
                .filter(line -> line.strip().startsWith("# ") || line.contains("   # "))
                .map(line -> line.substring(line.indexOf("# ")))
                .toList();
    }

    @Test
    @DisplayName("a block of cells that is pasted is written at once, in the form's order")
    void pasted() {
        List<FormEdit> edits = new ArrayList<>();
        List<FormCell> cells =
                read(STYLES).orElseThrow().report().form().cells().figures();
        for (FormCell cell : cells) {
            edits.add(new FormEdit(cell.path().dotted(), List.of(String.valueOf(edits.size() + 1)), false));
        }
        String after = InputEdit.apply(STYLES, edits, FormEditTest::read).orElseThrow();
        Reading.Filled filled = read(after).orElseThrow();
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String path = cells.get(i).path().dotted();
            assertEquals(String.valueOf(i + 1), filled.report().cell(path).text(), path);
            starts.add(filled.places().start(path));
        }
        assertEquals(starts.stream().sorted().toList(), starts, after);
        assertEquals(comments(STYLES), comments(after));
    }

    @ParameterizedTest
    @MethodSource("texts")
    @DisplayName("random places edited at once, neighbours and totals among them, are all as typed")
    void together(String before) {
        Random random = new Random(before.hashCode());
        String text = before;
        for (int round = 0; round < 30; round++) {
            Reading.Filled filled = read(text).orElseThrow();
            List<FormCell> cells = filled.report().form().cells().figures();
            int first = random.nextInt(cells.size());
            List<FormEdit> edits = new ArrayList<>();
            for (FormCell cell : cells.subList(first, Math.min(cells.size(), first + 1 + random.nextInt(12)))) {
                List<String> figure =
                        random.nextInt(5) == 0 ? List.of() : List.of(String.valueOf(random.nextInt(1000)));
                edits.add(new FormEdit(cell.path().dotted(), figure, false));
            }
            Collections.shuffle(edits, random);
            String from = text;
            text = InputEdit.apply(text, edits, FormEditTest::read)
                    .orElseThrow(() -> new AssertionError(edits + "\n" + from));
            Reading.Filled after = read(text).orElseThrow();
            for (FormEdit edit : edits) {
                assertEquals(
                        edit.line(),
                        after.report().cell(new CellPath(edit.path())).text(),
                        () -> edit + "\n" + from);
            }
        }
        assertEquals(comments(before), comments(text), "comments");
    }

    @Test
    @DisplayName("a chart is switched on and off in every kind of list; what was there before comes back")
    void charts() {
        String block = STYLES + "图表:\n  - 申请人  # 好看\n核对说明: []\n";
        String flow = STYLES + "图表: [{图: 申请人, 位置: 总体情况}]\n";
        for (String before : List.of(STYLES, block, flow, STYLES + "图表:\n", STYLES.stripTrailing() + "\n附表: []\n")) {
            String on = chart(before, "办理结果", "true");
            assertTrue(read(on).orElseThrow().places().has("图表.办理结果"), on);
            assertTrue(on.contains("申请人  # 好看") == before.contains("申请人  # 好看"), on);
            String off = chart(on, "办理结果", "");
            assertEquals(before.replace("图表:\n核", "核").replaceFirst("图表:\n$", ""), off);
        }
        String none = chart(block, "申请人", "");
        assertEquals(STYLES + "核对说明: []\n", none);
    }

    private static String chart(String text, String chart, String value) {
        FormEdit edit = new FormEdit("图表." + chart, List.of(value), false);
        return InputEdit.apply(text, List.of(edit), FormEditTest::read).orElseThrow(() -> new AssertionError(text));
    }

    @Test
    @DisplayName("Windows line ends, a byte order mark and GBK stay byte for byte")
    void bytes() {
        for (String charset : List.of("UTF-8", "GB18030")) {
            for (String mark : List.of("", "\uFEFF")) {
                String mixed = STYLES.replace("\n", "\r\n").replaceFirst("表二\r\n", "表二\n");
                byte[] before = (mark + mixed).getBytes(Charset.forName(charset));
                TextFile file = TextFile.of(before);
                assertTrue(file.canChange(), charset);
                String after = InputEdit.apply(
                                file.text(),
                                List.of(new FormEdit("主动公开政府信息情况.行政许可", List.of("77"), false)),
                                FormEditTest::read)
                        .orElseThrow();
                byte[] changed =
                        file.with(TextChange.between(file.text(), after)).bytes();
                String wanted = mark + mixed.replace("\"31\"", "77");
                assertEquals(wanted, new String(changed, Charset.forName(charset)), charset);
            }
        }
    }

    @Test
    @DisplayName("two edits of other places merge; of the same characters they do not")
    void merged() {
        String base = "a: 1\nb: 2\nc: 3\n";
        List<TextChange> theirs = TextChange.between(base, "a: 1\nb: 22\nc: 3\n");
        List<TextChange> mine = TextChange.between(base, "a: 11\nb: 2\nc: 33\n");
        String both = TextChange.apply(TextChange.after(theirs, mine).orElseThrow(), TextChange.apply(theirs, base));
        assertEquals("a: 11\nb: 22\nc: 33\n", both);
        assertTrue(TextChange.after(List.of(new TextChange(3, 4, "5")), List.of(new TextChange(3, 4, "6")))
                .isEmpty());
    }

    @Test
    @DisplayName("the changes between two texts lead from one to the other")
    void differences() {
        Random random = new Random(7);
        String before = STYLES;
        for (int i = 0; i < 200; i++) {
            List<String> lines = new ArrayList<>(List.of(before.split("(?<=\n)")));
            for (int j = 0; j < 3; j++) {
                int at = random.nextInt(lines.size());
                if (random.nextBoolean()) {
                    lines.remove(at);
                } else {
                    lines.add(at, "行" + random.nextInt(9) + "\n");
                }
            }
            String after = String.join("", lines);
            List<TextChange> changes = TextChange.between(before, after);
            assertEquals(after, TextChange.apply(changes, before));
            TextFile file = TextFile.of(before.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            assertEquals(
                    after.replace("\n", "\r\n"), new String(file.with(changes).bytes(), StandardCharsets.UTF_8));
            before = lines.size() < 5 ? STYLES : after;
        }
    }
}

package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A character that cannot be printed is an error wherever it is typed")
class UnprintableCharactersTest {
    /** Words and keys, each of which gets a character in turn. */
    private static final Pattern WORDS = Pattern.compile("\\p{IsHan}{2,}");

    private static final List<String> CHARACTERS =
            List.of("\uFFFD", "😀", "𪚥", "\uE000", "⼯", "e\u0301", "1\u20DD", "か\u3099", "\u302A");

    private static final String FORM = """
            name: NAME
            edition: 2020
            years: {from: 2020}
            facts:
              年度: {type: year, role: year}
              机关: {type: text, role: agency}
              经办: {type: text}
              成文日期: {type: date, role: date, optional: true}
            rules: {F1: {zh: 合计等于各项之和, en: the total is the sum}}
            sections:
              情况: {heading: 一、基本情况, prose: true}
              t:
                heading: 二、数量表格
                table:
                  caption: 数量统计
                  widths: [2, 3, 2, 2]
                  corner: 项目名称
                  columns: {说明: {type: text}, 数量: , 金额: {label: 金额合计}}
                  rows: {a: {label: 甲类项目}, 乙类: {label: 乙类项目}}
            """;

    private static final String ROWS = """
            name: NAME
            edition: 2020
            sections: {t: {table: {rows: {本地项目: {after: a}, 其他: {label: 其他本地项目}}}}}
            """;

    private static final String INPUT = """
            报告: NAME
            年度: 2025
            机关: "某县档案局"
            经办: '张三经办'
            成文日期: 2026-01-20
            扩展: rows.form.yaml
            情况: |
              全年工作：

              - 公开信息

              | 项目 | 数量 |
              |---|---|
              | 文件 | 三件 |

              ![流程图片](a.svg "办理流程")

              见[办事指南](https://www.gov.cn)和**附件材料**。
            t:
              a: {说明: "全部公开", 数量: 1}
              乙类: {说明: 部分公开}
              本地项目: {说明: 无须公开}
              其他: {说明: 另行公开}
            """;

    @TempDir
    private Path folder;

    private Workplace place;

    /** The inputs; each but the first has one such character somewhere. */
    private final List<String> inputs = new ArrayList<>();

    /** The line of each input's character. */
    private final List<String> lines = new ArrayList<>();

    @Test
    void inAnInputItsFormAndItsLocalRows() {
        place = new Workplace(folder);
        place.copyFromCheckout("templates");
        write(FORM, ROWS, INPUT, "");
        variants(FORM).forEach((text, line) -> write(text, ROWS, INPUT, "form.yaml:" + line));
        variants(ROWS).forEach((text, line) -> write(FORM, text, INPUT, "rows.form.yaml:" + line));
        variants(INPUT).forEach((text, line) -> write(FORM, ROWS, text, "a.yaml:" + line));
        List<String> words = new ArrayList<>(List.of("check", "--templates", "templates"));
        words.addAll(inputs);
        String out = place.nianbao(words.toArray(String[]::new)).out();
        assertTrue(out.lines().noneMatch(line -> line.startsWith("0/a.yaml:")), "the first input has no fault");
        List<String> unsaid = IntStream.range(1, inputs.size())
                .filter(i -> out.lines()
                        .noneMatch(said -> said.matches("(?:.*/)?" + i + "/" + lines.get(i) + ":[0-9]+: error .*")))
                .mapToObj(i -> i + "/" + lines.get(i))
                .toList();
        assertEquals(List.of(), unsaid);
        assertTrue(inputs.size() > 45, inputs.size() + " inputs");
    }

    @Test
    void inAListOfUnits() {
        place = new Workplace(folder);
        place.write("a.yaml", SmallReport.of("柳河县档案局", 2023).toString());
        String units = """
                汇总机关: 柳河县人民政府
                单位:
                  部门:
                    - 柳河县档案局
                    - {名称: "柳河县教育局", 又名: [柳河县文教局, '县教育局']}
                  乡镇: [临河镇人民政府]
                """;
        List<String> unsaid = new ArrayList<>();
        variants(units).forEach((text, line) -> {
            place.write("units.yaml", text);
            for (String command : List.of(
                    "overview a.yaml --units units.yaml --output o.html",
                    "aggregate a.yaml --units units.yaml --into sum.yaml --sums sums.html",
                    "check a.yaml --parts a.yaml --units units.yaml")) {
                Workplace.Run run = place.nianbao(command.split(" "));
                if (run.status() == 0
                        || !(run.out() + run.err()).matches("(?s).*units\\.yaml:" + line + ":[0-9]+: error .*")) {
                    unsaid.add(command + "\n" + text);
                }
            }
        });
        assertEquals("", String.join("\n", unsaid));
    }

    /** A text with a character in each of its words in turn, and the line of that word. */
    private static Map<String, Long> variants(String text) {
        Map<String, Long> variants = new LinkedHashMap<>();
        WORDS.matcher(text).results().map(MatchResult::start).forEach(start -> {
            String character = CHARACTERS.get(variants.size() % CHARACTERS.size());
            long line = text.substring(0, start + 1).lines().count();
            variants.put(text.substring(0, start + 1) + character + text.substring(start + 1), line);
        });
        return variants;
    }

    private void write(String form, String rows, String input, String line) {
        int number = inputs.size();
        String name = "form" + number;
        String templates = "templates/" + number;
        place.write(templates + "/report.ftlh", place.read("templates/information-disclosure/report.ftlh"));
        place.write(templates + "/form.yaml", form.replace("NAME", name));
        place.write(number + "/rows.form.yaml", rows.replace("NAME", name));
        place.write(number + "/a.yaml", input.replace("NAME", name));
        place.write(
                number + "/a.svg",
                "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M1 1h5v5z'/></svg>");
        inputs.add(number + "/a.yaml");
        lines.add(line);
    }
}

package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.form.CellType;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.form.KeyTree;
import org.nianbao.form.Section;
import org.nianbao.input.Forms;

@DisplayName("nianbao new carries a report into another edition, or another year of any form")
class NewAcrossEditionsTest {
    private static final String OF_2020 = """
            报告: 政府信息公开工作年度报告
            年度: 2020
            机关: 某县水利局
            总体情况: |
              现有规范性文件{{主动公开政府信息情况.规范性文件.对外公开总数量}}件，许可{{主动公开政府信息情况.行政许可.处理决定数量}}件。
            主动公开政府信息情况:
              规范性文件: {本年新制作数量: 3, 本年新公开数量: 3, 对外公开总数量: 12}
              行政许可: {上一年项目数量: 40, 本年增减: -2, 处理决定数量: 300}
              政府集中采购: {采购项目数量: 2, 采购总金额: 160.5964万元}
            收到和处理政府信息公开申请情况:
              本年新收: {自然人: 2, 商业企业: 1}
              本年度办理结果: {其他处理: {商业企业: 1}}
              结转下年度继续办理: {自然人: 2}
            政府信息公开行政复议、行政诉讼情况: {}
            存在的主要问题及改进情况: 部分栏目更新不够及时。
            其他需要报告的事项: 本年度未收取信息处理费。
            """;

    @TempDir
    private Path folder;

    private Workplace place;

    @BeforeEach
    void ownTemplates() {
        place = new Workplace(folder);
        place.copyFromCheckout("templates");
        place.copyFromCheckout("inputs");
    }

    @Test
    @DisplayName("From 2020 to 2021: what is carried forward comes along, what has no place any more is listed")
    void theYearOfTheNewEdition() {
        place.write("inputs/shuili-2020.yaml", OF_2020);
        Workplace.Run run = place.nianbao("new", "--from", "inputs/shuili-2020.yaml");
        String text = place.read("inputs/shuili-2021.yaml");
        assertAll(
                () -> assertEquals(0, run.status(), run.err()),
                () -> assertTrue(text.contains("\n  上年结转: {自然人: 2, 商业企业: 0, "), text),
                () -> assertTrue(text.contains("\n  行政规范性文件: {本年制发件数: , 本年废止件数: , 现行有效件数: }\n"), text),
                () -> assertTrue(text.contains("许可{{主动公开政府信息情况.行政许可}}件"), text),
                () -> assertTrue(text.contains("现有规范性文件12件"), text),
                () -> assertTrue(
                        run.err()
                                .startsWith("inputs/shuili-2020.yaml:7:20: warning no-place: "
                                        + "“主动公开政府信息情况.规范性文件.本年新制作数量” has no place in edition 2021\n"),
                        run.err()),
                () -> assertTrue(text.endsWith("""

                        # 下面这些是原报告的，在2021年版里没有位置：
                        # 主动公开政府信息情况.规范性文件.本年新制作数量：3
                        # 主动公开政府信息情况.规范性文件.本年新公开数量：3
                        # 主动公开政府信息情况.规范性文件.对外公开总数量：12
                        # 主动公开政府信息情况.行政许可.上一年项目数量：40
                        # 主动公开政府信息情况.行政许可.本年增减：-2
                        # 主动公开政府信息情况.政府集中采购.采购项目数量：2
                        # 主动公开政府信息情况.政府集中采购.采购总金额：160.5964万元
                        # 收到和处理政府信息公开申请情况.本年度办理结果.其他处理.商业企业：1
                        """), text),
                () -> assertEquals(
                        8,
                        run.err()
                                .lines()
                                .filter(line -> line.contains(" no-place: "))
                                .count()));
        unfilled("inputs/shuili-2021.yaml", "--last-year", "inputs");
    }

    @Test
    @DisplayName("Back to the edition before, figures find their former names")
    void theEarlierEdition() {
        String before = place.read("inputs/yima-2023.yaml");
        place.write("a.yaml", before.replace("年度: 2023", "年度: 2020\n版式: 2021").replace("行政许可: 0", "行政许可: 86"));
        Workplace.Run run = place.nianbao("new", "--from", "a.yaml", "--year", "2020", "--output", "b.yaml");
        assertAll(
                () -> assertTrue(
                        place.read("b.yaml").contains("\n  行政许可: {上一年项目数量: , 本年增减: , 处理决定数量: 86}"),
                        place.read("b.yaml")),
                () -> assertFalse(run.err().contains("行政许可”"), run.err()));
    }

    @Test
    @DisplayName("A report that was written after the wrong edition is converted")
    void theWrongEdition() {
        place.write("a.yaml", OF_2020.replace("年度: 2020", "年度: 2022\n版式: 2019"));
        Workplace.Run run =
                place.inChinese().nianbao("new", "--from", "a.yaml", "--year", "2022", "--output", "b.yaml");
        String text = place.read("b.yaml");
        assertAll(
                () -> assertEquals(0, run.status(), run.err()),
                () -> assertTrue(
                        run.err().contains("a.yaml:8:20: 提醒 no-place: “主动公开政府信息情况.规范性文件.本年新制作数量”在2021年版里没有位置"),
                        run.err()),
                () -> assertTrue(text.contains("\n  行政许可: 300  # 本年处理决定数量\n"), text),
                () -> assertTrue(text.contains("\n  本年新收: {自然人: 2, 商业企业: 1, 科研机构: 0, "), text),
                () -> assertTrue(text.contains("许可{{主动公开政府信息情况.行政许可}}件。\n"), text),
                () -> assertFalse(text.contains("版式"), text));
        unfilled("b.yaml");

        place.nianbao("new", "--from", "a.yaml", "--year", "2022", "--edition", "2019", "--output", "c.yaml");
        assertTrue(place.read("c.yaml").contains("\n版式: 2019\n"));
        new SameReport(place, forms()).compare("a.yaml", "c.yaml");
    }

    @Test
    @DisplayName(
            "An edition that nobody has seen yet needs no Java: a row renamed, a new one, a block gone, a new identity")
    void anInventedEdition() {
        place.write("templates/information-disclosure/2022/form.yaml", """
                based-on: ../2021/form.yaml
                edition: 2022
                years: {from: 2022}
                sections:
                  主动公开政府信息情况:
                    table:
                      blocks:
                        第二十条第（一）项:
                          rows: {行政规范性文件: ~, 政策文件: {was: 行政规范性文件}, 标准: {label: 标准（规范）}}
                        第二十条第（八）项: ~
                  收到和处理政府信息公开申请情况:
                    table:
                      rows: {历年积存: 五、历年积存}
                      identities:
                        - {rule: B9, rows: 历年积存 = last.上年结转 + last.本年新收}
                rules:
                  B9: {zh: 历年积存等于去年的结转加新收, en: the backlog is what came last year}
                """);
        place.write("templates/information-disclosure/2022/prose.yaml", "based-on: ../prose.yaml\n");
        Workplace.Run run = place.nianbao("new", "--from", "inputs/yanshi-2021.yaml", "--templates", "templates");
        String text = place.read("inputs/yanshi-2022.yaml");
        assertAll(
                () -> assertEquals(0, run.status(), run.err()),
                () -> assertTrue(text.contains("\n  政策文件: {本年制发件数: , 本年废止件数: , 现行有效件数: 72}  # "), text),
                () -> assertTrue(text.contains("\n  标准: {本年制发件数: , 本年废止件数: , 现行有效件数: }  # 标准（规范）\n"), text),
                () -> assertTrue(
                        text.contains("\n  历年积存: {自然人: 55, 商业企业: 0, 科研机构: 0, 社会公益组织: 0, 法律服务机构: 0, 其他: 2}"), text),
                () -> assertTrue(text.contains("\n# 主动公开政府信息情况.行政事业性收费：6133.0438\n"), text),
                () -> assertTrue(text.contains("行政规范性文件{{主动公开政府信息情况.政策文件.本年制发件数}}件"), text),
                () -> assertTrue(text.contains("行政事业性收费6133.0438万元"), text));
        unfilled("inputs/yanshi-2022.yaml", "--last-year", "inputs/yanshi-2021.yaml", "--templates", "templates");
        place.nianbao("new", "--agency", "某局", "--year", "2023", "--output", "a.yaml", "--templates", "templates");
        unfilled("a.yaml", "--templates", "templates");
    }

    @Test
    @DisplayName("A province's own rows go on beside the next report, or are listed where they cannot")
    void localRows() {
        place.write("inputs/hubei.form.yaml", SmallForm.disclosed("{其他主动公开文件: }"));
        place.edit("inputs/yima-2023.yaml", "机关:", "扩展: hubei.form.yaml\n机关:");
        place.edit("inputs/yima-2023.yaml", "  行政许可: 0", "  其他主动公开文件: {现行有效件数: 7}\n  行政许可: 0");
        Workplace.Run run = place.nianbao("new", "--from", "inputs/yima-2023.yaml");
        assertEquals(0, run.status(), run.err());
        assertEquals("", run.err());
        String text = place.read("inputs/yima-2024.yaml");
        assertTrue(text.contains("\n扩展: hubei.form.yaml\n"), text);
        assertTrue(text.contains("\n  其他主动公开文件: {本年制发件数: , 本年废止件数: , 现行有效件数: 7}"), text);
        unfilled("inputs/yima-2024.yaml", "--last-year", "inputs/yima-2023.yaml");

        Workplace.Run elsewhere = place.nianbao("new", "--from", "inputs/yima-2023.yaml", "--output", "b/yima.yaml");
        assertTrue(elsewhere.err().contains("warning no-place: “主动公开政府信息情况.其他主动公开文件.现行有效件数”"), elsewhere.err());
        assertFalse(place.read("b/yima.yaml").contains("扩展"));
    }

    @Test
    @DisplayName("The next year of a website begins with its name and numbers, and with none of its answers")
    void aWebsite() {
        place.nianbao("new", "--agency", "某县", "--year", "2024", "--form", "政府网站工作年度报表", "--output", "w-2024.yaml");
        place.edit("w-2024.yaml", "网站名称:", "网站名称: \"某县：门户, [官网]\"");
        place.edit("w-2024.yaml", "是否开展应急演练:", "是否开展应急演练: 是");
        place.edit("w-2024.yaml", "创新发展:", "创新发展: [多语言版本, 千人千网]");
        assertEquals(0, place.nianbao("new", "--from", "w-2024.yaml").status());
        String text = place.read("w-2025.yaml");
        assertTrue(text.contains("\n  网站名称: \"某县：门户, [官网]\"  # 网站名称是去年的，请按今年情况改\n"), text);
        assertTrue(text.contains("\n    是否开展应急演练:  # 可以写：是、否\n"), text);
        unfilled("w-2025.yaml", "--last-year", "w-2024.yaml");
        place.nianbao("new", "--from", "w-2024.yaml", "--year", "2024", "--output", "copy.yaml");
        new SameReport(place, forms()).compare("w-2024.yaml", "copy.yaml");
    }

    @ParameterizedTest
    @DisplayName("Any report is read the same after it was copied, blank cells and all")
    @CsvSource({"政府信息公开工作年度报告, 2019", "政府信息公开工作年度报告, 2021", "政府网站工作年度报表, 2017"})
    void anyReport(String name, int edition) {
        copies(name, edition, IntStream.range(0, 12));
    }

    @ParameterizedTest
    @Tag("slow")
    @CsvSource({"政府信息公开工作年度报告, 2019", "政府信息公开工作年度报告, 2021", "政府网站工作年度报表, 2017"})
    void aHundredReports(String name, int edition) {
        copies(name, edition, IntStream.range(12, 112));
    }

    private void copies(String name, int edition, IntStream seeds) {
        Forms forms = forms();
        Form form = forms.editionsOf(name).stream()
                .map(Forms.Edition::form)
                .filter(other -> other.edition() == edition)
                .findFirst()
                .orElseThrow();
        SameReport same = new SameReport(place, forms);
        seeds.forEach(seed -> {
            place.write("a.yaml", new Generated(form, new Random(seed)).text());
            String copy = "copy-" + seed + ".yaml";
            Workplace.Run run =
                    place.nianbao("new", "--from", "a.yaml", "--year", String.valueOf(edition), "--output", copy);
            assertEquals(0, run.status(), run.err());
            same.compare("a.yaml", copy);
        });
    }

    private Forms forms() {
        return Forms.in(place.at("templates"), new Diagnostics());
    }

    /** A report of whatever a form takes. */
    private record Generated(Form form, Random random) {
        private static final List<String> COUNTS = List.of("0", "1", "13", "11398889");
        private static final List<String> CHANGES = List.of("0", "-3", "+12", "7");
        private static final List<String> AMOUNTS = List.of("0", "7545", "96171.6", "6133.0438", "0.10");
        private static final List<String> MONEYS = List.of("0", "251000元", "160.5964万元", "1.0亿元");
        private static final List<String> WORDS =
                List.of("某县", "~", "甲, 乙", "- 一", "a: b #c", "\\\"“”", "[x]", "12.50");
        private static final List<String> PROSE = List.of(
                "一段。",
                "一段。\n",
                "一段。\n\n两段。\n",
                "  两个空格。\n第二行。\n",
                "\n空行在前。\n",
                "# 井号\n- 列表\n  - 二\n",
                "尾空行。\n\n\n",
                "无尾\n换行",
                "Tab\t之后\n\t之前\n",
                "\"引号\" 'x' \\ : {a} 𠮷\n",
                "|\n");

        String text() {
            StringBuilder text = new StringBuilder("报告: " + form.name() + "\n版式: " + form.edition() + "\n");
            for (Fact fact : form.facts()) {
                if (fact.required() || random.nextBoolean()) {
                    text.append(fact.key()).append(": ").append(fact(fact)).append('\n');
                }
            }
            for (Section section : form.sections()) {
                if (section instanceof Section.ProseSection part && (part.required() || random.nextBoolean())) {
                    String prose = random.nextInt(6) == 0 ? "~" : random.nextInt(6) == 0 ? "" : quoted(one(PROSE));
                    text.append(part.key()).append(": ").append(prose).append('\n');
                } else if (section instanceof Section.TableSection part) {
                    text.append(part.key())
                            .append(": {")
                            .append(table(form.cells().keys(part.key())))
                            .append("}\n");
                }
            }
            return text + "核对说明:\n  - {核对: A1, 位置: 某处.某格, 原文: \"“a: #\", 说明: \"一\\n二\"}\n";
        }

        private String fact(Fact fact) {
            return switch (fact.type()) {
                case TEXT -> quoted(one(WORDS));
                case YEAR -> String.valueOf(form.edition());
                case DATE -> one(List.of("2022-01-27", "2022年1月7日", ""));
                case CHOICE -> one(fact.choices());
            };
        }

        private String table(KeyTree keys) {
            List<String> entries = new ArrayList<>();
            keys.children().forEach((key, child) -> {
                if (random.nextInt(4) > 0) {
                    entries.add(key + ": " + child.cell().map(this::cell).orElseGet(() -> "{" + table(child) + "}"));
                }
            });
            return String.join(", ", entries);
        }

        private String cell(FormCell cell) {
            CellType type = cell.spec().type();
            if (random.nextInt(6) == 0) {
                return cell.isTotal() || random.nextBoolean() ? "~" : "";
            }
            return switch (type) {
                case COUNT -> one(COUNTS);
                case CHANGE -> one(CHANGES);
                case AMOUNT -> one(AMOUNTS);
                case MONEY -> one(MONEYS);
                case TEXT -> quoted(one(WORDS));
                case CHOICE -> one(cell.spec().choices());
                case CHOICES ->
                    cell.spec().choices().subList(0, 1 + random.nextInt(3)).toString();
            };
        }

        private String one(List<String> words) {
            return words.get(random.nextInt(words.size()));
        }

        private static String quoted(String text) {
            return '"'
                    + text.replace("\\", "\\\\")
                            .replace("\"", "\\\"")
                            .replace("\n", "\\n")
                            .replace("\t", "\\t")
                    + '"';
        }
    }

    private void unfilled(String... words) {
        List<String> command = new ArrayList<>(List.of("check"));
        command.addAll(List.of(words));
        Workplace.Run run = place.nianbao(command.toArray(String[]::new));
        assertEquals(0, run.status(), run.out());
        assertFalse(run.out().replace("warning to-fill-in:", "").contains(" warning "), run.out());
    }
}

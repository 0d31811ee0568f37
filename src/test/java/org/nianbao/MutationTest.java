package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One figure of a real report is changed at random, a thousand times. What the program then says of the sums is compared
 * with what this test reckons by itself, from the official form and in its own way.
 */
@DisplayName("A changed figure is found if it breaks a sum, and only then")
class MutationTest {
    private static final int MUTATIONS = 1000;
    private static final long SEED = 20211231;

    private static final String TWO = "主动公开政府信息情况";
    private static final String THREE = "收到和处理政府信息公开申请情况";
    private static final String FOUR = "政府信息公开行政复议、行政诉讼情况";
    private static final String RESULTS = "本年度办理结果";
    private static final String TOTAL = "总计";

    private static final List<String> APPLICANTS = List.of("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他");

    private static final List<String> KINDS = List.of(
            "予以公开",
            "部分公开",
            "不予公开.属于国家秘密",
            "不予公开.其他法律行政法规禁止公开",
            "不予公开.危及三安全一稳定",
            "不予公开.保护第三方合法权益",
            "不予公开.属于三类内部事务信息",
            "不予公开.属于四类过程性信息",
            "不予公开.属于行政执法案卷",
            "不予公开.属于行政查询事项",
            "无法提供.本机关不掌握相关政府信息",
            "无法提供.没有现成信息需要另行制作",
            "无法提供.补正后申请内容仍不明确",
            "不予处理.信访举报投诉类申请",
            "不予处理.重复申请",
            "不予处理.要求提供公开出版物",
            "不予处理.无正当理由大量反复申请",
            "不予处理.要求行政机关确认或重新出具已获取信息",
            "其他处理.申请人无正当理由逾期不补正",
            "其他处理.申请人逾期未按收费通知要求缴纳费用",
            "其他处理.其他");

    private static final List<String> REVIEWS = List.of("行政复议", "行政诉讼.未经复议直接起诉", "行政诉讼.复议后起诉");
    private static final List<String> OUTCOMES = List.of("结果维持", "结果纠正", "其他结果", "尚未审结");

    private final Random random = new Random(SEED);

    /**
     * An equation of the form.
     *
     * @param finding rule and subject, as the program names them
     * @param left paths of cells
     * @param right paths of cells
     */
    private record Equation(String finding, List<String> left, List<String> right) {}

    @Test
    void aThousandTimes(@TempDir Path folder) throws IOException {
        List<Map<String, Object>> reports = inputs();
        Map<String, Map<String, String>> mutated = new TreeMap<>();
        Map<String, List<String>> lines = new HashMap<>();
        Workplace place = new Workplace(folder);
        for (int i = 0; i < MUTATIONS; i++) {
            Map<String, Object> report = reports.get(i % reports.size());
            Map<String, String> cells = cells(report);
            mutate(cells);
            String file = String.format("in/%04d.yaml", i);
            place.write(file, text(report, cells));
            mutated.put(file, cells);
            lines.put(file, place.read(file).lines().toList());
        }
        JsonNode said = new JsonMapper()
                .readTree(place.nianbao("check", "in", "--format", "json").out());
        assertEquals(MUTATIONS, said.path("files").size());
        int broken = 0;
        for (JsonNode file : said.path("files")) {
            String name = file.path("file").asString();
            Map<String, Equation> expected = broken(mutated.get(name));
            broken += expected.isEmpty() ? 0 : 1;
            compare(name, expected, file, mutated.get(name), lines.get(name));
        }
        int all = broken;
        assertAll(
                () -> assertTrue(all > MUTATIONS / 2, all + " broken"),
                () -> assertTrue(all < MUTATIONS, all + " broken"));
    }

    private static void compare(
            String name, Map<String, Equation> expected, JsonNode file, Map<String, String> typed, List<String> lines) {
        Set<String> found = new TreeSet<>();
        for (JsonNode diagnostic : file.path("problems")) {
            if (diagnostic.path("severity").asString().equals("error")) {
                String finding = diagnostic.path("id").asString() + " "
                        + diagnostic.path("subject").asString();
                found.add(finding);
                if (expected.containsKey(finding)) {
                    String line = lines.get(diagnostic.path("line").asInt() - 1);
                    assertTrue(
                            cellsOf(expected.get(finding), typed).stream().anyMatch(path -> line.endsWith("# " + path)),
                            name + ": " + finding + " is told at: " + line);
                }
            }
        }
        assertEquals(new TreeSet<>(expected.keySet()), found, name);
    }

    /** The cells where it may be told: those of the equation or, for a total that nobody typed, its addends. */
    private static List<String> cellsOf(Equation equation, Map<String, String> typed) {
        List<String> cells = new ArrayList<>(equation.left());
        for (String path : equation.right()) {
            cells.add(path);
            if (!typed.containsKey(path) && path.contains(RESULTS + "." + TOTAL)) {
                String column = path.substring(path.lastIndexOf('.') + 1);
                KINDS.forEach(kind -> cells.add(THREE + "." + RESULTS + "." + kind + "." + column));
            }
        }
        return cells;
    }

    /** Some cell, typed or left out, gets another figure. */
    private void mutate(Map<String, String> cells) {
        List<String> paths = new ArrayList<>(allCells());
        String path = paths.get(random.nextInt(paths.size()));
        String before = cells.getOrDefault(path, "0");
        String after = before;
        while (after.equals(before) || before.equals("~")) {
            if (before.equals("~")) {
                path = paths.get(random.nextInt(paths.size()));
                before = cells.getOrDefault(path, "0");
            }
            after = String.valueOf(random.nextInt(random.nextBoolean() ? 10 : 5000));
        }
        cells.put(path, after);
    }

    private static List<String> allCells() {
        List<String> paths = new ArrayList<>();
        for (String row : List.of("规章", "行政规范性文件")) {
            for (String column : List.of("本年制发件数", "本年废止件数", "现行有效件数")) {
                paths.add(TWO + "." + row + "." + column);
            }
        }
        for (String row : List.of("行政许可", "行政处罚", "行政强制", "行政事业性收费")) {
            paths.add(TWO + "." + row);
        }
        for (String row : rows()) {
            columns().forEach(column -> paths.add(THREE + "." + row + "." + column));
        }
        for (String review : REVIEWS) {
            OUTCOMES.forEach(outcome -> paths.add(FOUR + "." + review + "." + outcome));
            paths.add(FOUR + "." + review + "." + TOTAL);
        }
        return paths;
    }

    private static List<String> rows() {
        List<String> rows = new ArrayList<>(List.of("本年新收", "上年结转"));
        KINDS.forEach(kind -> rows.add(RESULTS + "." + kind));
        rows.addAll(List.of(RESULTS + "." + TOTAL, "结转下年度继续办理"));
        return rows;
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(APPLICANTS);
        columns.add(TOTAL);
        return columns;
    }

    private static List<Equation> equations() {
        List<Equation> equations = new ArrayList<>();
        for (String column : columns()) {
            List<String> kinds = KINDS.stream()
                    .map(kind -> THREE + "." + RESULTS + "." + kind + "." + column)
                    .toList();
            String results = THREE + "." + RESULTS + "." + TOTAL + "." + column;
            equations.add(new Equation("A2 " + results, kinds, List.of(results)));
            equations.add(new Equation(
                    "A1 " + THREE + "." + column,
                    List.of(THREE + ".本年新收." + column, THREE + ".上年结转." + column),
                    List.of(results, THREE + ".结转下年度继续办理." + column)));
        }
        for (String row : rows()) {
            String path = THREE + "." + row + ".";
            List<String> applicants =
                    APPLICANTS.stream().map(applicant -> path + applicant).toList();
            equations.add(new Equation("A3 " + path + TOTAL, applicants, List.of(path + TOTAL)));
        }
        for (String review : REVIEWS) {
            String path = FOUR + "." + review + ".";
            List<String> outcomes =
                    OUTCOMES.stream().map(outcome -> path + outcome).toList();
            equations.add(new Equation("A4 " + path + TOTAL, outcomes, List.of(path + TOTAL)));
        }
        return equations;
    }

    /** The equations that do not hold; one with a blank cell says nothing. */
    private static Map<String, Equation> broken(Map<String, String> typed) {
        Map<String, Equation> broken = new TreeMap<>();
        for (Equation equation : equations()) {
            BigDecimal left = sum(equation.left(), typed);
            BigDecimal right = sum(equation.right(), typed);
            if (left != null && right != null && left.compareTo(right) != 0) {
                broken.put(equation.finding(), equation);
            }
        }
        String total = "A1 " + THREE + "." + TOTAL;
        if (broken.containsKey(total)
                && difference(broken, total, typed)
                                .compareTo(APPLICANTS.stream()
                                        .map(applicant -> difference(broken, "A1 " + THREE + "." + applicant, typed))
                                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                        == 0
                && APPLICANTS.stream().anyMatch(applicant -> broken.containsKey("A1 " + THREE + "." + applicant))) {
            broken.remove(total); // it follows from the columns
        }
        return broken;
    }

    private static BigDecimal difference(Map<String, Equation> broken, String finding, Map<String, String> typed) {
        Equation equation = broken.get(finding);
        return equation == null ? BigDecimal.ZERO : sum(equation.left(), typed).subtract(sum(equation.right(), typed));
    }

    private static BigDecimal sum(List<String> paths, Map<String, String> typed) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String path : paths) {
            BigDecimal value = value(path, typed);
            if (value == null) {
                return null;
            }
            sum = sum.add(value);
        }
        return sum;
    }

    /** What was left out is zero or, for a total, the sum of its row or else of its column. */
    private static BigDecimal value(String path, Map<String, String> typed) {
        String text = typed.get(path);
        if (text != null) {
            return text.equals("~") ? null : new BigDecimal(text);
        }
        String row = path.substring(0, path.lastIndexOf('.'));
        String column = path.substring(row.length() + 1);
        if (column.equals(TOTAL)) {
            List<String> addends = row.startsWith(FOUR) ? OUTCOMES : APPLICANTS;
            return sum(addends.stream().map(addend -> row + "." + addend).toList(), typed);
        }
        if (row.endsWith(RESULTS + "." + TOTAL)) {
            return sum(
                    KINDS.stream()
                            .map(kind -> THREE + "." + RESULTS + "." + kind + "." + column)
                            .toList(),
                    typed);
        }
        return BigDecimal.ZERO;
    }

    private static List<Map<String, Object>> inputs() throws IOException {
        List<Map<String, Object>> inputs = new ArrayList<>();
        try (Stream<Path> files = Files.list(Workplace.CHECKOUT.resolve("inputs"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                inputs.add(new Yaml().load(Files.readString(file)));
            }
        }
        return inputs;
    }

    /** The figures that somebody typed, by path; {@code ~} for a blank. */
    private static Map<String, String> cells(Map<String, Object> report) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String section : List.of(TWO, THREE, FOUR)) {
            flatten(section, report.get(section), cells);
        }
        return cells;
    }

    private static void flatten(String path, Object value, Map<String, String> cells) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, below) -> flatten(path + "." + key, below, cells));
        } else {
            cells.put(path, value == null ? "~" : value.toString());
        }
    }

    /** The report with a line for each figure, which names it. What was accepted in the published one is not. */
    private static String text(Map<String, Object> report, Map<String, String> cells) {
        StringBuilder text = new StringBuilder("报告: " + report.get("报告") + "\n年度: " + report.get("年度") + "\n机关: "
                + report.get("机关") + "\n总体情况: 略。\n存在的主要问题及改进情况: 略。\n其他需要报告的事项: 略。\n");
        List<String> open = List.of();
        for (String path : new TreeSet<>(cells.keySet())) {
            List<String> keys = List.of(path.split("\\."));
            int same = 0;
            while (same < Math.min(open.size(), keys.size() - 1)
                    && open.get(same).equals(keys.get(same))) {
                same++;
            }
            for (int level = same; level < keys.size() - 1; level++) {
                text.append("  ".repeat(level)).append(keys.get(level)).append(":\n");
            }
            String indent = "  ".repeat(keys.size() - 1);
            text.append(indent + keys.get(keys.size() - 1) + ": " + cells.get(path) + " # " + path + "\n");
            open = keys.subList(0, keys.size() - 1);
        }
        return text.toString();
    }
}

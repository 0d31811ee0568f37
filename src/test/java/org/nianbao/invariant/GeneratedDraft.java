package org.nianbao.invariant;

import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nianbao.SmallForm;

/** A draft of the official form with figures of any length, long words, wide tables in the text and local rows. */
final class GeneratedDraft {
    private static final String WORDS = "全年公开信息工作动态政策解读机构职能人事任免，。、；";
    private static final String CODE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/.-?&=_%";

    private GeneratedDraft() {}

    /** The files of the draft that a seed chooses. */
    static Map<String, String> files(int seed) {
        Random random = new Random(seed);
        int rows = seed % 4 == 0 ? random.nextInt(60) : seed % 8;
        return Map.of(
                "rows" + seed + ".form.yaml", localRows(rows, random), "draft" + seed + ".yaml", input(seed, random));
    }

    private static String localRows(int rows, Random random) {
        StringBuilder form = new StringBuilder();
        for (int i = 1; i <= rows; i++) {
            String after = i == 1 ? "属于行政查询事项" : "地方" + (i - 1);
            String label = (i + 8) + "." + words(random, 4 + random.nextInt(50)).replaceAll("[，。、；]", "的");
            form.append("地方%d: {label: \"%s\", after: %s}\n".formatted(i, label, after));
        }
        String local = SmallForm.results("不予公开", form.toString());
        return rows == 0 ? local.replaceAll("(?s)sections:.*", "sections: {}\n") : local;
    }

    private static String input(int seed, Random random) {
        int digits = seed % 13;
        return """
                报告: 政府信息公开工作年度报告
                年度: 2025
                机关: 某县%s局
                成文日期: 2026-01-20
                %s总体情况: |
                  %s%s%s。

                  %s：

                %s
                主动公开政府信息情况:
                  规章: {本年制发件数: %s, 现行有效件数: %s}
                收到和处理政府信息公开申请情况:
                  本年新收: {自然人: %s, 商业企业: %s, 其他: %s}
                政府信息公开行政复议、行政诉讼情况:
                  行政复议: {结果维持: %s, 结果纠正: %s, 其他结果: %s}
                存在的主要问题及改进情况: %s
                其他需要报告的事项: %s
                """.formatted(
                        words(random, 2).replaceAll("[，。、；]", "的"),
                        "扩展: rows" + seed + ".form.yaml\n",
                        words(random, random.nextInt(900)),
                        code(random, 20 + random.nextInt(200)),
                        words(random, 40),
                        code(random, 1 + random.nextInt(30)),
                        table(random),
                        figure(random, digits + 8),
                        figure(random, digits),
                        figure(random, digits),
                        figure(random, 2),
                        figure(random, 1 + random.nextInt(8)),
                        figure(random, digits),
                        figure(random, 1),
                        figure(random, 1 + random.nextInt(8)),
                        words(random, 40 + random.nextInt(300)),
                        words(random, 40));
    }

    /** A table in the text, with words and figures of any length in up to twelve columns. */
    private static String table(Random random) {
        int columns = 1 + random.nextInt(12);
        return IntStream.range(0, 5)
                .mapToObj(row -> row == 1
                        ? "  |" + "---|".repeat(columns)
                        : IntStream.range(0, columns)
                                .mapToObj(column -> switch (random.nextInt(4)) {
                                    case 0 -> figure(random, 1 + random.nextInt(9));
                                    case 1 -> code(random, 1 + random.nextInt(30));
                                    default ->
                                        words(random, 1 + random.nextInt(12)).replaceAll("[，。、；]", "的");
                                })
                                .collect(Collectors.joining("|", "  |", "|")))
                .collect(Collectors.joining("\n"));
    }

    private static String words(Random random, int count) {
        return "全年" + pick(WORDS, random, count) + "工作";
    }

    private static String code(Random random, int count) {
        return "x" + pick(CODE, random, count).replace("__", "_") + "y";
    }

    private static String figure(Random random, int digits) {
        return digits == 0 ? "0" : (1 + random.nextInt(9)) + pick("0123456789", random, digits - 1);
    }

    private static String pick(String from, Random random, int count) {
        return random.ints(count, 0, from.length())
                .mapToObj(i -> from.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}

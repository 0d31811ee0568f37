package org.nianbao.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.nianbao.SmallForm;

/**
 * A form with one table that is longer than a page, and its report: groups of 1 to 80 rows, labels of 2 to 400 characters,
 * cells of up to 4,000.
 */
final class GeneratedTable {
    private static final String WORDS = "本单位认真落实政府信息公开条例，主动公开各类信息；对照年度任务逐项检查，督促所属各科室按时报送材料。全年没有发生泄密事件，群众满意度继续提高；"
            + "今后将继续加强学习，完善制度，规范流程，提高公开工作的质量和水平。";

    private static final int[] HEIGHTS = {1, 1, 2, 3, 6, 14, 40, 80};
    private static final int[] LABELS = {2, 4, 9, 14, 40, 130, 400};
    private static final int[] TEXTS = {1, 1, 1, 1, 6, 30};
    private static final int LONGEST = 4_000;

    private final Random random;
    private final String name;
    private final StringBuilder rows = new StringBuilder();
    private final StringBuilder report = new StringBuilder();
    private final List<String> texts = new ArrayList<>();

    GeneratedTable(int seed) {
        random = new Random(seed);
        name = "长表" + seed;
        int groups = 1 + random.nextInt(4);
        int longest = random.nextInt(3) == 0 ? -1 : random.nextInt(groups);
        for (int group = 0; group < groups; group++) {
            addGroup("类" + group, pick(HEIGHTS), group == longest);
        }
    }

    String name() {
        return name;
    }

    /** The texts of the cells, from top to bottom. */
    List<String> texts() {
        return List.copyOf(texts);
    }

    private void addGroup(String key, int height, boolean longest) {
        rows.append("  %s:\n    label: %s\n    rows:\n".formatted(key, words(pick(LABELS))));
        report.append("  %s:\n".formatted(key));
        int at = random.nextInt(height);
        for (int row = 0; row < height; row++) {
            String label = words(height == 1 || random.nextInt(12) == 0 ? pick(LABELS) : 4);
            String text = words(longest && row == at ? LONGEST : pick(TEXTS));
            texts.add(text);
            rows.append("      项%d: {label: %s}\n".formatted(row, label));
            report.append("    项%d: {说明: %s, 数量: %d}\n".formatted(row, text, random.nextInt(1000)));
        }
    }

    private int pick(int... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String words(int length) {
        int start = random.nextInt(WORDS.length());
        String words = WORDS.repeat(2 + length / WORDS.length()).substring(start);
        while (!Character.isLetter(words.charAt(0))) {
            words = words.substring(1);
        }
        return words.substring(0, length);
    }

    String form() {
        String landscape = random.nextInt(4) == 0 ? "landscape: true" : "";
        return SmallForm.ofTable(name, """
                widths: [%d, 3, 6, 2]
                small: %s
                breaks: true
                %s
                corner: 项目
                columns: {说明: {type: text}, 数量: }
                rows:
                """.formatted(1 + random.nextInt(2), random.nextBoolean(), landscape) + rows);
    }

    String template() {
        String above = random.nextBoolean() ? "<p>填报单位：${填报单位}</p>" : "";
        String heading = random.nextBoolean() ? "<h2>${section.heading}</h2>" : "";
        return SmallForm.TEMPLATE
                .replace("</h1>", "<br/>年度指标</h1>" + above)
                .replace("as section>", "as section>" + heading);
    }

    String report() {
        return "报告: %s\n年度: 2025\n填报单位: 某市统计局\n表:\n".formatted(name) + report;
    }
}

package org.nianbao.invariant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** A report whose words a seed chose, in every place where words may stand, for a form with one small table. */
final class GeneratedReport {
    private static final List<String> CHINESE =
            List.of("公开", "条例", "小时", "栏目", "的", "信息", "政务服务", "落实责任", "办理", "群众", "一", "二", "年度", "机制");
    private static final List<String> WESTERN =
            List.of("5", "24", "3.5", "2026", "1,234", "A", "km", "QR", "WiFi", "App", "12345", "100%", "Office 365");
    private static final String CODE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final List<String> MARKS = List.of(
            "，", "。", "、", "；", "：", "？", "！", "·", "～", "％", "（", "）", "《", "》", "“", "”", "‘", "’", "【", "】", "〔",
            "〕", "「", "」", "——", "……", "-", "—", "/", "(", ")", "+", "×", "℃", "①", "Ⅲ", "→", "√", "□", "☑");

    /** Characters that are not simply one glyph after the other. */
    private static final List<String> RARE = List.of(
            "\u00A0",
            "\u200D",
            "\u200C",
            "\u00AD",
            "\u3000",
            "\u2003",
            "\u2009",
            "\u202F",
            "\u200B",
            "\u2060",
            "\uFEFF",
            "\u0301",
            "e\u0301",
            "é",
            "葛\uDB40\uDD00",
            "辻\uFE00",
            "☺\uFE0F",
            "\uE000",
            "\uFFFD",
            "\uFFFC",
            "\u200E",
            "\u200F",
            "\u202D",
            "\u2066",
            "𠮷",
            "𣗋",
            "𬭎",
            "😀",
            "👨\u200D👩",
            "㎡",
            "㈱",
            "ｱ",
            "Å",
            "ﬁ",
            "㐂",
            "兀",
            "\u2028",
            "\t",
            "•",
            "‧",
            "・",
            "∙",
            "⋅",
            "–",
            "‑",
            "−",
            "…",
            "⋯",
            "〇",
            "○",
            "◯",
            "〜",
            "∶",
            "=",
            "★",
            "～",
            "—",
            "ー",
            "￥",
            "¥",
            "ß",
            "Ж",
            "α");

    private static final List<String> ITEMS = List.of("-", "*", "+", "1.", "1)", "23.", "2025.", "07.");

    private static final int PLACES = 26;

    private final Random random;
    private final int seed;
    private final IntFunction<String> words;
    private final List<String> typed = new ArrayList<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final int rarePlace;
    private final boolean masks;

    GeneratedReport(int seed) {
        this.seed = seed;
        random = new Random(seed);
        rarePlace = random.nextInt(PLACES);
        List<IntFunction<String>> kinds =
                List.of(this::mixed, this::mixed, this::marked, this::rare, this::codes, this::address, this::masked);
        words = kinds.get(seed % kinds.size());
        masks = seed % kinds.size() == kinds.size() - 1;
        fill();
    }

    String name() {
        return "report" + seed + ".yaml";
    }

    Map<String, String> files() {
        return files;
    }

    /** The words that must be printed, in order. */
    List<String> typed() {
        return typed;
    }

    private void fill() {
        files.put("a.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M1 1h5v5z'/></svg>");
        String agency = text(3);
        String prose = prose().indent(2);
        String opening = text(9);
        String cell = text(12);
        int figure = random.nextInt(1 << random.nextInt(30));
        String note = text(2);
        files.put("rows" + seed + ".form.yaml", """
                name: 文字
                edition: 2020
                sections: {表: {table: {rows: {地方: {label: "%s", after: 甲}}}}}
                """.formatted(text(6)));
        files.put(name(), """
                报告: 文字
                年度: 2025
                机关: "%s"
                成文日期: 2026-01-20
                扩展: rows%d.form.yaml
                情况: |
                %s
                表:
                  正文: |
                    %s
                  甲: {说明: "%s", 数量: {数: %s, 注: "%s"}}
                  地方: {说明: 无}
                  注: %s
                附表:
                  - 标题: "%s"
                    表: |
                      | 项目 | %s |
                      |---|---:|
                      | %s | %s |
                  - {标题: "%s", 文件: annex%d.csv}
                """.formatted(
                        agency, seed, prose, opening, cell, figure, note, notes(), text(3), text(2), text(6), text(9),
                        text(3), seed));
        files.put("annex" + seed + ".csv", "项目,\"%s\"\r\n\"%s\",\"%s\"\r\n".formatted(text(2), text(12), text(7)));
    }

    /** Notes below the table: one, or a list. */
    private String notes() {
        return random.nextBoolean() ? "\"" + text(8) + "\"" : "[\"%s\", \"%s\"]".formatted(text(5), text(8));
    }

    private String prose() {
        StringBuilder prose = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            prose.append(text(10 + random.nextInt(60)))
                    .append(masks ? "，" : "**" + text(4) + "**，")
                    .append(text(random.nextInt(9)))
                    .append("。\n\n");
        }
        return prose
                + """
                （一）%s

                - %s
                - %s

                1. %s

                **%s**

                [%s](https://www.gov.cn)

                | 项目 | %s |
                |---|---|
                | %s | %s |

                ![图](a.svg "%s")

                %s
                """.formatted(
                                text(3), text(20), text(4), text(30), text(5), text(4), text(2), text(6), text(9),
                                text(4), items());
    }

    /** A line of list marks without words, which would make items in which nothing stands. */
    private String items() {
        Random marks = new Random(~seed);
        String items = marks.ints(1 + marks.nextInt(3), 0, ITEMS.size())
                .mapToObj(ITEMS::get)
                .collect(Collectors.joining(" "));
        typed.add(items);
        return items;
    }

    private String text(int length) {
        String text = "字" + words.apply(length) + "文";
        typed.add(text);
        return text;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String pick(String from, int count) {
        StringBuilder text = new StringBuilder();
        random.ints(count, 0, from.length()).forEach(i -> text.append(from.charAt(i)));
        return text.toString();
    }

    private String mixed(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(random.nextInt(3) > 0 ? pick(CHINESE) : pick(WESTERN));
        }
        return text.toString();
    }

    private String marked(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(random.nextInt(2) > 0 ? pick(CHINESE) : pick(MARKS));
        }
        return text.toString();
    }

    /** One kind of rare character, in one place: many are refused. */
    private String rare(int length) {
        if (typed.size() != rarePlace) {
            return mixed(length);
        }
        String one = RARE.get(seed / 7 % RARE.size());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(random.nextInt(4) > 0 ? pick(CHINESE) : one.repeat(1 + random.nextInt(2)));
        }
        return length > 40 ? text + one.repeat(50) : text.toString();
    }

    private String codes(int length) {
        return pick(CHINESE) + pick(CODE, 2 * length) + pick(CHINESE) + pick(CODE, length);
    }

    private String address(int length) {
        return pick(CHINESE) + "https://www." + pick(CODE, 3) + ".gov.cn/" + pick(CODE, length) + "/" + pick(CODE, 3)
                + "?" + pick(CODE, 2) + "=" + pick(CODE, length) + "，" + pick(CHINESE);
    }

    /** Names and numbers of which asterisks hide a part, but not in bold words. */
    private String masked(int length) {
        return length < 6
                ? mixed(length)
                : "由张**负责，李**" + pick(CHINESE) + "138****" + pick("0123456789", 4) + mixed(length / 4) + "和王*";
    }
}

package org.nianbao.check.prose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.Workplace;
import org.nianbao.chinese.Traditional;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.input.CorrectionsReader;

/**
 * Reports at random whose prose agrees with their tables and with last year's: figures, wordings and their order vary. What is
 * said of them is a false alarm.
 */
@Tag("slow")
@DisplayName("Of reports at random that are right, nothing is said")
class SyntheticReportsTest {
    private static final int REPORTS = Integer.getInteger("synthetic.reports", 300);

    private static final Pattern TOLD = Pattern.compile("(?m)^r/.*(?:warning|error) .*$");

    private static final List<String> AGENCIES =
            List.of("清溪县教育局", "临河市人民政府办公室", "石桥镇人民政府", "安澜市生态环境局", "和顺区人民政府", "南岭县住房和城乡建设局");

    /** The figures of a year: applications by result, and of the other tables. */
    private record Figures(int year, int received, int carried, List<Integer> results, int next, List<Integer> others) {
        static final String[] ROWS = {
            "予以公开",
            "部分公开",
            "不予公开.保护第三方合法权益",
            "不予公开.属于三类内部事务信息",
            "无法提供.本机关不掌握相关政府信息",
            "无法提供.没有现成信息需要另行制作",
            "不予处理.信访举报投诉类申请",
            "不予处理.重复申请"
        };

        static Figures of(Random random, int year, int carried, List<Integer> before) {
            int scale = List.of(3, 12, 60, 700).get(random.nextInt(4));
            int[] results = random.ints(ROWS.length, 0, scale + 1).toArray();
            results[0] += Math.max(0, carried); // all that was carried over is handled
            int handled = Arrays.stream(results).sum();
            int next = Math.min(random.nextInt(4), Math.max(0, handled - 1));
            int[] others = random.ints(9, 0, scale * 3 + 1).toArray();
            others[2] = before.isEmpty() ? others[2] + others[1] : before.get(2) + others[0] - others[1];
            if (others[2] < 0) {
                others[1] = 0;
                others[2] = before.get(2) + others[0];
            }
            return new Figures(year, handled + next - carried, carried, boxed(results), next, boxed(others));
        }

        private static List<Integer> boxed(int[] figures) {
            return Arrays.stream(figures).boxed().toList();
        }

        int handled() {
            return results.stream().mapToInt(Integer::intValue).sum();
        }

        int reviews() {
            return others.get(6) + others.get(7);
        }

        String yaml(String agency, String text, String outlook) {
            StringBuilder rows = new StringBuilder();
            String group = "";
            for (int i = 0; i < ROWS.length; i++) {
                String[] path = ROWS[i].split("\\.");
                if (path.length > 1 && !path[0].equals(group)) {
                    rows.append("    ").append(path[0]).append(":\n");
                    group = path[0];
                }
                rows.append(path.length > 1 ? "      " : "    ").append(path[path.length - 1]);
                rows.append(": {自然人: ").append(results.get(i)).append("}\n");
            }
            return String.join(
                    "\n",
                    "报告: 政府信息公开工作年度报告",
                    "年度: " + year,
                    "机关: " + agency,
                    "总体情况: |",
                    text,
                    "主动公开政府信息情况:",
                    "  行政规范性文件: {本年制发件数: " + others.get(0) + ", 本年废止件数: " + others.get(1) + ", 现行有效件数: " + others.get(2)
                            + "}",
                    "  行政许可: " + others.get(3),
                    "  行政处罚: " + others.get(4),
                    "  行政强制: " + others.get(5),
                    "收到和处理政府信息公开申请情况:",
                    "  本年新收: {自然人: " + received + "}",
                    "  上年结转: {自然人: " + carried + "}",
                    "  本年度办理结果:",
                    rows + "  结转下年度继续办理: {自然人: " + next + "}",
                    "政府信息公开行政复议、行政诉讼情况:",
                    "  行政复议: {结果维持: " + others.get(6) + ", 结果纠正: " + others.get(7) + "}",
                    "  行政诉讼:",
                    "    未经复议直接起诉: {结果维持: " + others.get(8) + "}",
                    "存在的主要问题及改进情况: " + outlook,
                    "其他需要报告的事项: 按照《政府信息公开信息处理费管理办法》，本年度未收取信息处理费。",
                    "");
        }
    }

    @Test
    void areAllRight(@TempDir Path folder) throws IOException {
        Workplace place = new Workplace(folder);
        Traditional traditional = Traditional.of(
                CorrectionsReader.read(Workplace.CHECKOUT.resolve("templates/traditional.yaml"), new Diagnostics())
                        .orElseThrow());
        for (int i = 0; i < REPORTS; i++) {
            Random random = new Random(i);
            String agency = AGENCIES.get(random.nextInt(AGENCIES.size()));
            int year = 2022 + random.nextInt(4);
            Figures last = Figures.of(random, year - 1, random.nextInt(3), List.of());
            Figures now = Figures.of(random, year, last.next(), last.others());
            // an agency of its own for each, so that last year's report is found by its name
            String own = agency.substring(0, 2) + "第" + (i + 1) + agency.substring(2);
            // some are of a whole area, and some are written in Traditional Chinese
            boolean whole = agency.endsWith("政府") && random.nextBoolean();
            UnaryOperator<String> script = i % 3 == 0 ? words -> traditional.of(words, Map.of()) : words -> words;
            String scope = whole ? "\n范围: 汇总" : "";
            String words = script.apply(text(random, now, last, whole ? agency.substring(2, 3) : ""));
            place.write("r/" + i + ".yaml", now.yaml(own + scope, words, script.apply(outlook(random, now))));
            place.write("last/" + i + ".yaml", last.yaml(own + scope, "  " + PLAIN, "存在培训不足的问题，已改进。"));
        }
        Workplace.Run run = place.nianbao("check", "--last-year", "last", "r");
        List<String> told = TOLD.matcher(run.out() + run.err())
                .results()
                .map(MatchResult::group)
                .toList();
        assertEquals(List.of(), told);
        assertTrue((run.out() + run.err()).contains(REPORTS + " files checked"), run.out());
    }

    private static final String PLAIN = "认真贯彻落实条例，围绕中心工作扎实推进政务公开，工作质量不断提升，群众获得感增强。";

    private static String outlook(Random random, Figures of) {
        List<String> points =
                List.of("解读形式还不够丰富", "平台功能有待完善", "培训不够经常", "更新不够及时").subList(0, 2 + random.nextInt(3));
        String[] marks = one(random, "一是 二是 三是 四是", "（一） （二） （三） （四）", "1. 2. 3. 4.", "第一， 第二， 第三， 第四，")
                .split(" ");
        String number = List.of("两", "三", "四").get(points.size() - 2);
        StringBuilder text = new StringBuilder(
                one(random, "主要存在%s方面问题：", "还存在以下%s个方面的不足。", "存在%s个问题：").formatted(number));
        for (int i = 0; i < points.size(); i++) {
            text.append(marks[i]).append(points.get(i)).append(i + 1 < points.size() ? "；" : "。");
        }
        return text + one(random, "下一步，", "") + (of.year() + 1) + "年将加强培训，丰富解读形式。";
    }

    /** @param area what the report is about, if it is a whole area, as 县 */
    private static String text(Random random, Figures now, Figures last, String area) {
        List<String> paragraphs = new ArrayList<>(List.of(now.year() + "年，" + PLAIN));
        paragraphs.addAll(claims(random, now));
        if (!area.isEmpty()) {
            paragraphs.add("全%s各级行政机关共收到政府信息公开申请%d件，办结%d件。".formatted(area, now.received(), now.handled()));
        }
        paragraphs.addAll(growth(random, now, last));
        paragraphs.addAll(lists(random));
        Collections.shuffle(paragraphs.subList(1, paragraphs.size()), random);
        return "  " + String.join("\n\n  ", paragraphs);
    }

    private static String one(Random random, String... wordings) {
        return wordings[random.nextInt(wordings.length)];
    }

    private static List<String> claims(Random random, Figures now) {
        String received = one(random, "全年共收到政府信息公开申请%d件", "本年新收政府信息公开申请%d件", "受理依申请公开%d件", "收到公民提出的政府信息公开申请%d件")
                .formatted(now.received());
        String rest = one(random, "，上年结转%d件，办结%d件，结转下年度继续办理%d件。", "，上年度结转%d件，共答复%d件，结转下年%d件。")
                .formatted(now.carried(), now.handled(), now.next());
        int denied = now.results().get(2) + now.results().get(3);
        String results = "办理结果：予以公开%d件，部分公开%d件，不予公开%d件，无法提供%d件，不予处理%d件。"
                .formatted(
                        now.results().get(0),
                        now.results().get(1),
                        denied,
                        now.results().get(4) + now.results().get(5),
                        now.results().get(6) + now.results().get(7));
        String disputes = one(random, "因政府信息公开引发行政复议%d件，行政诉讼%d件。", "政府信息公开行政复议%d件、行政诉讼%d件。")
                .formatted(now.reviews(), now.others().get(8));
        String documents = one(random, "制发行政规范性文件%d件，废止%d件，现行有效%d件。", "规范性文件制发%d件，废止%d件，现行有效%d件。")
                .formatted(
                        now.others().get(0), now.others().get(1), now.others().get(2));
        String decisions = one(random, "作出行政许可决定%d件，行政处罚决定%d件，行政强制决定%d件。", "行政许可%d件，行政处罚%d件，行政强制%d件。")
                .formatted(
                        now.others().get(3), now.others().get(4), now.others().get(5));
        List<String> all = new ArrayList<>(List.of(received + rest, results, disputes, documents, decisions));
        if (now.handled() > 0) {
            all.add("在办结的%d件申请中，予以公开%d件，占%s%%。"
                    .formatted(
                            now.handled(),
                            now.results().get(0),
                            percent(random, now.results().get(0), now.handled())));
        }
        if (now.received() > 0) {
            all.add(one(random, "全部%d件申请均为自然人提出。", "其中自然人申请%d件。", "自然人提出的申请%d件，内容以民生为主。")
                    .formatted(now.received()));
        }
        all.add("自然人申请%d件，其中予以公开%d件，部分公开%d件。"
                .formatted(now.handled(), now.results().get(0), now.results().get(1)));
        all.add("因保护第三方合法权益不予公开%d件，属于三类内部事务信息%d件，本机关不掌握相关政府信息%d件，重复申请%d件。"
                .formatted(
                        now.results().get(2),
                        now.results().get(3),
                        now.results().get(4),
                        now.results().get(7)));
        return all;
    }

    private static String percent(Random random, int part, int whole) {
        RoundingMode mode = random.nextBoolean() ? RoundingMode.HALF_UP : RoundingMode.DOWN;
        return new BigDecimal(part)
                .movePointRight(2)
                .divide(new BigDecimal(whole), random.nextInt(3), mode)
                .toPlainString();
    }

    private static List<String> growth(Random random, Figures now, Figures last) {
        return List.of(
                compared(random, "收到政府信息公开申请", now.received(), last.received()),
                compared(random, "办结政府信息公开申请", now.handled(), last.handled()),
                compared(random, "作出行政处罚决定", now.others().get(4), last.others().get(4)),
                compared(random, "政府信息公开行政复议", now.reviews(), last.reviews()));
    }

    private static String compared(Random random, String name, int now, int last) {
        if (now == last) {
            return name + now + "件，" + one(random, "与上年持平。", "与去年相同。");
        }
        String change = now > last ? "增加" : "减少";
        String base = one(random, "比上年", "较去年", "同比");
        int by = Math.abs(now - last);
        String share = last == 0 ? "" : "，" + (now > last ? "增长" : "下降") + percent(random, by, last) + "%";
        return one(
                random,
                name + now + "件，" + base + change + by + "件" + share + "。",
                name + "由上年的" + last + "件" + change + "到" + now + "件" + share + "。",
                name + now + "件，上年为" + last + "件，" + change + by + "件" + share + "。");
    }

    private static List<String> lists(Random random) {
        List<String> all = new ArrayList<>();
        String[][] kinds = {
            {"全年主动公开政府信息%d条", "条", "政务动态", "政策文件", "公示公告"},
            {"举办培训%d场", "场", "线上", "线下", "现场观摩"},
            {"编发简报%d期", "期", "动态", "经验", "通报"},
            {"发布解读材料%d篇", "篇", "文字解读", "图片解读", "视频解读"},
        };
        for (String[] kind : kinds) {
            int[] parts = random.ints(3, 1, 200).toArray();
            int sum = parts[0] + parts[1] + parts[2];
            String list = kind[2] + parts[0] + kind[1] + "、" + kind[3] + parts[1] + kind[1] + "、" + kind[4] + parts[2]
                    + kind[1];
            String whole = kind[0].formatted(sum);
            all.add(one(
                    random,
                    whole + "，其中" + list + "。",
                    whole + "，包括" + list + "。",
                    whole + "（" + list + "）。",
                    whole + "，分别为" + list + "。",
                    list + "，" + one(random, "共", "合计", "总计") + sum + kind[1] + "。",
                    whole + "（含" + kind[2] + parts[0] + kind[1] + "）。",
                    whole + "：" + list + "。",
                    kind[0].formatted(sum + 50) + "，其中" + kind[2] + parts[0] + kind[1] + "。"));
        }
        return all;
    }
}

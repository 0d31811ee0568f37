package org.nianbao.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** The figures of a report, by the paths of the form. They add up; a missing figure is zero. */
final class Counts {
    static final String DISCLOSURE = "主动公开政府信息情况.";
    static final String REQUESTS = "收到和处理政府信息公开申请情况.";
    static final String DISPUTES = "政府信息公开行政复议、行政诉讼情况.";
    static final String RECEIVED = REQUESTS + "本年新收";
    static final String BEFORE = REQUESTS + "上年结转";
    static final String RESULTS = REQUESTS + "本年度办理结果";
    static final String AFTER = REQUESTS + "结转下年度继续办理";
    static final String TOTAL = "总计";
    static final List<String> APPLICANTS = List.of("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他");

    /** The rows of results, each with its share of the requests in per cent. */
    private static final Map<String, Integer> ENDS = new LinkedHashMap<>();

    static {
        ENDS.put("予以公开", 44);
        ENDS.put("部分公开", 10);
        ENDS.put("不予公开.属于国家秘密", 1);
        ENDS.put("不予公开.其他法律行政法规禁止公开", 1);
        ENDS.put("不予公开.保护第三方合法权益", 3);
        ENDS.put("不予公开.属于三类内部事务信息", 3);
        ENDS.put("不予公开.属于四类过程性信息", 2);
        ENDS.put("不予公开.属于行政执法案卷", 2);
        ENDS.put("不予公开.属于行政查询事项", 2);
        ENDS.put("无法提供.本机关不掌握相关政府信息", 18);
        ENDS.put("无法提供.没有现成信息需要另行制作", 3);
        ENDS.put("无法提供.补正后申请内容仍不明确", 2);
        ENDS.put("不予处理.信访举报投诉类申请", 3);
        ENDS.put("不予处理.重复申请", 2);
        ENDS.put("其他处理.申请人无正当理由逾期不补正", 2);
        ENDS.put("其他处理.其他", 2);
    }

    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Random random;
    private String charges = "0";

    private Counts(Random random) {
        this.random = random;
    }

    static Counts of(Agency.Kind kind, Random random) {
        Counts counts = new Counts(random);
        counts.disclose(kind);
        counts.request(requests(kind, random));
        counts.dispute();
        return counts;
    }

    private static int requests(Agency.Kind kind, Random random) {
        int small = random.nextInt(100);
        return switch (kind) {
            case OFFICE -> small < 10 ? 0 : small < 80 ? 1 + random.nextInt(40) : 40 + random.nextInt(400);
            case BUSY -> small < 25 ? 0 : small < 85 ? 1 + random.nextInt(30) : 30 + random.nextInt(250);
            case DEPARTMENT -> small < 65 ? 0 : 1 + random.nextInt(8);
            case TOWN -> small < 75 ? 0 : 1 + random.nextInt(4);
        };
    }

    private void disclose(Agency.Kind kind) {
        boolean office = kind == Agency.Kind.OFFICE;
        if (office || random.nextInt(4) == 0) {
            long issued = random.nextInt(office ? 30 : 5);
            long repealed = random.nextInt(office ? 6 : 2);
            count(DISCLOSURE + "行政规范性文件.本年制发件数", issued);
            count(DISCLOSURE + "行政规范性文件.本年废止件数", repealed);
            count(DISCLOSURE + "行政规范性文件.现行有效件数", issued + random.nextInt(office ? 120 : 20));
        }
        if (kind == Agency.Kind.BUSY || (kind == Agency.Kind.DEPARTMENT && random.nextInt(3) == 0)) {
            int most = kind == Agency.Kind.BUSY ? 25_000 : 600;
            count(DISCLOSURE + "行政许可", random.nextInt(most));
            count(DISCLOSURE + "行政处罚", random.nextInt(most / 8));
            count(DISCLOSURE + "行政强制", random.nextInt(most / 60));
            if (random.nextInt(3) == 0) {
                charges = random.nextInt(8_000) + "." + (1 + random.nextInt(9_999));
            }
        }
    }

    private void request(int number) {
        for (int request = 0; request < number; request++) {
            String applicant = random.nextInt(5) > 0 ? APPLICANTS.get(0) : any(APPLICANTS);
            count(random.nextInt(20) == 0 ? BEFORE : RECEIVED, applicant, 1);
            if (random.nextInt(15) == 0) {
                count(AFTER, applicant, 1);
            } else {
                count(RESULTS + "." + end(), applicant, 1);
                count(RESULTS + "." + TOTAL, applicant, 1);
            }
        }
    }

    private String end() {
        int at = random.nextInt(100);
        for (Map.Entry<String, Integer> end : ENDS.entrySet()) {
            at -= end.getValue();
            if (at < 0) {
                return end.getKey();
            }
        }
        throw new IllegalStateException("The shares of the results do not add up to 100.");
    }

    private void dispute() {
        for (String way : List.of("行政复议", "行政诉讼.未经复议直接起诉", "行政诉讼.复议后起诉")) {
            long most = of(RECEIVED + "." + TOTAL) / 25;
            for (long dispute = random.nextInt((int) most + 1); dispute > 0; dispute--) {
                count(DISPUTES + way, any(List.of("结果维持", "结果维持", "结果纠正", "其他结果", "尚未审结")), 1);
            }
        }
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private void count(String row, String column, long more) {
        count(row + "." + column, more);
        count(row + "." + TOTAL, more);
    }

    private void count(String path, long more) {
        counts.merge(path, more, Long::sum);
    }

    /** The figure of a path. */
    long of(String path) {
        return counts.getOrDefault(path, 0L);
    }

    /** The sum of all totals below a path. */
    long totalBelow(String path) {
        return counts.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(path + ".") && entry.getKey().endsWith("." + TOTAL))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** 行政事业性收费, in 万元. */
    String charges() {
        return charges;
    }

    /** The three tables of an input. */
    String yaml(boolean withTotals) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("主动公开政府信息情况:\n");
        List<String> documents = List.of("本年制发件数", "本年废止件数", "现行有效件数");
        row(yaml, "  ", DISCLOSURE + "规章", documents);
        row(yaml, "  ", DISCLOSURE + "行政规范性文件", documents);
        for (String decisions : List.of("行政许可", "行政处罚", "行政强制")) {
            yaml.append("  %s: %d%n".formatted(decisions, of(DISCLOSURE + decisions)));
        }
        yaml.append("  行政事业性收费: ").append(charges).append('\n');
        List<String> applicants = withTotals ? plus(APPLICANTS, TOTAL) : APPLICANTS;
        yaml.append("收到和处理政府信息公开申请情况:\n");
        row(yaml, "  ", RECEIVED, applicants);
        row(yaml, "  ", BEFORE, applicants);
        results(yaml, applicants, withTotals);
        row(yaml, "  ", AFTER, applicants);
        List<String> outcomes = List.of("结果维持", "结果纠正", "其他结果", "尚未审结");
        List<String> disputes = withTotals ? plus(outcomes, TOTAL) : outcomes;
        yaml.append("政府信息公开行政复议、行政诉讼情况:\n");
        row(yaml, "  ", DISPUTES + "行政复议", disputes);
        yaml.append("  行政诉讼:\n");
        row(yaml, "    ", DISPUTES + "行政诉讼.未经复议直接起诉", disputes);
        row(yaml, "    ", DISPUTES + "行政诉讼.复议后起诉", disputes);
        return yaml.toString();
    }

    private void results(StringBuilder yaml, List<String> applicants, boolean withTotals) {
        yaml.append("  本年度办理结果:\n");
        String group = "";
        for (String end : ENDS.keySet()) {
            if (of(RESULTS + "." + end + "." + TOTAL) > 0) {
                String parent = end.contains(".") ? end.substring(0, end.indexOf('.')) : "";
                if (!parent.isEmpty() && !parent.equals(group)) {
                    yaml.append("    ").append(parent).append(":\n");
                }
                group = parent;
                row(yaml, parent.isEmpty() ? "    " : "      ", RESULTS + "." + end, applicants);
            }
        }
        if (withTotals || of(RESULTS + "." + TOTAL + "." + TOTAL) == 0) {
            row(yaml, "    ", RESULTS + "." + TOTAL, plus(APPLICANTS, TOTAL));
        }
    }

    private static List<String> plus(List<String> words, String word) {
        return Stream.concat(words.stream(), Stream.of(word)).toList();
    }

    private void row(StringBuilder yaml, String indent, String path, List<String> columns) {
        yaml.append(indent).append(path.substring(path.lastIndexOf('.') + 1)).append(": {");
        String between = "";
        for (String column : columns) {
            if (of(path + "." + column) > 0 || column.equals(TOTAL) || path.startsWith(DISCLOSURE)) {
                yaml.append(between).append(column).append(": ").append(of(path + "." + column));
                between = ", ";
            }
        }
        yaml.append("}\n");
    }
}

package org.nianbao;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The input of a small report in which nothing is wrong; a test changes what it is about. */
public final class SmallReport {
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final Map<String, String> sections = new LinkedHashMap<>();

    private SmallReport() {
        facts.put("报告", "政府信息公开工作年度报告");
        sections.put("总体情况", "本年度按照规定公开政府信息，依法办理公开申请，各项工作平稳有序，数据见以下各表。");
        sections.put("主动公开政府信息情况", "{}");
        sections.put("收到和处理政府信息公开申请情况", "{}");
        sections.put("政府信息公开行政复议、行政诉讼情况", "{}");
        sections.put("存在的主要问题及改进情况", "部分栏目更新不够及时，下一步明确专人负责，逐月检查。");
        sections.put("其他需要报告的事项", "本年度未收取信息处理费。");
    }

    public static SmallReport of(String agency, int year) {
        return new SmallReport().with("年度", String.valueOf(year)).with("机关", agency);
    }

    /** Writes a key's value as YAML; a key that is no section stands before the sections. */
    public SmallReport with(String key, String yaml) {
        (sections.containsKey(key) ? sections : facts).put(key, yaml);
        return this;
    }

    /** The same for lines such as {@code 文字: 繁体}. */
    public SmallReport facts(String lines) {
        lines.lines().map(line -> line.split(": ", 2)).forEach(fact -> with(fact[0], fact[1]));
        return this;
    }

    /** Lines of prose, as an office writes them. */
    public SmallReport prose(String section, String lines) {
        return with(section, "|2\n" + lines.stripTrailing().indent(2).stripTrailing());
    }

    public SmallReport overall(String lines) {
        return prose("总体情况", lines);
    }

    /** The rows of table 2, a line each. */
    public SmallReport disclosed(String... rows) {
        return with("主动公开政府信息情况", lines(rows));
    }

    /** Applications that were received and all granted, by applicants. */
    public SmallReport granted(String applicants) {
        return applications("本年新收: " + applicants, "本年度办理结果:", "  予以公开: " + applicants);
    }

    /** The rows of table 3, a line each. */
    public SmallReport applications(String... rows) {
        return with("收到和处理政府信息公开申请情况", lines(rows));
    }

    private static String lines(String... rows) {
        return "\n" + String.join("\n", rows).indent(2).stripTrailing();
    }

    @Override
    public String toString() {
        LinkedHashMap<String, String> all = new LinkedHashMap<>(facts);
        all.putAll(sections);
        return all.entrySet().stream()
                .map(entry ->
                        entry.getKey() + ":" + (entry.getValue().startsWith("\n") ? "" : " ") + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }
}

package org.nianbao.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The input of a fictional agency. Its figures add up and its prose agrees with its tables. Any resemblance of names is
 * coincidence.
 *
 * @param agency that publishes the report
 * @param yaml the whole input
 */
record SyntheticReport(Agency agency, String yaml) {
    private static final Material WORDS = Material.SHIPPED;

    /**
     * Writes the report of an agency. The same arguments give the same report.
     *
     * @param seed another seed gives other figures and other prose
     * @param index of the agency, counted from 0; below {@link Agency#most}
     * @param year of the report
     */
    static SyntheticReport of(long seed, int index, int year) {
        Agency agency = Agency.of(index, year);
        Random random = new Random(mixed(seed, index));
        return new SyntheticReport(agency, new Writer(agency, year, random).input());
    }

    /** Spreads neighbouring numbers (finalizer of SplitMix64), because Random starts alike with neighbouring seeds. */
    private static long mixed(long seed, int index) {
        long mixed = seed * 0x9E3779B97F4A7C15L + index;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** Writes one input. */
    private static final class Writer {
        private static final Pattern SLOT = Pattern.compile("<([^<>]+)>|\\{\\{([^{}]+)\\}\\}");

        private final Agency agency;
        private final int year;
        private final Random random;
        private final Counts counts;

        /** Whether prose types its figures instead of quoting cells. */
        private final boolean typed;

        /** The length of the prose, 1 to 4. */
        private final int length;

        private final Set<String> said = new HashSet<>();

        private Writer(Agency agency, int year, Random random) {
            this.agency = agency;
            this.year = year;
            this.random = random;
            this.counts = Counts.of(agency.kind(), random);
            this.typed = random.nextBoolean();
            this.length = 1 + random.nextInt(4);
        }

        String input() {
            StringBuilder yaml = new StringBuilder("报告: 政府信息公开工作年度报告\n");
            yaml.append("年度: ").append(year).append('\n');
            yaml.append("机关: ").append(agency.name()).append('\n');
            if (random.nextInt(3) > 0) {
                yaml.append("成文日期: %d-01-%02d\n".formatted(year + 1, 5 + random.nextInt(26)));
            }
            if (random.nextBoolean()) {
                prose(yaml, "引言", List.of(filled("引言")));
            }
            prose(yaml, "总体情况", situation());
            yaml.append(counts.yaml(random.nextBoolean()));
            prose(yaml, "存在的主要问题及改进情况", problems());
            prose(yaml, "其他需要报告的事项", List.of(filled("其他")));
            return yaml.toString();
        }

        private static void prose(StringBuilder yaml, String key, List<String> paragraphs) {
            yaml.append(key).append(": |\n");
            paragraphs.forEach(paragraph -> yaml.append("  ").append(paragraph).append('\n'));
        }

        private List<String> situation() {
            List<String> paragraphs = new ArrayList<>();
            paragraphs.add(filled("总起"));
            if (agency.kind() == Agency.Kind.TOWN && length == 1) {
                paragraphs.add(filled("主动公开") + requests() + filled("监督"));
                return paragraphs;
            }
            boolean ownLines = random.nextInt(4) == 0;
            Map<String, String> aspects = new LinkedHashMap<>();
            aspects.put("主动公开", aspect("主动公开", "") + (length > 1 ? steps(3 + random.nextInt(5)) : ""));
            aspects.put("依申请", requests() + aspect("依申请", ""));
            aspects.put("管理", aspect("管理", documents()));
            aspects.put("平台", aspect("平台", ""));
            aspects.put("监督", aspect("监督", "") + (length > 2 ? steps(3) : ""));
            Iterator<String> numbers = WORDS.words("首").iterator();
            aspects.forEach((aspect, text) -> {
                String heading = "（" + numbers.next() + "）" + WORDS.any(aspect + "题", random);
                if (ownLines) {
                    paragraphs.add(heading);
                    paragraphs.add(text);
                } else {
                    paragraphs.add(heading + "。" + text);
                }
            });
            return paragraphs;
        }

        private String aspect(String aspect, String more) {
            int sentences = 2 * length + random.nextInt(3);
            return WORDS.some(aspect, sentences, random).stream()
                            .map(this::fill)
                            .collect(Collectors.joining())
                    + more;
        }

        private String documents() {
            String documents = counts.of(Counts.DISCLOSURE + "行政规范性文件.现行有效件数") > 0 ? filled("文件") : "";
            boolean decided = counts.of(Counts.DISCLOSURE + "行政许可") > 0 && counts.of(Counts.DISCLOSURE + "行政处罚") > 0;
            return documents + (decided ? filled("许可") : "");
        }

        private String requests() {
            StringBuilder text = new StringBuilder();
            boolean received = counts.of(Counts.RECEIVED + "." + Counts.TOTAL) > 0;
            boolean before = counts.of(Counts.BEFORE + "." + Counts.TOTAL) > 0;
            text.append(received ? filled("有申请") : before ? "" : filled("无申请"));
            text.append(before ? filled("有上年") : "");
            text.append(counts.of(Counts.RESULTS + "." + Counts.TOTAL + "." + Counts.TOTAL) > 0 ? filled("有结果") : "");
            text.append(counts.of(Counts.AFTER + "." + Counts.TOTAL) > 0 ? filled("有下年") : "");
            boolean disputed = counts.totalBelow("政府信息公开行政复议、行政诉讼情况") > 0;
            boolean reviewed = counts.of(Counts.DISPUTES + "行政复议." + Counts.TOTAL) > 0;
            return text.append(!disputed ? filled("无争议") : reviewed ? filled("有争议") : "")
                    .toString();
        }

        private String steps(int number) {
            List<String> steps = WORDS.some("一是", number, random);
            StringBuilder text = new StringBuilder();
            for (int step = 0; step < steps.size(); step++) {
                String[] parts = steps.get(step).split("\\|");
                text.append(WORDS.words("首").get(step))
                        .append("是")
                        .append(parts[0])
                        .append("。");
                text.append(fill(parts[1])).append("。");
            }
            return text.toString();
        }

        private List<String> problems() {
            int number = 1 + length + random.nextInt(3);
            String problems = filled("问题起") + listed("问题", number);
            String plans = filled("改进起") + (length > 2 ? steps(3 + random.nextInt(4)) : listed("改进", number));
            return random.nextBoolean() ? List.of("（一）存在的主要问题", problems, "（二）改进措施", plans) : List.of(problems, plans);
        }

        private String listed(String list, int number) {
            List<String> items = WORDS.some(list, number, random);
            StringBuilder text = new StringBuilder();
            for (int item = 0; item < items.size(); item++) {
                text.append(WORDS.words("首").get(item)).append("是").append(fill(items.get(item)));
                text.append(item == items.size() - 1 ? "。" : "；");
            }
            return text.toString();
        }

        private String filled(String list) {
            return fill(WORDS.any(list, random));
        }

        private String fill(String line) {
            int first = 8 + random.nextInt(300);
            int second = 8 + random.nextInt(300);
            return SLOT.matcher(line)
                    .replaceAll(slot -> Matcher.quoteReplacement(
                            slot.group(2) != null ? figure(slot.group(2)) : word(slot.group(1), first, second)));
        }

        private String figure(String path) {
            return typed ? String.valueOf(counts.of(path)) : "{{" + path + "}}";
        }

        private String word(String slot, int first, int second) {
            return switch (slot) {
                case "年" -> String.valueOf(year);
                case "次年" -> String.valueOf(year + 1);
                case "全称" -> agency.name();
                case "地" -> agency.region();
                case "我" -> self();
                case "上级" -> superior();
                case "甲" -> String.valueOf(first);
                case "乙" -> String.valueOf(second);
                case "总" -> String.valueOf(first + second);
                case "领域" -> another("领域");
                case "申请人们" -> applicants();
                case "结果们" -> results();
                default -> number(slot);
            };
        }

        private String number(String range) {
            String[] ends = range.split("-");
            int from = Integer.parseInt(ends[0]);
            return String.valueOf(from + random.nextInt(Integer.parseInt(ends[1]) - from + 1));
        }

        /** A word that has not been used yet. */
        private String another(String list) {
            List<String> left = WORDS.words(list).stream()
                    .filter(word -> !said.contains(word))
                    .toList();
            List<String> from = left.isEmpty() ? WORDS.words(list) : left;
            String word = from.get(random.nextInt(from.size()));
            said.add(word);
            return word;
        }

        private String self() {
            return WORDS.lines("自称").stream()
                    .map(line -> line.split("\\|"))
                    .filter(line -> agency.name().endsWith(line[0]))
                    .findFirst()
                    .orElseThrow()[1];
        }

        private String superior() {
            String level = agency.region().substring(agency.region().length() - 1);
            return level + "委、" + level + "政府";
        }

        private String applicants() {
            return Counts.APPLICANTS.stream()
                    .filter(applicant -> counts.of(Counts.RECEIVED + "." + applicant) > 0)
                    .map(applicant -> applicant + "提出" + figure(Counts.RECEIVED + "." + applicant) + "件")
                    .collect(Collectors.joining("、"));
        }

        private String results() {
            return List.of("予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理").stream()
                    .filter(result -> counts.totalBelow(Counts.RESULTS + "." + result) > 0)
                    .map(result -> result + counts.totalBelow(Counts.RESULTS + "." + result) + "件")
                    .collect(Collectors.joining("、"));
        }
    }
}

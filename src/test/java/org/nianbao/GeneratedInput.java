package org.nianbao;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nianbao.blank.Yaml;
import org.nianbao.form.CellSpec;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.form.KeyTree;
import org.nianbao.form.Section;
import org.nianbao.input.Forms;

/**
 * An input of any form and edition, filled at random: figures of any length, blanks, notes, local rows, annexes; prose in
 * paragraphs, headings, lists and tables. Sums are wrong as often as not.
 */
final class GeneratedInput {
    private static final String CHARACTERS = "全年公开信息工作动态政策解读机构职能人事任免办理答辩受理申请群众满意网站栏目更新制度培训考核监督保障";

    private static final List<String> AGENCIES =
            List.of("清河县档案局", "云水省人民政府办公厅", "南屏市清江瑶族自治县人民政府办公室", "临河镇人民政府", "北山区教育局（语言文字工作委员会）", "国家税务总局甲市税务局");

    private final Random random;
    private final int seed;
    private final Forms.Edition edition;
    private final StringBuilder text = new StringBuilder();
    private int heading;

    private GeneratedInput(int seed, Forms.Edition edition) {
        this.seed = seed;
        this.edition = edition;
        random = new Random(seed);
    }

    /** Writes the input of a seed, and its local rows if it has some; returns its name. */
    static String write(Workplace place, String folder, int seed) {
        List<Forms.Edition> editions = Workplace.FORMS.names().stream()
                .flatMap(name -> Workplace.FORMS.editionsOf(name).stream())
                .toList();
        Forms.Edition edition = editions.get(seed % editions.size());
        GeneratedInput input = new GeneratedInput(seed, edition);
        String name = folder + "/generated" + seed + ".yaml";
        place.write(name, input.input());
        return name;
    }

    private String input() {
        Form form = edition.form();
        line("报告: " + form.name());
        form.facts()
                .forEach(fact -> fact.role().ifPresent(role -> {
                    switch (role) {
                        case YEAR -> line(fact.key() + ": " + (form.edition() + random.nextInt(2)));
                        case AGENCY -> line(fact.key() + ": " + pick(AGENCIES));
                        case DATE -> {
                            if (!rarely()) {
                                line(fact.key()
                                        + ": %d-0%d-%02d"
                                                .formatted(
                                                        form.edition() + 2,
                                                        1 + random.nextInt(3),
                                                        1 + random.nextInt(28)));
                            }
                        }
                        case LEVEL, SCOPE, SEAL -> {}
                    }
                }));
        if (seed % 11 == 3) {
            line("文字: 繁体");
        }
        for (Section section : form.sections()) {
            if (section instanceof Section.ProseSection prose) {
                if (prose.required() || random.nextBoolean()) {
                    line(section.key() + ": |");
                    heading = 0;
                    line(prose(section.heading().isPresent()).indent(2).stripTrailing());
                }
            } else {
                table(section);
            }
        }
        if (form.sections().size() > 1 && random.nextInt(3) == 0) {
            annexes();
        }
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private boolean rarely() {
        return random.nextInt(8) == 0;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String words(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> CHARACTERS
                        .substring(random.nextInt(CHARACTERS.length()))
                        .substring(0, 1))
                .collect(Collectors.joining());
    }

    private String sentence() {
        return Stream.generate(() -> random.nextInt(5) == 0
                        ? words(2) + random.nextInt(100_000) + pick(List.of("件", "条", "%", "人次", ".5万元")) + words(2)
                        : words(3 + random.nextInt(14)))
                .limit(1 + random.nextInt(4))
                .collect(Collectors.joining("，", "", "。"));
    }

    private String sentences(int most) {
        return Stream.generate(this::sentence).limit(1 + random.nextInt(most)).collect(Collectors.joining());
    }

    private String prose(boolean long_) {
        List<Supplier<String>> kinds = List.of(
                () -> sentences(6),
                () -> sentences(3) + "**" + words(4) + "**，" + sentence(),
                () -> sentences(2) + "详见[" + words(6) + "](https://www.example.gov.cn/" + random.nextInt(100) + ")。",
                () -> "（" + "一二三四五六七八九".charAt(heading++ % 9) + "）" + words(6) + "\n" + sentences(4),
                () -> "（" + "一二三四五六七八九".charAt(heading++ % 9) + "）" + words(6) + "。" + sentences(4),
                () -> IntStream.rangeClosed(1, 3)
                        .mapToObj(i -> i + "." + words(5) + "。" + sentences(2))
                        .collect(Collectors.joining("\n")),
                () -> IntStream.rangeClosed(1, 3)
                        .mapToObj(i -> "（" + i + "）" + sentence())
                        .collect(Collectors.joining("\n")),
                () -> "\n"
                        + Stream.generate(() -> "- " + (random.nextBoolean() ? sentences(3) : words(9)))
                                .limit(3)
                                .collect(Collectors.joining("\n"))
                        + (random.nextBoolean() ? "\n  - " + sentence() + "\n  - " + words(5) : "") + "\n\n"
                        + sentence(),
                () -> "\n1. " + words(8) + "\n2. " + sentences(3) + "\n3. " + words(3) + "\n\n" + sentence(),
                () -> "\n" + proseTable() + "\n");
        return Stream.concat(
                        Stream.of(sentences(3)),
                        Stream.generate(() -> pick(kinds).get()).limit(long_ ? random.nextInt(7) : random.nextInt(2)))
                .collect(Collectors.joining("\n"));
    }

    private String proseTable() {
        int columns = 2 + random.nextInt(4);
        return IntStream.range(0, 3 + random.nextInt(5))
                .mapToObj(row -> row == 1
                        ? "|" + " --- |".repeat(columns)
                        : IntStream.range(0, columns)
                                .mapToObj(column -> row == 0 || column == 0
                                        ? words(2 + random.nextInt(5))
                                        : String.valueOf(random.nextInt(1000)))
                                .collect(Collectors.joining(" | ", "| ", " |")))
                .collect(Collectors.joining("\n"));
    }

    private void table(Section section) {
        line(section.key() + ":");
        boolean headed = section.heading().isPresent();
        if (headed && rarely()) {
            line("  正文: " + sentences(2));
        }
        edition.form().cells().keys(section.key()).children().forEach((key, keys) -> key(key, keys, "  "));
        if (headed && rarely()) {
            line("  注: [" + words(9) + "。, " + words(20) + "。]");
        }
    }

    private void key(String key, KeyTree keys, String indentation) {
        String start = indentation + Yaml.scalar(key) + ":";
        if (keys.cell().isPresent()) {
            line(start + " " + cell(keys.cell().get()));
        } else {
            line(start);
            keys.children().forEach((child, below) -> key(child, below, indentation + "  "));
        }
    }

    private String cell(FormCell cell) {
        CellSpec spec = cell.spec();
        if ((spec.optional() && random.nextBoolean()) || random.nextInt(25) == 0) {
            return "~";
        }
        String figure = String.valueOf(random.nextInt(rarely() ? 1_000_000 : 30));
        return switch (spec.type()) {
            case COUNT -> random.nextInt(40) == 0 ? figure + "（其中" + words(3) + random.nextInt(9) + "件）" : figure;
            case CHANGE -> pick(List.of("-", "", "+")) + (1 + random.nextInt(300));
            case AMOUNT -> figure + pick(List.of("", ".5", ".0438", ".10"));
            case MONEY -> figure.equals("0") ? "0" : figure + pick(List.of("元", ".5万元", "万元"));
            case TEXT ->
                random.nextBoolean()
                        ? words(2 + random.nextInt(30))
                        : "https://www.example.gov.cn/" + random.nextInt(999);
            case CHOICE -> pick(spec.choices());
            case CHOICES ->
                "["
                        + String.join(
                                ", ",
                                spec.choices()
                                        .subList(
                                                0,
                                                1
                                                        + random.nextInt(
                                                                spec.choices().size()))) + "]";
        };
    }

    private void annexes() {
        line("附表:");
        for (int i = 0; i <= random.nextInt(2); i++) {
            line("  - 标题: " + words(8) + "统计表");
            line("    表: |");
            line(proseTable().indent(6).stripTrailing());
        }
    }
}

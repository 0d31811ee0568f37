package org.nianbao.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import org.nianbao.SmallForm;
import org.nianbao.SmallReport;
import org.nianbao.Workplace;

/** A folder with all that the program needs to read a fuzzed file. */
final class Surroundings {
    static final String REPORT = "a.yaml";

    private static final String FORM = SmallForm.ofProseAndTable("小报告", "机关: {type: text, role: agency}", """
                    columns: {收到: , 办结: }
                    rows: {甲: , 乙: , 合计: {total: F1}}
                    """);

    /** Without it, a text would be too short. */
    private static final String FIRST = "本年度按照规定公开政府信息，依法办理公开申请，各项工作平稳有序，数据见以下各表。";

    private static final String RULES = """
            claims:
              - {rule: F2, context: 收到, says: ['收到{n}件'], equals: [表.合计.收到]}
            rules:
              F2: {zh: 文字与表一致, en: text and table agree}
            """;

    private static final String OWN = """
            报告: 小报告
            年度: 2020
            机关: 某县档案局
            情况: |
              全年收到12件，办结9件，**按时**办结{{表.甲.办结}}件。
            表:
              甲: {收到: 12, 办结: 9}
            """;

    private final Target target;
    private final Workplace place;

    Surroundings(Target target, Workplace place) {
        this.target = target;
        this.place = place;
        if (target.hasOwnForm()) {
            place.copyFromCheckout("templates/fonts");
            for (String name : new String[] {"typography.yaml", "traditional.yaml", "table.ftlh", "chart.ftlh"}) {
                copy("templates/" + name, "templates/" + name);
            }
            for (String name : new String[] {"metadata.ftlh", "report.css", "screen.css"}) {
                copy("templates/" + name, "templates/" + name);
            }
            copy("templates/information-disclosure/report.ftlh", "templates/form/report.ftlh");
            place.write("templates/form/form.yaml", FORM);
            if (target != Target.FORM) { // they name cells of the form
                place.write("templates/form/prose.yaml", RULES);
            }
        }
        place.write(REPORT, report());
    }

    private void copy(String from, String to) {
        place.write(to, new Workplace(Workplace.CHECKOUT).read(from));
    }

    /** Writes the fuzzed file; of prose, the report around it. */
    void put(byte[] input) {
        if (target == Target.PROSE) {
            String prose = new String(input, StandardCharsets.UTF_8);
            place.write(
                    REPORT,
                    small().with("总体情况", "|2\n  " + FIRST + "\n  " + prose.replace("\n", "\n  "))
                            .with("主动公开政府信息情况", "{行政许可: 1}")
                            .toString());
            return;
        }
        try {
            Files.createDirectories(place.at(target.file()).getParent());
            Files.write(place.at(target.file()), input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String report() {
        if (target.hasOwnForm()) {
            return target == Target.LOCAL_ROWS ? OWN + "扩展: " + target.file() + "\n" : OWN;
        }
        return target.isPicture()
                ? small().overall(FIRST + "\n![图](" + target.file() + ")\n后文").toString()
                : small().toString();
    }

    private static SmallReport small() {
        return SmallReport.of("某县档案局", 2023);
    }

    /** The arguments of a command in this folder. */
    String[] command(String... words) {
        String options = target.hasOwnForm() ? " --templates templates" : "";
        String fonts = target == Target.FONT && words[0].equals("render") ? " --fonts fonts" : "";
        return (String.join(" ", words) + " " + REPORT + options + fonts)
                .toLowerCase(Locale.ROOT)
                .split(" ");
    }
}

package org.nianbao.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.SmallForm;
import org.nianbao.Workplace;

@DisplayName("The figures of tables are alike in PDF and DOCX")
class SameFiguresTest {
    private static final List<String> PUBLISHED =
            List.of("hegang-2021", "hengfeng-2021", "houma-2021", "yanshi-2021", "yima-2023");

    private static final int LONGEST = 15;

    @TempDir
    private Path folder;

    @Test
    void publishedOnesAndOnesOfEveryLength() {
        Workplace place = new Workplace(folder);
        place.copyFromCheckout("templates");
        place.copyFromCheckout("inputs");
        List<String> files = Stream.concat(
                        PUBLISHED.stream().map(name -> "inputs/" + name + ".yaml"),
                        IntStream.range(0, 10).mapToObj(seed -> generate(place, seed)))
                .toList();
        Workplace.Run run = place.nianbao(
                Stream.concat(Stream.of("render", "--format", "pdf,docx", "--templates", "templates"), files.stream())
                        .toArray(String[]::new));
        assertEquals(0, run.status(), run.err());
        List<String> faults = new ArrayList<>();
        for (String file : files) {
            String name = file.replaceAll(".*/|\\.yaml", "");
            new SameFigures()
                    .faults(new RenderedReport(name, List.of(), place, "output/" + name))
                    .forEach(fault -> faults.add(name + ": " + fault));
        }
        assertEquals("", String.join("\n", faults));
    }

    private static String generate(Workplace place, int seed) {
        Random random = new Random(seed);
        List<Integer> columns = IntStream.rangeClosed(1, 3 + seed).boxed().toList();
        place.write("templates/图" + seed + "/report.ftlh", SmallForm.TEMPLATE);
        place.write("templates/图" + seed + "/form.yaml", SmallForm.ofTable("图" + seed, """
                small: %s
                widths: [3%s]
                corner: 项目
                columns: {%s}
                rows: {%s}
                """.formatted(
                        random.nextBoolean(),
                        ", 1".repeat(columns.size()),
                        columns.stream().map(column -> "列" + column + ": ").collect(Collectors.joining(", ")),
                        IntStream.rangeClosed(1, LONGEST)
                                .mapToObj(row -> "行" + row + ": ")
                                .collect(Collectors.joining(", ")))));
        StringBuilder report = new StringBuilder("报告: 图%d\n年度: 2025\n填报单位: 某市统计局\n表:\n".formatted(seed));
        for (int row = 1; row <= LONGEST; row++) {
            int length = row;
            report.append("  行%d: {%s}\n"
                    .formatted(
                            row,
                            columns.stream()
                                    .map(column -> "列" + column + ": "
                                            + "9876543210123456".substring(0, 1 + random.nextInt(length)))
                                    .collect(Collectors.joining(", "))));
        }
        String file = "figures" + seed + ".yaml";
        place.write(file, report.toString());
        return file;
    }
}

package org.nianbao.check.form;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.SmallReport;
import org.nianbao.Workplace;

@DisplayName(
        "With a blank figure, the known ones may not be more than their total; otherwise a hint says what was not checked")
class BlankSumsTest {
    private static final List<String> RESULTS = List.of("结果维持", "结果纠正", "其他结果", "尚未审结");

    /** A row of reviews with a blank figure. */
    private record Row(List<Integer> figures, int blank, int total) {
        static Row of(Random random) {
            List<Integer> figures = random.ints(RESULTS.size(), 0, 20).boxed().toList();
            int blank = random.nextInt(RESULTS.size());
            int known = figures.stream().mapToInt(Integer::intValue).sum() - figures.get(blank);
            return new Row(figures, blank, Math.max(0, known + random.nextInt(5) - 2));
        }

        String yaml() {
            return IntStream.range(0, RESULTS.size())
                            .mapToObj(i -> RESULTS.get(i) + ": " + (i == blank ? "~" : figures.get(i)))
                            .collect(Collectors.joining(", ", "{", ", 总计: "))
                    + total
                    + "}";
        }

        boolean isImpossible() {
            return figures.stream().mapToInt(Integer::intValue).sum() - figures.get(blank) > total;
        }
    }

    @Test
    void inRowsAtRandom(@TempDir Path folder) {
        Workplace place = new Workplace(folder);
        Random random = new Random(25);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Row row = Row.of(random);
            rows.add(row);
            place.write(
                    "r/" + i + ".yaml",
                    SmallReport.of("某县教育局", 2022)
                            .with("政府信息公开行政复议、行政诉讼情况", "\n  行政复议: " + row.yaml())
                            .toString());
        }
        String said = place.nianbao("check", "r").out();
        List<Executable> each = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            String file = "r/" + i + ".yaml:";
            List<String> own =
                    said.lines().filter(line -> line.startsWith(file)).toList();
            each.add(() -> assertEquals(
                    row.isImpossible(),
                    own.stream().anyMatch(line -> line.contains("whatever the blank one is")),
                    row.yaml()));
            each.add(() -> assertEquals(
                    !row.isImpossible(),
                    own.stream().anyMatch(line -> line.contains("hint sums-unchecked")),
                    row.yaml()));
        }
        assertAll(each);
    }
}

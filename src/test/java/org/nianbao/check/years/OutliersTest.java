package org.nianbao.check.years;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.SmallReport;
import org.nianbao.Workplace;

@DisplayName("A figure ten times last year's or a tenth of it is hinted at, as is a table that is last year's")
class OutliersTest {
    private static final List<String> ROWS = List.of("行政许可", "行政处罚", "行政强制", "行政事业性收费");

    private static final String FEW = "{本年制发件数: 3, 本年废止件数: 0, 现行有效件数: %d}";

    private static SmallReport report(int agency, int year, int inForce, List<Integer> figures) {
        List<String> rows = new ArrayList<>(List.of("行政规范性文件: " + FEW.formatted(inForce)));
        for (int i = 0; i < figures.size(); i++) {
            rows.add(ROWS.get(i) + ": " + figures.get(i));
        }
        return SmallReport.of("第" + agency + "县教育局", year).disclosed(rows.toArray(String[]::new));
    }

    /** A figure of the year after: of the same size, around ten times or around a tenth. */
    private static int after(Random random, int before) {
        return switch (random.nextInt(4)) {
            case 0 -> before * 10 + random.nextInt(3) - 1;
            case 1 -> before / 10 + random.nextInt(2);
            case 2 -> before;
            default -> random.nextInt(2 * before + 60);
        };
    }

    private static boolean isFar(int more, int less) {
        return less > 0 && more >= 10 * less && more - less >= 20;
    }

    @Test
    void betweenTwoYearsAtRandom(@TempDir Path folder) {
        Workplace place = new Workplace(folder);
        Random random = new Random(25);
        List<List<Integer>> lasts = new ArrayList<>();
        List<List<Integer>> nows = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            List<Integer> last = random.ints(ROWS.size(), -60, 120)
                    .map(figure -> Math.max(0, figure))
                    .boxed()
                    .toList();
            List<Integer> now = random.nextInt(4) == 0
                    ? last
                    : last.stream()
                            .map(figure -> Math.max(0, after(random, figure)))
                            .toList();
            lasts.add(last);
            nows.add(now);
            place.write("last/" + i + ".yaml", report(i, 2021, 20, last).toString());
            place.write(
                    "r/" + i + ".yaml",
                    report(i, 2022, i % 2 == 0 ? 20 : 23, now).toString());
        }
        String said = place.nianbao("check", "--last-year", "last", "r").out();
        List<Executable> each = new ArrayList<>();
        for (int i = 0; i < nows.size(); i++) {
            String file = "r/" + i + ".yaml:";
            List<String> own =
                    said.lines().filter(line -> line.startsWith(file)).toList();
            String figures = lasts.get(i) + " " + nows.get(i);
            for (int row = 0; row < ROWS.size(); row++) {
                int now = nows.get(i).get(row);
                int last = lasts.get(i).get(row);
                String hint = "outlier: " + ROWS.get(row);
                each.add(() -> assertEquals(
                        isFar(now, last) || isFar(last, now),
                        own.stream().anyMatch(line -> line.contains(hint)),
                        hint + " of " + figures));
            }
            boolean zeros = nows.get(i).stream().filter(figure -> figure != 0).count() < 2;
            boolean same = i % 2 == 0 && nows.get(i).equals(lasts.get(i)) && !zeros;
            each.add(() ->
                    assertEquals(same, own.stream().anyMatch(line -> line.contains("hint same-figures")), figures));
        }
        assertAll(each);
    }
}

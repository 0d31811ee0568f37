package org.nianbao.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.SmallForm;
import org.nianbao.SmallReport;
import org.nianbao.Workplace;

@DisplayName("A report is unchanged only if every byte that it is made from is, whatever sizes and times say")
class UnchangedTest {
    private static final String[] RENDER = "render in --format html --templates templates --fonts fonts".split(" ");

    private Workplace place;

    @BeforeEach
    void aReportOfEverything(@TempDir Path folder) throws IOException {
        place = new Workplace(folder);
        place.copyFromCheckout("templates");
        Files.createDirectories(place.at("fonts"));
        Files.copy(
                Workplace.CHECKOUT.resolve("templates/fonts/DejaVuSans-Symbols.ttf"),
                place.at("fonts/own.ttf")); // no link
        place.write("in/图.svg", """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 20"><path d="M1 1H80V10z"/></svg>
                """);
        place.write("in/表.csv", "类别,件数\n甲,12\n合计,12\n");
        place.write("in/县.form.yaml", SmallForm.disclosed("{其他文件: {after: 行政规范性文件}}"));
        place.write(
                "in/a.yaml",
                SmallReport.of("某县档案局", 2025)
                        .with("扩展", "县.form.yaml")
                        .overall("全年主动公开信息126条。\n![访问量](图.svg)")
                        .with("附表", "[{标题: 分类情况, 文件: 表.csv}]")
                        .toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in/a.yaml",
                "in/图.svg",
                "in/表.csv",
                "in/县.form.yaml",
                "fonts/own.ttf",
                "templates/screen.css",
                "templates/typography.yaml",
                "templates/information-disclosure/report.ftlh",
                "output/a.html"
            })
    void oneByteAtTheSameTimeIsSeen(String file) throws IOException {
        assertEquals("", place.nianbao(RENDER).err());
        assertTrue(place.nianbao(RENDER).out().contains("unchanged"));
        FileTime time = Files.getLastModifiedTime(place.at(file));
        byte[] bytes = Files.readAllBytes(place.at(file));
        byte[] others = changed(bytes, file);
        assertFalse(Arrays.equals(bytes, others));
        Files.write(place.at(file), others);
        Files.setLastModifiedTime(place.at(file), time);
        Workplace.Run run = place.nianbao(RENDER);
        assertEquals(0, run.status(), run.err());
        assertFalse(run.out().contains("unchanged"), run.out());
    }

    /** With another byte in its middle; of text, another digit instead of the last one, or a line end instead of a blank. */
    private static byte[] changed(byte[] bytes, String file) {
        byte[] changed = bytes.clone();
        if (file.endsWith(".ttf")) {
            changed[bytes.length / 2] ^= 1;
            return changed;
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (String[] replacement : new String[][] {{"126", "127"}, {"V10", "V12"}, {",12", ",13"}, {"其他文", "其它文"}}) {
            String from = new String(replacement[0].getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            String to = new String(replacement[1].getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            if (text.contains(from)) {
                return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
            }
        }
        changed[text.lastIndexOf(" ")] = '\n';
        return changed;
    }
}

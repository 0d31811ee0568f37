package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A province's own rows stand in a small file beside the inputs")
class LocalRowsTest {
    private static final Path CASE = Workplace.CHECKOUT.resolve("src/test/resources/org/nianbao/published/2019");
    private static final String ROWS = "inputs/湖北.form.yaml";
    private static final String SCHEMA = "inputs/湖北.input.schema.json";

    private Workplace place;

    @BeforeEach
    void aReportThatAsksForThem(@TempDir Path folder) throws IOException {
        place = new Workplace(folder);
        place.write("inputs/shuiliju-2020.yaml", Files.readString(CASE.resolve("local-rows-2020.yaml")));
        place.write(ROWS, Files.readString(CASE.resolve("湖北.form.yaml")));
    }

    @Test
    void aFolderOfInputsIsRenderedWithoutTakingThemForAReport() {
        assertEquals(
                new Workplace.Run(0, "inputs/shuiliju-2020.yaml → output/shuiliju-2020.{html,pdf,docx}\n", ""),
                place.nianbao("render", "inputs"));
    }

    @Test
    void importFindsThemBesideTheNewInput() {
        place.nianbao("render", "inputs", "--format", "pdf", "--output", "output");
        place.nianbao("import", "output/shuiliju-2020.pdf", "--into", "inputs/again-2020.yaml");
        String again = place.read("inputs/again-2020.yaml");
        assertTrue(again.contains("扩展: 湖北.form.yaml"), again);
        assertTrue(again.contains("其他主动公开文件: {本年新制作数量: 15, 本年新公开数量: 15, 对外公开总数量: 402}"), again);
    }

    @Test
    void theyMayStandInAFolderOfTheirOwn() {
        place.write("inputs/湖北/form.yaml", place.read(ROWS));
        place.edit("inputs/shuiliju-2020.yaml", "扩展: 湖北.form.yaml", "扩展: 湖北");
        place.nianbao("render", "inputs", "--format", "html");
        assertTrue(Jsoup.parse(place.read("output/shuiliju-2020.html"))
                .select("th")
                .eachText()
                .contains("其他主动公开文件"));
    }

    @Test
    void aReportWhoseNameOnlyEndsLikeTheirsIsAReport() {
        place.write("inputs/b-form.yaml", place.read("inputs/shuiliju-2020.yaml"));
        assertTrue(place.nianbao("check", "inputs").out().startsWith("2 files checked"));
    }

    @Test
    void whoeverTakesThemForAReportIsToldWhatTheyAre() {
        Workplace.Run run = place.nianbao("check", ROWS);
        assertEquals(1, run.status());
        assertTrue(run.out().contains("this file adds rows to a form and is not a report"), run.out());
    }

    @Test
    void editorsGetASchemaWithThem() {
        assertEquals(new Workplace.Run(0, SCHEMA + ": written\n", ""), place.nianbao("schema", ROWS));
        assertTrue(place.read(SCHEMA).contains("\"其他主动公开文件\""));
        assertEquals(new Workplace.Run(0, SCHEMA + ": unchanged\n", ""), place.nianbao("schema", ROWS));
    }

    @Test
    void aSchemaOfSomethingElseIsRefused() {
        Workplace.Run run = place.nianbao("schema", "inputs/shuiliju-2020.yaml");
        assertEquals(1, run.status());
        assertTrue(run.err().contains("its name must end in .form.yaml"), run.err());
    }

    @Test
    void nextYearsInputAsksForThemToo() {
        place.edit("inputs/shuiliju-2020.yaml", "年度: 2020", "年度: 2019");
        Workplace.Run run = place.nianbao("new", "--from", "inputs/shuiliju-2020.yaml", "--output", "inputs/next.yaml");
        assertEquals(0, run.status(), run.err());
        assertTrue(place.read("inputs/next.yaml").contains("扩展: 湖北.form.yaml"));
        assertTrue(place.read("inputs/next.yaml").contains("其他主动公开文件:"));
    }

    @Test
    void theEditionItselfIsAsItWas() {
        place.edit("inputs/shuiliju-2020.yaml", "扩展: 湖北.form.yaml\n", "");
        Workplace.Run run = place.nianbao("check", "inputs/shuiliju-2020.yaml");
        assertTrue(run.out().contains("error unknown-key: "), run.out());
        assertFalse(run.out().contains("A6"), run.out());
    }
}

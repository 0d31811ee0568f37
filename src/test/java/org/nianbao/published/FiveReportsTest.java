package org.nianbao.published;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.Workplace;

@DisplayName("The five reports, rendered, have the tables of the official form with the figures that were published")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiveReportsTest {
    /**
     * What is wrong in the labels that 横峰 published in Traditional: its site turned each character by itself, and took the
     * first that it knew. 范 is a surname, 于 too; 后 is a queen; 制 is to restrain; 復 is to return, not to do again; 系 is
     * the character alone, not in 關係.
     */
    private static final Map<String, String> SLIPS = Map.of(
            "規范", "規範",
            "等于", "等於",
            "屬于", "屬於",
            "補正后", "補正後",
            "復議后", "復議後",
            "關系", "關係",
            "制作", "製作",
            "重復", "重複",
            "反復", "反覆");

    private Workplace place;

    @BeforeAll
    void renderAll(@TempDir Path folder) {
        place = new Workplace(folder);
        Workplace.Run run =
                place.nianbao("render", Workplace.CHECKOUT.resolve("inputs").toString());
        assertEquals("", run.err());
        assertEquals(0, run.status());
    }

    private static List<PublishedGrid> published(String name) {
        return name.equals("hengfeng-2021")
                ? PublishedGrid.of("form-2021-traditional.txt", name).stream()
                        .map(grid -> grid.rewritten(FiveReportsTest::mended))
                        .toList()
                : PublishedGrid.ofReport(name);
    }

    private static String mended(String words) {
        String mended = words;
        for (Map.Entry<String, String> slip : SLIPS.entrySet()) {
            mended = mended.replace(slip.getKey(), slip.getValue());
        }
        return mended;
    }

    @ParameterizedTest
    @ValueSource(strings = {"houma-2021", "hengfeng-2021", "yanshi-2021", "yima-2023", "hegang-2021"})
    void inHtml(String name) {
        PublishedGrid.compare(published(name), ReadBack.html(place.bytes("output/" + name + ".html")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"houma-2021", "hengfeng-2021", "yanshi-2021", "yima-2023", "hegang-2021"})
    void inPdf(String name) {
        PublishedGrid.compare(published(name), ReadBack.pdf(place.bytes("output/" + name + ".pdf")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"houma-2021", "hengfeng-2021", "yanshi-2021", "yima-2023", "hegang-2021"})
    void inDocx(String name) {
        PublishedGrid.compare(published(name), ReadBack.docx(place.bytes("output/" + name + ".docx")));
    }
}

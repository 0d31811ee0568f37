package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A name that is too long for a line is broken after one of its parts, alike in all formats")
class LongNameTest {
    /** Made-up names; | is where the title is broken. */
    private static final String NAMES = """
            青川市市场监督管理局和|云集区城市管理行政执法局
            河源省临江市|高新技术产业开发区管理委员会办公室
            北岭省青川市云集区人民政府|石桥街道办事处综合办公室
            云水壮族自治区南屏市|清江瑶族自治县人民政府办公室
            南屏市人力资源和社会保障局|劳动保障监察综合行政执法支队
            临江市生态环境局|经济技术开发区分局环境监测中心
            东海省南屏市住房和城乡建设局|房屋征收与补偿办公室
            河源省发展和改革委员会、|河源省粮食和物资储备局
            临江经济技术开发区管理委员会|行政审批与政务服务局
            云水省青川市青川区|农业农村和水利局水土保持站
            青川市文化广电新闻出版局与|青川市大数据发展管理局
            （北岭省）青川市|国家高新技术产业示范基地建设指挥部
            北岭省青川市云集区人民政府|石桥街道办事处党政综合（督查）办公室
            青川市住房和城乡建设局|（青川市人民防空办公室）
            临江市教育局|（中共临江市委教育工作委员会办公室）
            南屏市交通运输局|G1517高速公路建设项目协调办公室
            青川市12345政务服务便民热线|受理中心（数据资源科）
            河源省地质局第三地质大队|（河源省临江市地质环境监测站）
            “数字青川”建设领导小组办公室|（青川市大数据局）
            阿依古丽·买买提自治县|人民政府政务服务管理局
            云水壮族自治区清江瑶族自治县|苏仙·碧水镇人民政府
            中华人民共和国东海海关|驻临江国际机场办事处综合业务科
            东海省人力资源社会保障厅|直属机关事务服务中心
            青川市科学技术局、青川市|外国专家局、青川市知识产权局
            临江市退役军人事务局与|临江市双拥工作领导小组办公室
            南屏市卫生健康委员会|（南屏市爱国卫生运动委员会办公室）
            东海省南屏市清江新区|（国家级经济技术开发区、综合保税区、|自由贸易试验区）管理委员会行政审批局
            北岭省青川市云集区人民政府|石桥街道办事处朝阳社区党群服务中心|暨新时代文明实践站网格化管理办公室
            云水壮族自治区南屏市清江瑶族自治县|人民政府办公室（县外事侨务办公室、|县人民防空办公室、县信访局）
            ABC（中国）青川研究院|AI技术应用推广与服务办公室
            """;

    private static final int SIGNATURE = 24;

    @Test
    void isBrokenAlike(@TempDir Path folder) {
        Workplace place = new Workplace(folder);
        NAMES.lines()
                .map(LongNameTest::agency)
                .forEach(agency -> place.write(
                        "in/" + agency + ".yaml",
                        SmallReport.of(agency, 2023)
                                .facts("成文日期: 2024-01-20\n印章: " + (agency.length() % 2 == 0 ? "有" : "无"))
                                .toString()));
        Workplace.Run run = place.nianbao("render", "in");
        assertEquals(0, run.status(), run.err());
        assertAll(NAMES.lines().map(name -> () -> {
            String agency = agency(name);
            Element title =
                    Jsoup.parse(place.read("output/" + agency + ".html")).expectFirst("h1");
            assertEquals(name, String.join("|", title.select(".line").eachText()));
            assertTrue(title.text().startsWith(agency + " 2023年"), "in one piece when it is copied");
            assertEquals(name, start(pdf(place.bytes("output/" + agency + ".pdf"))), "PDF");
            assertEquals(name, start(docx(place.bytes("output/" + agency + ".docx"))), "DOCX");
            balanced(signature(pdf(place.bytes("output/" + agency + ".pdf"))), agency);
        }));
    }

    private static String agency(String name) {
        return name.replace("|", "");
    }

    /** The lines before that of the year. */
    private static String start(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("—"))
                .takeWhile(line -> !line.startsWith("2023年"))
                .map(String::strip)
                .collect(Collectors.joining("|"));
    }

    /** The lines behind the last sentence and before the date. */
    private static List<String> signature(String text) {
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("—"))
                .toList();
        List<String> end = lines.subList(lines.indexOf("本年度未收取信息处理费。") + 1, lines.size());
        return end.subList(0, end.size() - 1);
    }

    /** A name is on as few lines as it can, of which none is much shorter than the others. */
    private static void balanced(List<String> lines, String agency) {
        assertEquals(agency, String.join("", lines));
        int longest = lines.stream().mapToInt(String::length).max().orElseThrow();
        assertTrue(longest <= SIGNATURE + 2, lines.toString()); // digits and Latin are narrow
        lines.forEach(line -> assertTrue(3 * line.length() >= longest, lines.toString()));
    }

    private static String pdf(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String docx(byte[] bytes) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            return document.getParagraphs().get(0).getText();
        }
    }
}

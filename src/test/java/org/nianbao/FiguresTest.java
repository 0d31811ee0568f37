package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("render --data writes the figures for machines")
class FiguresTest {
    private Workplace place;

    @BeforeEach
    void ownFolder(@TempDir Path folder) {
        place = new Workplace(folder);
        place.copyFromCheckout("inputs");
    }

    private List<String> lines(String name) {
        Workplace.Run run = place.nianbao("render", "inputs/" + name + ".yaml", "--format", "html", "--data");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains(name + ".{html,csv}"), run.out());
        String csv = place.read("output/" + name + ".csv");
        assertTrue(csv.startsWith("\uFEFF"), "else Excel takes it for GBK");
        assertTrue(csv.endsWith("\r\n") && !csv.replace("\r\n", "").contains("\n"));
        return csv.substring(1).lines().toList();
    }

    @Test
    @DisplayName("a line for each cell, in the order and with the digits of the tables")
    void aLineForEachCell() {
        List<String> lines = lines("yima-2023");
        assertEquals("form,edition,year,agency,table,row,column,labels,type,value,number", lines.get(0));
        assertEquals(
                Jsoup.parse(place.read("output/yima-2023.html"))
                        .select("table.form td")
                        .eachText(),
                lines.stream().skip(1).map(line -> line.split(",", -1)[9]).toList());
    }

    @Test
    @DisplayName("by the keys of the input and the labels of the form")
    void keysAndLabels() {
        assertTrue(
                lines("houma-2021")
                        .contains("政府信息公开工作年度报告,2021,2021,侯马市人民政府办公室,收到和处理政府信息公开申请情况,"
                                + "本年度办理结果.予以公开,商业企业,"
                                + "三、本年度办理结果 › （一）予以公开 › 申请人情况 › 法人或其他组织 › 商业企业,count,0,0"),
                String.join("\n", lines("houma-2021")));
    }

    @Test
    @DisplayName("and an OFD carries the same file, unless it is a draft")
    void insideAnOfd() throws IOException {
        place.nianbao("render", "inputs/houma-2021.yaml", "--format", "ofd", "--data");
        place.nianbao("render", "inputs/houma-2021.yaml", "--format", "ofd", "--draft", "--output", "draft");
        try (ZipFile ofd = new ZipFile(place.at("output/houma-2021.ofd").toFile());
                ZipFile draft = new ZipFile(place.at("draft/houma-2021.ofd").toFile())) {
            ZipEntry attached = ofd.getEntry("Doc_0/Attachs/Attachment_0.csv");
            assertArrayEquals(
                    place.bytes("output/houma-2021.csv"),
                    ofd.getInputStream(attached).readAllBytes());
            assertTrue(draft.stream().noneMatch(entry -> entry.getName().contains("Attach")));
        }
    }

    @Test
    @DisplayName("in which a blank is not zero, and words may hold commas and quotes")
    void blanksAndQuotes() {
        place.edit("inputs/houma-2021.yaml", "机关: 侯马市人民政府办公室", "机关: '甲,\"乙\"'");
        place.edit("inputs/houma-2021.yaml", "行政许可: 0", "行政许可: ~");
        List<String> lines = lines("houma-2021");
        String start = "政府信息公开工作年度报告,2021,2021,\"甲,\"\"乙\"\"\",主动公开政府信息情况,";
        assertTrue(lines.contains(start + "行政许可,本年处理决定数量,行政许可 › 本年处理决定数量,count,,"));
        assertTrue(lines.contains(start + "行政强制,本年处理决定数量,行政强制 › 本年处理决定数量,count,0,0"));
    }

    @Test
    @DisplayName("and money as it is printed and in 元")
    void money() throws IOException {
        for (String name : List.of("local-rows-2020.yaml", "湖北.form.yaml")) {
            Files.copy(
                    Workplace.CHECKOUT.resolve("src/test/resources/org/nianbao/published/2019/" + name),
                    place.at("inputs/" + name));
        }
        List<String> ends = lines("local-rows-2020").stream()
                .filter(line -> line.contains("政府集中采购,") || line.contains("行政许可,本年增减"))
                .map(line -> line.substring(line.indexOf(" › ") + 3))
                .toList();
        assertEquals(List.of("本年增/减,change,-4,-4", "采购项目数量,count,27,27", "采购总金额,money,1234567.89元,1234567.89"), ends);
    }

    @Test
    @DisplayName("with the documents or not at all")
    void allOrNothing() {
        place.edit("inputs/houma-2021.yaml", "年度: 2021", "年度: 2021\n数目: 3");
        assertEquals(
                1, place.nianbao("render", "inputs/houma-2021.yaml", "--data").status());
        assertFalse(Files.exists(place.at("output/houma-2021.csv")));
        Workplace.Run draft = place.nianbao("render", "inputs/yima-2023.yaml", "--data", "--draft");
        assertAll(
                () -> assertEquals(2, draft.status()),
                () -> assertTrue(draft.err().contains("CSV files cannot have a draft mark"), draft.err()),
                () -> assertFalse(Files.exists(place.at("output"))));
    }
}

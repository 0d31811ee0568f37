package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("No line ends inside a figure, a date, a telephone number or a document number")
class WholeFigureTest {
    /** 0 stands for any other digit. */
    private static final List<String> SHAPES = List.of(
            "0000-00000000",
            "+86-0000-00000000",
            "（0000）00000000",
            "(0000)0000-0000",
            "000-00000000-000",
            "00000000/00000000",
            "000-0000-0000",
            "0000-00-00",
            "0000/0/00",
            "0000.0.00",
            "0000.00—0000.00",
            "00:00",
            "〔0000〕0号",
            "（0000）第00号",
            "[0000]00号",
            "GB/T0000-0000",
            "XZ-0000-A00",
            "00.0%",
            "-0",
            "－00",
            "±0.0",
            "+00.0%",
            "0,000,000.00",
            "-0.00‰",
            "00℃",
            "000㎡",
            "000m²",
            "00kV·A",
            "１２．５％",
            "５１７－８３６０５２１０",
            "0～0",
            "0/0",
            "000000000000",
            "00000000000000000000");

    /** Of one line. */
    private static final int CHARACTERS = 28;

    @Test
    void whereverInALineItStands(@TempDir Path folder) throws IOException {
        Workplace place = new Workplace(folder);
        Random random = new Random(20);
        StringBuilder prose = new StringBuilder();
        for (String shape : SHAPES) {
            for (int i = 0; i < CHARACTERS; i++) {
                prose.append("公开".repeat(CHARACTERS / 2), 0, i)
                        .append("记录为")
                        .append(figure(shape, random))
                        .append("条，按照规定办理申请，各项工作平稳有序，及时更新栏目。\n");
            }
        }
        place.write(
                "a.yaml",
                SmallReport.of("某县档案局", 2021).overall(prose.toString()).toString());
        Workplace.Run run = place.nianbao("render", "a.yaml", "--format", "pdf,docx");
        assertEquals(0, run.status(), run.err());
        String lines = pdf(place.bytes("output/a.pdf"));
        String docx = docx(place.bytes("output/a.docx"));
        assertAll(SHAPES.stream().map(shape -> () -> {
            assertEquals(CHARACTERS, count("^|为", shape, "条|$", lines), shape + " on one line of the PDF");
            assertEquals(CHARACTERS, count("为", shape, "条", docx), shape + " as it was typed in the DOCX");
        }));
    }

    private static String figure(String shape, Random random) {
        return shape.chars()
                .mapToObj(c -> String.valueOf(c == '0' ? (char) ('1' + random.nextInt(9)) : (char) c))
                .collect(Collectors.joining());
    }

    private static long count(String before, String shape, String after, String text) {
        String figure = shape.replaceAll("[^0]+", "\\\\Q$0\\\\E").replace("0", "[1-9]");
        return Pattern.compile("(?m)(?:" + before + ")" + figure + "(?:" + after + ")")
                .matcher(text)
                .results()
                .count();
    }

    private static String pdf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[^\\S\\n]", "");
        }
    }

    private static String docx(byte[] docx) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            return document.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
        }
    }
}

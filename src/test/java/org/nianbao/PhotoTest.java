package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.published.ReadBack;

@DisplayName("A photo is printed upright, on one page, with its caption")
class PhotoTest {
    private static final int WIDE = 400;
    private static final int HIGH = 200;

    private Workplace place;

    @BeforeEach
    void ownFolder(@TempDir Path folder) {
        place = new Workplace(folder);
    }

    private void render(String prose) {
        place.write("a.yaml", SmallReport.of("某县档案局", 2021).overall(prose).toString());
        Workplace.Run run = place.nianbao("render", "a.yaml", "--format", "html,pdf,docx,ofd");
        assertEquals(0, run.status(), run.err());
    }

    @Test
    void isTurnedAsTheCameraWasAndSaysNothingOfItsPlace() throws IOException {
        for (int orientation = 1; orientation <= 8; orientation++) {
            String which = "orientation " + orientation;
            Files.write(place.at("照片.JPG"), photo(orientation));
            render("本年度工作平稳有序，各项数据见以下各表，现场情况如下图。\n![现场](照片.JPG)");
            Element img = Jsoup.parse(place.read("output/a.html")).selectFirst("figure img");
            byte[] html = Base64.getDecoder().decode(img.attr("src").replaceFirst("^data:image/jpeg;base64,", ""));
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(html));
            assertEquals(WIDE + " × " + HIGH, image.getWidth() + " × " + image.getHeight(), which);
            assertEquals("现场", img.attr("alt"));
            assertTrue(new Color(image.getRGB(60, 60)).getRed() > 200, which);
            assertTrue(new Color(image.getRGB(300, 60)).getRed() < 50, which);
            assertTrue(new Color(image.getRGB(60, 160)).getRed() < 50, which);
            assertFalse(new String(html, StandardCharsets.ISO_8859_1).contains("Exif"), which);
            assertArrayEquals(html, entry("output/a.docx", "jpeg"), which);
            assertArrayEquals(html, entry("output/a.ofd", "jpeg"), which);
            try (PDDocument pdf = Loader.loadPDF(place.bytes("output/a.pdf"))) {
                for (PDPage page : pdf.getPages()) {
                    for (COSName name : page.getResources().getXObjectNames()) {
                        assertArrayEquals(
                                html,
                                page.getResources()
                                        .getXObject(name)
                                        .getStream()
                                        .createInputStream(List.of("DCTDecode"))
                                        .readAllBytes());
                    }
                }
            }
        }
    }

    /** The file in a zip with that ending. */
    private byte[] entry(String zip, String ending) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(place.bytes(zip)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().endsWith(ending)) {
                    return in.readAllBytes();
                }
            }
        }
        throw new AssertionError(ending);
    }

    /** A photo, upright 400 × 200 pixels with an orange upper left corner, as a camera stores it (Exif 2.32, 4.6.4). */
    private static byte[] photo(int orientation) throws IOException {
        boolean onItsSide = orientation >= 5;
        BufferedImage stored =
                new BufferedImage(onItsSide ? HIGH : WIDE, onItsSide ? WIDE : HIGH, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < stored.getHeight(); y++) {
            for (int x = 0; x < stored.getWidth(); x++) {
                int right = onItsSide ? y : x;
                int down = onItsSide ? x : y;
                right = List.of(2, 3, 6, 7).contains(orientation) ? WIDE - 1 - right : right;
                down = List.of(3, 4, 7, 8).contains(orientation) ? HIGH - 1 - down : down;
                stored.setRGB(x, y, right < WIDE / 2 && down < HIGH / 2 ? Color.ORANGE.getRGB() : 0);
            }
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(stored, "jpeg", jpeg);
        byte[] file = jpeg.toByteArray();
        ByteBuffer marked = ByteBuffer.allocate(file.length + 36);
        marked.put(file, 0, 2).putShort((short) 0xFFE1).putShort((short) 34);
        marked.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        marked.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        marked.putShort((short) orientation).putShort((short) 0).putInt(0);
        return marked.put(file, 2, file.length - 2).array();
    }

    @Test
    void isAtMostAPageHighWithItsCaption() throws IOException {
        for (int[] size : new int[][] {{200, 3000}, {900, 1250}, {1170, 1654}, {60, 900}}) {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(size[0], size[1], BufferedImage.TYPE_INT_RGB), "png", png);
            Files.write(place.at("高.png"), png.toByteArray());
            render("本年度工作平稳有序，各项数据见以下各表，流程如下图。\n![流程](高.png \"图1 " + "办理流程及时限".repeat(size[0] / 60) + "\")\n下文。");
            try (PDDocument pdf = Loader.loadPDF(place.bytes("output/a.pdf"))) {
                int pages = 0;
                for (int number = 1; number <= pdf.getNumberOfPages(); number++) {
                    Heights heights = new Heights();
                    heights.processPage(pdf.getPage(number - 1));
                    PDFTextStripper words = new PDFTextStripper();
                    words.setStartPage(number);
                    words.setEndPage(number);
                    if (!heights.found.isEmpty()) {
                        pages++;
                        assertTrue(words.getText(pdf).replace(" ", "").contains("图1"), written(size));
                        assertTrue(heights.found.get(0) < 225 / 25.4 * 72 - 18, written(size) + heights.found);
                        assertEquals((double) size[1] / size[0], heights.ratio, 0.01, written(size));
                    }
                }
                assertEquals(1, pages, written(size));
            }
            String body = ReadBack.part(place.bytes("output/a.docx"), "word/document.xml");
            long height = Long.parseLong(body.replaceFirst("(?s).*?<wp:extent[^>]* cy=\"(\\d+)\".*", "$1"));
            assertTrue(height < 225 * 36000 - 18 * 12700, written(size) + height);
        }
    }

    private static String written(int[] size) {
        return String.format(Locale.ROOT, "%d × %d ", size[0], size[1]);
    }

    /** The heights of the pictures of a page, in points. */
    private static final class Heights extends PDFStreamEngine {
        private final List<Double> found = new ArrayList<>();
        private double ratio;

        Heights() {
            addOperator(new Concatenate(this));
            addOperator(new Save(this));
            addOperator(new Restore(this));
            addOperator(new DrawObject(this));
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (operator.getName().equals("Do")) {
                var matrix = getGraphicsState().getCurrentTransformationMatrix();
                found.add((double) matrix.getScalingFactorY());
                ratio = matrix.getScalingFactorY() / matrix.getScalingFactorX();
            } else {
                super.processOperator(operator, operands);
            }
        }
    }
}

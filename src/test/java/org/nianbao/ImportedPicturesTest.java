package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Pictures in the text of a document are saved beside its input")
class ImportedPicturesTest {
    private static final String SVG = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120"><rect x="10" y="10" width="280" height="90" fill="#9cf"/></svg>
            """;

    @TempDir
    private Path folder;

    private Workplace place;

    @BeforeEach
    void aFolder() {
        place = new Workplace(folder);
    }

    private static byte[] photo(int seed, String kind) throws IOException {
        BufferedImage photo = new BufferedImage(300 + seed, 200, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        IntStream.range(0, 300)
                .forEach(i -> photo.setRGB(random.nextInt(300), random.nextInt(200), random.nextInt(0xFFFFFF)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(photo, kind, out);
        return out.toByteArray();
    }

    /** One to three pictures, with captions and without, between paragraphs, lists and at the end; returns their lines. */
    private List<String> write(String input, int seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder prose = new StringBuilder("开展了下列活动。\n");
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 1 + random.nextInt(3); i++) {
            String kind = random.nextBoolean() ? "png" : "jpg";
            Files.createDirectories(folder.resolve("图"));
            Files.write(folder.resolve("图/" + i + "." + kind), photo(seed + 10 * i, kind));
            String shows = List.of("服务窗口", "政务大厅一角", "培训会议现场").get(random.nextInt(3));
            String caption = random.nextInt(3) == 0 ? " \"图" + i + " 现场照片之" + i + "\"" : "";
            lines.add("![%s](图/%d.%s%s)".formatted(shows, i, kind, caption));
            prose.append(lines.get(i - 1)).append('\n');
            prose.append(random.nextBoolean() ? "以上是第" + i + "幅。\n" : "");
        }
        prose.append(random.nextBoolean() ? "下一步逐月检查。\n" : "");
        place.write(
                input,
                SmallReport.of("清河县档案局", 2024)
                        .facts("成文日期: 2025-01-20")
                        .prose(seed % 2 == 0 ? "存在的主要问题及改进情况" : "其他需要报告的事项", prose.toString())
                        .toString());
        return lines;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    @DisplayName("What is written, is got back: places, words, captions and every bit of the pictures")
    void roundTrip(int seed) throws IOException {
        List<String> lines = write("a.yaml", seed);
        Workplace.Run run = place.nianbao("render", "a.yaml", "--format", "html,docx,pdf,ofd", "--output", "output");
        assertEquals(0, run.status(), run.err());
        for (String format : List.of("html", "docx", "pdf", "ofd")) {
            String back = "back-" + format;
            Workplace.Run imported = place.nianbao("import", "output/a." + format, "--into", back + ".yaml");
            assertFalse(imported.err().contains("doubt-picture"), format + imported.err());
            boolean described = !format.equals("ofd"); // which has no alternative texts
            String expected = place.read("a.yaml");
            for (int i = 0; i < lines.size(); i++) {
                String kind = lines.get(i).replaceAll(".*/\\d\\.(...).*", "$1");
                String file = back + "-图" + (i + 1) + "." + kind;
                String line = lines.get(i).replaceAll("图/\\d\\.(?:png|jpg)", file);
                expected = expected.replace(lines.get(i), line);
                assertSamePicture(folder.resolve("图/" + (i + 1) + "." + kind), folder.resolve(file));
            }
            assertEquals(
                    pictures(expected, described),
                    pictures(place.read(back + ".yaml"), described),
                    "seed " + seed + format);
            assertEquals(
                    0,
                    place.nianbao("render", back + ".yaml", "--output", "again").status());
        }
    }

    /** The lines from the first picture to the last; without alternative texts that another picture's caption hides. */
    private static String pictures(String input, boolean described) {
        String lines = input.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n"));
        String cut = lines.substring(lines.indexOf("!["), lines.lastIndexOf("![") + 1)
                + lines.substring(lines.lastIndexOf("![")).lines().findFirst().orElse("");
        return described ? cut : cut.replaceAll("!\\[[^]]*]\\(([^ )]*)[^)]*\\)", "$1");
    }

    private static void assertSamePicture(Path one, Path other) throws IOException {
        BufferedImage written = ImageIO.read(one.toFile());
        BufferedImage found = ImageIO.read(other.toFile());
        assertArrayEquals(pixels(written), pixels(found), other.toString());
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /** A page with some pictures below a heading. */
    private String page(String heading, String... sources) {
        place.write(
                "p.yaml",
                SmallReport.of("清河县档案局", 2024).facts("成文日期: 2025-01-20").toString());
        place.nianbao("render", "p.yaml", "--format", "html", "--output", "output");
        String html = place.read("output/p.html");
        int at = html.indexOf("</h2>", html.indexOf(heading)) + "</h2>".length();
        return html.substring(0, at)
                + Arrays.stream(sources)
                        .map("<p><img src=\"%s\" alt=\"现场\"></p>"::formatted)
                        .collect(Collectors.joining())
                + html.substring(at);
    }

    private static String data(String type, byte[] bytes) {
        return "data:image/" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private List<String> saved() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(".*-图\\d+\\..*"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    @DisplayName(
            "A web page: pictures in it and in files beside it, GIF as PNG, SVG; nothing is fetched or read elsewhere")
    void webPage() throws IOException {
        Files.createDirectories(folder.resolve("页面_files"));
        Files.write(folder.resolve("页面_files/a b.png"), photo(1, "png"));
        Files.write(folder.resolveSibling("secret.png"), photo(2, "png"));
        place.write(
                "页面.html",
                page(
                        "六、",
                        "页面_files/a%20b.png",
                        data("gif", photo(3, "gif")),
                        data("svg+xml", SVG.getBytes(StandardCharsets.UTF_8)),
                        "../secret.png",
                        folder.resolveSibling("secret.png").toString(),
                        "https://example.com/a.png",
                        "file:///etc/passwd",
                        data("png", Arrays.copyOf(photo(4, "png"), 300)),
                        data(
                                "svg+xml",
                                SVG.replace("<rect", "<script>alert(1)</script><rect")
                                        .getBytes(StandardCharsets.UTF_8))));
        Workplace.Run run = place.nianbao("import", "页面.html", "--into", "页 面(1).yaml");
        assertEquals(0, run.status(), run.err());
        assertEquals(List.of("页-面-1--图1.png", "页-面-1--图2.png", "页-面-1--图3.svg"), saved());
        assertEquals(6, run.err().split("doubt-picture:", -1).length - 1, run.err());
        assertEquals(0, place.nianbao("render", "页 面(1).yaml").status());
    }

    @Test
    @DisplayName("No file is overwritten, and none is left if the input cannot be written")
    void nothingIsOverwritten() throws IOException {
        place.write("年报.html", page("六、", data("png", photo(1, "png"))));
        place.write("年报-图1.jpg", "another");
        place.nianbao("import", "年报.html");
        assertEquals("another", place.read("年报-图1.jpg"));
        assertTrue(place.read("年报.yaml").contains("](年报-图2.png)"), place.read("年报.yaml"));
        List<String> before = saved();
        assertEquals(1, place.nianbao("import", "年报.html").status());
        assertEquals(before, saved());
    }

    @ParameterizedTest
    @ValueSource(strings = {"二、", "三、", "四、"})
    @DisplayName("A table that was published as a picture stays in doubt, and is not saved")
    void tableAsPicture(String heading) throws IOException {
        String html = page(heading, data("png", photo(1, "png")));
        int at = html.indexOf("<table", html.indexOf(heading));
        int end = html.indexOf("</table>", at) + "</table>".length();
        place.write("表.html", html.substring(0, at) + html.substring(end));
        Workplace.Run run = place.nianbao("import", "表.html");
        assertTrue(run.err().contains("doubt-picture:") && run.err().contains("doubt-row-missing"), run.err());
        assertEquals(List.of(), saved());
    }

    @Test
    @DisplayName("check and render of a document save no picture, and say that it was not taken")
    void nothingIsWritten() throws IOException {
        place.write("年报.html", page("六、", data("png", photo(1, "png"))));
        assertTrue(place.nianbao("check", "年报.html").out().contains("doubt-picture"));
        place.nianbao("render", "年报.html", "--format", "docx", "--output", "output");
        assertEquals(List.of(), saved());
    }

    @Test
    @DisplayName("At most a hundred pictures are saved")
    void most() throws IOException {
        place.write(
                "多.html",
                page(
                        "六、",
                        IntStream.range(0, 130)
                                .mapToObj(i -> data("svg+xml", SVG.getBytes(StandardCharsets.UTF_8)))
                                .toArray(String[]::new)));
        place.nianbao("import", "多.html");
        assertEquals(100, saved().size());
    }
}

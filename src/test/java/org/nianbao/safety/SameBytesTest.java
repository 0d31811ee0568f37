package org.nianbao.safety;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.EveryKind;
import org.nianbao.SmallReport;
import org.nianbao.Workplace;

/** Each run is a process of its own; its documents are compared with those of a plain run. */
@DisplayName("The same input gives the same bytes")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher for a shell")
@Tag("slow")
class SameBytesTest {
    private static final List<String> INPUTS =
            List.of("a.yaml", "hegang-2021.yaml", "every-kind.yaml", "every-kind-traditional.yaml");

    private Workplace place;

    @BeforeEach
    void plainRun(@TempDir Path folder) throws IOException {
        place = new Workplace(folder);
        place.write(
                "here/a.yaml",
                SmallReport.of("某县档案局", 2021)
                        .with("图表", "[申请人, 办理结果]")
                        .overall("""
                                （一）主动公开。公开**信息**8条。
                                ![照片](a.png)
                                ![示意](a.svg)
                                """)
                        .granted("{自然人: 5, 商业企业: 1}")
                        .toString());
        place.write("here/a.svg", """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120"><defs><linearGradient id="g">
                <stop offset="0" stop-color="red"/><stop offset="1" stop-color="#00f" stop-opacity=".3"/></linearGradient>
                <pattern id="p" width="9" height="9" patternUnits="userSpaceOnUse"><path d="M0 0L9 9" stroke="#000"/></pattern>
                </defs><rect width="200" height="90" fill="url(#g)" stroke-dasharray="4 2" stroke="#080"/>
                <circle cx="220" cy="60" r="40" fill="url(#p)" fill-opacity=".5"/>
                <path d="M10 100C30 20 200 200 280 10" fill="none" stroke="black"/></svg>
                """);
        BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 20_000; i++) {
            image.setRGB(i % 200, i / 200, i * 2_654_435);
        }
        ImageIO.write(image, "png", place.at("here/a.png").toFile());
        Files.copy(Workplace.CHECKOUT.resolve("inputs/hegang-2021.yaml"), place.at("here/hegang-2021.yaml"));
        EveryKind.write(place, "here");
        render(Workplace.HOME, "here", Map.of("TZ", "UTC"), ".", "--output", "../plain");
        render(Workplace.HOME, "here", Map.of("TZ", "UTC"), "a.yaml", "--draft", "--output", "../plain/draft");
    }

    @Test
    void inAnotherEnvironment() throws IOException {
        place.copyFromCheckout("templates");
        Path home = installed("other/place/nianbao");
        Files.deleteIfExists(home.resolve("lib/nianbao.jsa"));
        try (Stream<Path> files = Files.list(home.resolve("prepared"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.move(place.at("here"), place.at("a folder elsewhere"));
        Map<String, String> environment = Map.of(
                "TZ", "America/St_Johns",
                "LANG", "tr_TR.UTF-8",
                "LC_ALL", "tr_TR.UTF-8",
                "HOME", place.folder().toString(),
                "USER", "another",
                "JAVA_TOOL_OPTIONS",
                        "-Duser.name=another -Duser.language=ar -Duser.country=EG -Duser.timezone=Asia/Tehran"
                                + " -XX:ActiveProcessorCount=1 -XX:+UnlockExperimentalVMOptions -XX:hashCode=2");
        String templates = place.at("templates").toString();
        String folder = "a folder elsewhere";
        render(home, folder, environment, ".", "--force", "--output", "../o", "--templates", templates);
        render(
                home,
                folder,
                environment,
                "a.yaml",
                "--draft",
                "--force",
                "--output",
                "../o/draft",
                "--templates",
                templates);
        requireSame("o");
    }

    @Test
    void onAnotherJava() throws IOException {
        Optional<Path> java = otherJava();
        assumeTrue(java.isPresent(), "there is no other JDK beside this one, and OTHER_JAVA_HOME names none");
        Map<String, String> environment = Map.of("JAVA_HOME", java.get().toString());
        render(Workplace.HOME, "here", environment, ".", "--force", "--output", "../o");
        render(Workplace.HOME, "here", environment, "a.yaml", "--draft", "--force", "--output", "../o/draft");
        requireSame("o");
    }

    @Test
    void aReportWithoutADateBearsTheTimeThatWasAskedFor() throws IOException {
        Map<String, String> asked = Map.of("SOURCE_DATE_EPOCH", "1700000000");
        render(
                Workplace.HOME,
                "here",
                asked,
                "a.yaml",
                "hegang-2021.yaml",
                "--format",
                "pdf",
                "--force",
                "--output",
                "../o");
        try (PDDocument pdf = Loader.loadPDF(place.bytes("o/a.pdf"))) {
            assertEquals(
                    Instant.ofEpochSecond(1_700_000_000),
                    pdf.getDocumentInformation().getCreationDate().toInstant());
        }
        assertArrayEquals(place.bytes("plain/hegang-2021.pdf"), place.bytes("o/hegang-2021.pdf"), "it has a date");
        Workplace.Run wrong = Program.start(
                        place.folder(), Map.of("SOURCE_DATE_EPOCH", "yesterday"), "render", "here/a.yaml")
                .end();
        assertEquals(2, wrong.status());
        assertTrue(wrong.err().contains("SOURCE_DATE_EPOCH is “yesterday”"), wrong.err());
    }

    private void requireSame(String output) {
        for (String input : INPUTS) {
            for (String ending : List.of(".html", ".pdf", ".docx")) {
                String name = input.replace(".yaml", ending);
                assertArrayEquals(place.bytes("plain/" + name), place.bytes(output + "/" + name), name);
            }
        }
        for (String ending : List.of(".html", ".pdf", ".docx")) {
            String name = "draft/a" + ending;
            assertArrayEquals(place.bytes("plain/" + name), place.bytes(output + "/" + name), name);
        }
    }

    private void render(Path home, String folder, Map<String, String> environment, String... arguments) {
        String[] all = Stream.concat(Stream.of("render"), Stream.of(arguments)).toArray(String[]::new);
        Workplace.Run run = Program.start(home.resolve("bin/nianbao"), place.at(folder), environment, all)
                .end();
        assertEquals(0, run.status(), run.err());
    }

    /** The program once more, in another folder. */
    private Path installed(String name) throws IOException {
        try (Stream<Path> walk = Files.walk(Workplace.HOME)) {
            for (Path path : walk.sorted().toList()) {
                Path to = place.at(name).resolve(Workplace.HOME.relativize(path).toString());
                Files.createDirectories(to.getParent());
                Files.copy(path, to, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return place.at(name);
    }

    private static Optional<Path> otherJava() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        String named = System.getenv("OTHER_JAVA_HOME");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        try (Stream<Path> beside = Files.list(own.getParent())) {
            return beside.filter(path -> Files.isExecutable(path.resolve("bin/java"))
                            && !real(path).equals(own))
                    .sorted()
                    .findFirst();
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }
}

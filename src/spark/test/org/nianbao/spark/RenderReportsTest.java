package org.nianbao.spark;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code spark-submit} with what was built, Spark alone on its class path; beside it, {@code nianbao render}. */
class RenderReportsTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("checkout")).toAbsolutePath();
    private static final Path BUILT = Path.of(System.getProperty("built")).toAbsolutePath();
    private static final List<String> REGIONS = List.of("晋", "豫", "鄂");

    @TempDir
    private static Path place;

    private static String said;

    @BeforeAll
    static void renderInBothWays() throws IOException, InterruptedException {
        copy("inputs/houma-2021.yaml", "晋/houma-2021.yaml");
        copy("inputs/yanshi-2021.yaml", "豫/yanshi-2021.yaml");
        copy("inputs/yima-2023.yaml", "豫/yima-2023.yaml");
        copy("inputs/yima-2023.yaml", "豫/yima-2023.yml");
        copy("src/test/resources/org/nianbao/archive/窗口.png", "豫/图/窗口.png");
        copy("src/test/resources/org/nianbao/published/2019/local-rows-2020.yaml", "鄂/水利/local-rows-2020.yaml");
        copy("src/test/resources/org/nianbao/published/2019/湖北.form.yaml", "鄂/水利/湖北.form.yaml");
        write("豫/broken.yaml", "报告: 政府信息公开工作年度报告\n年度: 二〇二三\n");
        write("豫/units.yaml", "units: [偃师区, 义马市]\n"); // who must deliver: no input
        Path pictured = place.resolve("inputs/豫/yima-2023.yaml");
        Files.writeString(pictured, Files.readString(pictured).replace("总体情况: |\n", "总体情况: |\n  ![服务窗口](图/窗口.png)\n"));
        Files.delete(place.resolve("inputs/豫/yima-2023.yml"));
        for (String folder : List.of("晋", "豫", "鄂/水利")) {
            plain(folder);
        }
        Files.writeString(place.resolve("inputs/豫/yima-2023.yml"), "报告: 同名\n");
        spark(place.resolve("inputs").toString(), place.resolve("out").toString());
        said = said();
    }

    @Test
    void documentsAreByteForByteThoseOfAPlainRun() throws IOException {
        assertDocumentsAreThoseOfAPlainRun(place.resolve("out"));
    }

    /** Such as Hadoop's view of several clusters under one name; here the name is of two local folders. */
    @Test
    void foldersOfAnotherFileSystemAreReadAndWrittenAlike() throws IOException, InterruptedException {
        Path far = Files.createDirectory(place.resolve("far"));
        String linked = "spark.hadoop.fs.viewfs.mounttable.cluster.link.";
        spark(
                "viewfs://cluster/reports/inputs",
                "viewfs://cluster/reports/output",
                "--conf",
                linked + "/reports/inputs=" + place.resolve("inputs").toUri(),
                "--conf",
                linked + "/reports/output=" + far.toUri());
        assertDocumentsAreThoseOfAPlainRun(far);
        assertEquals(withoutMilliseconds(place.resolve("out")), withoutMilliseconds(far));
        assertEquals(csv(place.resolve("out/totals.csv")), csv(far.resolve("totals.csv")));
    }

    private static void assertDocumentsAreThoseOfAPlainRun(Path out) throws IOException {
        List<String> expected = files(place.resolve("plain"), ".*\\.(?:html|pdf|docx)");
        assertEquals(12, expected.size());
        assertEquals(expected, files(out.resolve("documents"), "(?!.*/\\.).*"));
        for (String file : expected) {
            assertArrayEquals(
                    Files.readAllBytes(place.resolve("plain").resolve(file)),
                    Files.readAllBytes(out.resolve("documents").resolve(file)),
                    file);
        }
    }

    private static List<String> withoutMilliseconds(Path out) throws IOException {
        return csv(out.resolve("results.csv")).stream()
                .map(line -> line.replaceFirst(",\\d+,(\\d+)$", ",$1"))
                .toList();
    }

    @Test
    void itSaysHowManyInputsWereRenderedAndHowManyWereNot() {
        assertTrue(said.contains("rendered: 4, refused: 2, fault: 0"), said);
    }

    @Test
    void theTableOfResultsTellsWhatCameOfEachInput() throws IOException {
        List<String> results = csv(place.resolve("out/results.csv"));
        assertEquals(
                "file,region,agency,year,form,edition,aggregate,status,errors,warnings,problem,milliseconds,bytes",
                results.get(0));
        assertAll(
                () -> assertEquals(7, results.size()),
                () -> assertTrue(
                        results.get(1)
                                .startsWith("晋/houma-2021.yaml,晋,侯马市人民政府办公室,2021,政府信息公开工作年度报告,2021,false,rendered,0,"),
                        results.get(1)),
                () -> assertTrue(results.get(2).startsWith("豫/broken.yaml,豫,,,政府"), results.get(2)),
                () -> assertTrue(results.get(2).contains(",refused,"), results.get(2)),
                () -> assertTrue(results.get(2).contains("豫/broken.yaml:2:5: error wrong-value"), results.get(2)),
                () -> assertTrue(results.get(5).startsWith("豫/yima-2023.yml,豫,,,,,,refused,1,"), results.get(5)),
                () -> assertTrue(results.get(6).contains(",2020,政府信息公开工作年度报告,2019,false,rendered,"), results.get(6)));
    }

    @Test
    void totalsAreTheSumsOfTheFiguresOfEachRegion() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        for (String region : REGIONS) {
            for (String file : files(place.resolve("plain").resolve(region), ".*\\.csv")) {
                add(
                        region,
                        Files.readAllLines(
                                place.resolve("plain").resolve(region).resolve(file)),
                        expected);
            }
        }
        Map<String, String> totals = new TreeMap<>();
        csv(place.resolve("out/totals.csv")).stream().skip(1).forEach(line -> {
            String[] fields = line.split(",", -1);
            totals.put(String.join(",", fields[0], fields[1], fields[4], fields[5], fields[6], fields[7]), fields[9]);
        });
        assertTrue(expected.size() > 500);
        assertEquals(expected, totals);
    }

    /** Adds the lines of a {@code --data} file to the sums; a sum with a blank in it is blank. */
    private static void add(String region, List<String> data, Map<String, String> sums) {
        data.stream().skip(1).forEach(line -> {
            String[] fields = line.split(",", -1);
            String number = fields[fields.length - 1];
            sums.merge(
                    String.join(",", region, "false", fields[2], fields[4], fields[5], fields[6]),
                    number.isEmpty() ? "" : plain(new BigDecimal(number)),
                    (sum, more) -> sum.isEmpty() || more.isEmpty()
                            ? ""
                            : plain(new BigDecimal(sum).add(new BigDecimal(more))));
        });
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    @Test
    void aDocumentThatIsWrittenAgainIsReplacedAndNothingElseIsLeft() throws IOException {
        Documents documents = new Documents(place.resolve("again").toUri().toString(), new Configuration());
        documents.put("晋/", Map.of("a.html", new byte[] {1}, "a.pdf", new byte[] {2}));
        documents.put("晋/", Map.of("a.html", new byte[] {3}));
        documents.sweep();
        assertEquals(List.of("晋/a.html", "晋/a.pdf"), files(place.resolve("again"), "(?!.*/\\.).*"));
        assertArrayEquals(new byte[] {3}, Files.readAllBytes(place.resolve("again/晋/a.html")));
    }

    private static void copy(String from, String to) throws IOException {
        Path file = place.resolve("inputs").resolve(to);
        Files.createDirectories(file.getParent());
        Files.copy(CHECKOUT.resolve(from), file);
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(place.resolve("inputs").resolve(name), text);
    }

    /** The documents, and beside them the figures; these go by themselves, for the HTML of a run with them links to them. */
    private static void plain(String folder) throws IOException, InterruptedException {
        String launcher = CHECKOUT.resolve("target/nianbao/bin/nianbao").toString();
        String inputs = place.resolve("inputs").resolve(folder).toString();
        String output = place.resolve("plain").resolve(folder).toString();
        run(launcher, "render", inputs, "--data", "--format", "html", "--output", output);
        run(launcher, "render", inputs, "--output", output);
    }

    private static void spark(String inputs, String output, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().strip().split("\\s+")));
        command.addAll(List.of("-cp", sparkAlone(), "org.apache.spark.deploy.SparkSubmit", "--master", "local[2]"));
        command.addAll(List.of("--conf", "spark.ui.enabled=false"));
        command.addAll(List.of(more));
        command.addAll(List.of("--archives", BUILT.resolve("nianbao.zip") + "#nianbao"));
        command.addAll(List.of("--class", RenderReports.class.getName()));
        command.add(BUILT.resolve("nianbao-spark.jar").toString());
        command.addAll(List.of(inputs, output));
        assertEquals(0, run(command.toArray(String[]::new)), RenderReportsTest::said);
    }

    /** The tests' class path without what was built here. */
    private static String sparkAlone() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar") && !entry.endsWith("nianbao.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int run(String... command) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("said").toFile());
        process.environment().put("LC_ALL", "C.UTF-8"); // for the Chinese names of files
        return process.start().waitFor();
    }

    private static String said() {
        try {
            return Files.readString(place.resolve("said"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static List<String> csv(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve(files(folder, "part-.*\\.csv").get(0)));
    }

    private static List<String> files(Path folder, String name) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(file -> file.matches(name))
                    .sorted()
                    .toList();
        }
    }
}

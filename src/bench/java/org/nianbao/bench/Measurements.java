package org.nianbao.bench;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Repeats the measurements of {@code src/docs/scale.md} and prints their tables in Markdown. Each number is the median of
 * {@value #RUNS} runs of whole processes; runs that take minutes are made once.
 */
public final class Measurements {
    private static final int RUNS = 5;

    private final Path checkout = Path.of("").toAbsolutePath();
    private final Path launcher = checkout.resolve("target/nianbao/bin/nianbao");
    private final Path folder = checkout.resolve("target/bench");
    private final PrintStream out = System.out;

    private Measurements() {}

    /** {@code [PART…]}: the parts to measure, by default all. Run it in the checkout after {@code mvn package}. */
    public static void main(String[] arguments) {
        Measurements measurements = new Measurements();
        Map<String, Runnable> parts = new LinkedHashMap<>();
        parts.put("cold", measurements::cold);
        parts.put("batch", measurements::batch);
        parts.put("memory", measurements::memory);
        parts.put("aggregate", measurements::aggregate);
        parts.put("overview", measurements::overview);
        parts.put("spark", measurements::spark);
        List<String> wanted = arguments.length == 0 ? List.copyOf(parts.keySet()) : Arrays.asList(arguments);
        for (String part : wanted) {
            parts.getOrDefault(part, () -> {
                        throw new IllegalArgumentException("Parts are " + String.join(", ", parts.keySet()) + ".");
                    })
                    .run();
        }
    }

    private void cold() {
        Path report = inputs(1).resolve("000-00-00-2025.yaml");
        nianbao(Map.of(), "render", report, "--output", fresh("cold"));
        Measured cold = median(() -> nianbao(Map.of(), "render", report, "--output", fresh("cold")));
        row("one report, cold, three formats", "CPU s", "wall s", "MB resident");
        rule(4);
        row("the launcher", cold.processor(), cold.wall(), cold.resident());
    }

    private void batch() {
        int few = 200;
        int many = 1_200;
        Measured small = median(() -> render(few, Map.of()));
        Measured large = median(() -> render(many, Map.of()));
        double processor = large.processor() - small.processor();
        double wall = large.wall() - small.wall();
        row("warm batch, three formats", "CPU s a report", "reports/s", "CPU s per wall s", "MB resident");
        rule(5);
        row(
                "from the " + few + "th to the " + many + "th",
                processor / (many - few),
                (many - few) / wall,
                processor / wall,
                large.resident());
        row(
                many + " with the start",
                large.processor() / many,
                many / large.wall(),
                large.processor() / large.wall(),
                large.resident());
    }

    private void memory() {
        Path log = folder.resolve("gc.log");
        Map<String, String> options = Map.of("_JAVA_OPTIONS", "-Xmx512m -Xlog:gc:file=" + log + ":uptime");
        Measured hundred = render(100, options);
        Measured thousand = render(1_000, options);
        Measured all = render(10_000, options);
        double first = (thousand.processor() - hundred.processor()) / 900;
        double rest = (all.processor() - thousand.processor()) / 9_000;
        row("512 MB of heap", "CPU s", "wall s", "MB resident", "CPU s per further report");
        rule(5);
        row("100 reports", hundred.processor(), hundred.wall(), hundred.resident(), "");
        row("1,000 reports", thousand.processor(), thousand.wall(), thousand.resident(), number(first));
        row("10,000 reports", all.processor(), all.wall(), all.resident(), number(rest));
        out.println();
        Heap heap = Heap.of(log);
        row("10,000 reports, tenth of them", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        rule(11);
        long[] written = written(folder.resolve("batch"));
        row(Stream.concat(Stream.of("wall s"), tenths(written).stream()).toArray());
        List<Object> tenths = new ArrayList<>(List.of("MB of heap after full collections"));
        for (int part = 0; part < 10; part++) {
            tenths.add(heap.tenth(part));
        }
        row(tenths.toArray());
        out.println();
        out.printf(
                "From the 100th report on, no report is further from a straight line than %.1f %% of the whole time.%n",
                bend(written));
        write(folder.resolve("heap.svg"), heap.svg());
    }

    /** When each document was written, in milliseconds. */
    private static long[] written(Path documents) {
        try (Stream<Path> files = Files.list(documents)) {
            return files.filter(file -> file.toString().endsWith(".pdf"))
                    .mapToLong(file -> file.toFile().lastModified())
                    .sorted()
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The duration of each tenth of the documents, in seconds. */
    private static List<Double> tenths(long[] written) {
        List<Double> seconds = new ArrayList<>();
        for (int part = 0; part < 10; part++) {
            int first = Math.max(0, written.length * part / 10 - 1);
            seconds.add((written[written.length * (part + 1) / 10 - 1] - written[first]) / 1e3);
        }
        return seconds;
    }

    /**
     * The largest distance of a document's time from a straight line, from the 100th document on, in per cent of the whole
     * time. The line has the slope from the first to the last document, and the offset that makes this distance smallest.
     */
    private static double bend(long[] written) {
        int first = 99;
        int last = written.length - 1;
        double rise = (double) (written[last] - written[first]) / (last - first);
        DoubleSummaryStatistics away = IntStream.rangeClosed(first, last)
                .mapToDouble(at -> written[at] - written[first] - rise * (at - first))
                .summaryStatistics();
        return 100 * (away.getMax() - away.getMin()) / 2 / (written[last] - written[0]);
    }

    private void aggregate() {
        Path units = inputs(10_000);
        Measured sum = median(() -> {
            Path into = fresh("aggregate").resolve("sum.yaml");
            return nianbao(Map.of(), "aggregate", units, "--into", into, "--agency", "云省人民政府", "--year", "2025");
        });
        row("aggregate", "CPU s", "wall s", "MB resident");
        rule(4);
        row("10,000 units", sum.processor(), sum.wall(), sum.resident());
    }

    private void overview() {
        Path units = inputs(1_000);
        Path page = folder.resolve("overview/overview.html");
        Measured overview = median(() -> {
            fresh("overview");
            return nianbao(Map.of(), "overview", units, "--output", page);
        });
        row("overview", "CPU s", "wall s", "MB resident", "MB of the page");
        rule(5);
        row(
                "1,000 units",
                overview.processor(),
                overview.wall(),
                overview.resident(),
                page.toFile().length() / 1e6);
    }

    private void spark() {
        int many = 2_000;
        Path inputs = inputs(many);
        Path archive = folder.resolve("spark.jsa");
        List<String> training = submit(List.of("-XX:ArchiveClassesAtExit=" + archive), inputs(100));
        Measured.of(training, Map.of(), folder.resolve("said.txt"));
        List<Measured> plains = new ArrayList<>();
        List<Measured> sparks = new ArrayList<>();
        List<Measured> archived = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) { // in turn, because the speed of a machine varies over the day
            plains.add(render(many, Map.of()));
            sparks.add(spark(List.of(), inputs));
            archived.add(spark(List.of("-XX:SharedArchiveFile=" + archive), inputs));
        }
        row(many + " reports, three formats", "CPU s", "wall s", "reports/s", "MB resident");
        rule(5);
        row(many, "nianbao render", Measured.median(plains));
        row(many, "Spark, local[2]", Measured.median(sparks));
        row(many, "and with an archive of its classes", Measured.median(archived));
    }

    private void row(int reports, String what, Measured run) {
        row(what, run.processor(), run.wall(), reports / run.wall(), run.resident());
    }

    private Measured spark(List<String> archive, Path inputs) {
        return Measured.of(submit(archive, inputs), Map.of(), folder.resolve("said.txt"));
    }

    /**
     * The command of {@code spark-submit}, without a Spark distribution: {@code src/bench/measure} lists the jars.
     *
     * @param archive the option for a class-data archive, if any
     */
    private List<String> submit(List<String> archive, Path inputs) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Xmx1g",
                "-XX:MaxInlineLevel=7",
                "-XX:InlineSmallCode=1200",
                "-XX:+UseParallelGC",
                "-XX:+IgnoreUnrecognizedVMOptions"));
        command.addAll(archive);
        command.addAll(Stream.of(
                        "java.lang",
                        "java.lang.invoke",
                        "java.lang.reflect",
                        "java.io",
                        "java.net",
                        "java.nio",
                        "java.util",
                        "java.util.concurrent",
                        "jdk.internal.ref",
                        "sun.nio.ch",
                        "sun.nio.cs",
                        "sun.security.action",
                        "sun.util.calendar")
                .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
                .toList());
        command.addAll(List.of("-cp", read(folder.resolve("spark-class-path")).strip()));
        command.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", "local[2]"));
        command.addAll(List.of("--archives", checkout.resolve("target/spark/nianbao.zip") + "#nianbao"));
        command.addAll(List.of("--class", "org.nianbao.spark.RenderReports"));
        command.addAll(
                List.of(checkout.resolve("target/spark/nianbao-spark.jar").toString(), inputs.toString()));
        command.add(fresh("spark").toString());
        return command;
    }

    private Measured render(int reports, Map<String, String> environment) {
        return nianbao(environment, "render", inputs(reports), "--output", fresh("batch"));
    }

    private Measured nianbao(Map<String, String> environment, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        return Measured.of(command, environment, folder.resolve("said.txt"));
    }

    private interface Run {
        Measured measured();
    }

    private static Measured median(Run run) {
        return Measured.median(Stream.generate(run::measured).limit(RUNS).toList());
    }

    /** A folder with synthetic reports; written once. */
    private Path inputs(int reports) {
        Path inputs = folder.resolve("inputs-" + reports);
        if (!Files.exists(inputs)) {
            SyntheticReports.write(inputs, 0, reports);
        }
        return inputs;
    }

    /** An empty folder. */
    private Path fresh(String name) {
        Path fresh = folder.resolve(name);
        try {
            if (Files.exists(fresh)) {
                try (Stream<Path> walk = Files.walk(fresh)) {
                    walk.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
                }
            }
            return Files.createDirectories(fresh);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void row(Object... cells) {
        out.println("| "
                + String.join(
                        " | ",
                        Stream.of(cells)
                                .map(cell -> cell instanceof Double number ? number(number) : cell.toString())
                                .toList())
                + " |");
    }

    private void rule(int columns) {
        out.println("|---" + "|---:".repeat(columns - 1) + "|");
    }

    /** With three significant digits, or all before the decimal point. */
    private static String number(double number) {
        return number >= 100
                ? "%.0f".formatted(number)
                : number >= 1 ? "%.2f".formatted(number) : "%.4f".formatted(number);
    }
}

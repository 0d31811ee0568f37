package org.nianbao.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nianbao.Cases;
import org.nianbao.SmallForm;
import org.nianbao.Workplace;
import org.nianbao.form.Section;
import org.nianbao.input.InputReader;
import org.nianbao.report.Report;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All inputs that are rendered to test the {@link Invariant}s. */
final class Inputs {
    private static final JsonMapper JSON = new JsonMapper();

    /** Lines of prose that are printed otherwise: with figures, links, pictures and characters by number. */
    private static final Pattern OTHERWISE = Pattern.compile("\\{\\{|\\]\\(|\\]（|&|\\|");

    private static final Pattern WORDS = Pattern.compile("[\\p{IsHan}，。]{2,}");

    /** The form of generated reports. */
    private static final String FORM = SmallForm.ofProseAndTable("文字", """
            机关: {type: text, role: agency}
            成文日期: {type: date, role: date, optional: true}
            """, """
            columns: {说明: {type: text}, 数量: }
            rows: {甲: }
            """);

    private final Workplace place;
    private boolean draft;
    private List<String> formats = RenderedReport.FORMATS;

    /** The words that each file must print. */
    private final Map<String, List<String>> typed = new LinkedHashMap<>();

    Inputs(Path folder) {
        place = new Workplace(folder);
    }

    /** Adds the reports of the checkout. */
    Inputs real() {
        place.copyFromCheckout("inputs");
        try (Stream<Path> files = Files.walk(place.at("inputs"))) {
            files.map(file -> place.folder().relativize(file).toString())
                    .filter(file -> file.endsWith(".yaml") && !file.endsWith("units.yaml"))
                    .sorted()
                    .forEach(file -> typed.put(file, prose(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Adds a report for each seed. */
    Inputs generated(IntStream seeds) {
        place.copyFromCheckout("templates");
        place.write("templates/words/report.ftlh", place.read("templates/information-disclosure/report.ftlh"));
        place.write("templates/words/form.yaml", FORM);
        seeds.forEach(seed -> {
            GeneratedReport report = new GeneratedReport(seed);
            report.files().forEach(place::write);
            typed.put(report.name(), report.typed());
        });
        return this;
    }

    /** Adds a draft of the official form for each seed. */
    Inputs drafts(IntStream seeds) {
        draft = true;
        seeds.forEach(seed -> {
            GeneratedDraft.files(seed).forEach(place::write);
            typed.put("draft" + seed + ".yaml", List.of());
        });
        return this;
    }

    /**
     * Adds cases, each in a folder of its name.
     *
     * @param drafts whether they are rendered as drafts, those with wrong figures too
     */
    Inputs cases(List<String> names, boolean drafts) throws IOException {
        draft = drafts;
        formats = List.of("html", "pdf", "docx");
        for (String name : names) {
            String file = name + "/" + name + ".yaml";
            Cases.placeOf(name, Files.createDirectory(place.at(name)));
            Files.move(place.at(name + "/input.yaml"), place.at(file));
            typed.put(file, prose(file));
        }
        return this;
    }

    /** The words of a report's prose, in order; none if it cannot be read. */
    private List<String> prose(String file) {
        return InputReader.read(place.at(file), file, Workplace.FORMS)
                .filled()
                .map(filled -> words(filled.report()))
                .orElse(List.of());
    }

    private static List<String> words(Report report) {
        return report.form().sections().stream()
                .filter(Section.ProseSection.class::isInstance)
                .flatMap(section -> report.prose(section.key()).lines())
                .filter(line -> !OTHERWISE.matcher(line).find())
                .flatMap(line -> WORDS.matcher(line).results().map(MatchResult::group))
                .toList();
    }

    /**
     * The reports that {@code check} passes, rendered in every format; no other is rendered. Drafts are rendered in every
     * format or in none.
     */
    List<RenderedReport> rendered() {
        List<String> files = List.copyOf(typed.keySet());
        Workplace.Run check = run(files, "check", "--format", "json");
        Iterator<JsonNode> checked = JSON.readTree(check.out()).path("files").iterator();
        String wanted = String.join(",", formats);
        Workplace.Run run =
                draft ? run(files, "render", "--format", wanted, "--draft") : run(files, "render", "--format", wanted);
        List<RenderedReport> reports = new ArrayList<>();
        List<String> differ = new ArrayList<>();
        for (String file : files) {
            String name = file.replaceAll(".*/|\\.yaml", "");
            RenderedReport report = new RenderedReport(name, typed.get(file), place, "output/" + name);
            JsonNode problems = checked.next();
            boolean passes = draft ? report.has(formats.get(0)) : passes(problems);
            if (formats.stream().anyMatch(format -> report.has(format) != passes)) {
                differ.add(name + (passes ? " passes check" : " does not pass check"));
            }
            if (passes) {
                reports.add(report);
            }
        }
        assertEquals(
                List.of(),
                differ,
                () -> run.err().substring(0, Math.min(3000, run.err().length())));
        return reports;
    }

    private Workplace.Run run(List<String> files, String... words) {
        Stream<String> templates =
                Files.exists(place.at("templates")) ? Stream.of("--templates", "templates") : Stream.empty();
        return place.nianbao(Stream.of(Stream.of(words), templates, files.stream())
                .flatMap(word -> word)
                .toArray(String[]::new));
    }

    private static boolean passes(JsonNode file) {
        return file.path("problems")
                .valueStream()
                .noneMatch(problem -> problem.path("severity").asString().equals("error")
                        || problem.path("id").asString().equals("to-fill-in"));
    }
}

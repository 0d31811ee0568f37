package org.nianbao.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nianbao.Workplace;
import org.nianbao.form.Cell;
import org.nianbao.form.CellPath;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.input.InputReader;
import org.nianbao.report.Report;

/** Every figure of a damaged document is the right one, or a doubt names its cell or its row. */
@DisplayName("A damaged table is read without a wrong figure")
class MutilatedDocumentsTest {
    private static final int RUNS = Integer.getInteger("mutilated.runs", 4);

    @TempDir
    private static Path folder;

    private static String html = "";
    private static Report report;

    @BeforeAll
    static void aReportWithAnotherFigureInEachCell() {
        Workplace place = new Workplace(folder);
        place.copyFromCheckout("inputs");
        String name = "inputs/county/ziranziyuanju-2025.yaml";
        place.nianbao("render", name, "--format", "html", "--draft", "--output", "output");
        report = InputReader.read(place.at(name), name, Workplace.FORMS)
                .filled()
                .orElseThrow()
                .report();
        Document page = Jsoup.parse(place.read("output/ziranziyuanju-2025.html"));
        int next = 1000;
        for (Element cell : page.select("td")) {
            if (cell.text().matches("[0-9]+")) {
                cell.text(String.valueOf(next++));
            }
        }
        html = page.outerHtml();
    }

    @ParameterizedTest
    @EnumSource(OtherPrograms.class)
    void aWholeDocumentOfEachProgramIsRead(OtherPrograms program) throws Exception {
        RecognizedReport found = figures(Jsoup.parse(html), program);
        assertEquals(right(), found.figures());
        assertEquals(
                List.of(),
                found.doubts().stream()
                        .map(doubt -> doubt.fact().in(Locale.ENGLISH))
                        .toList());
    }

    private static Map<CellPath, Cell> right() throws Exception {
        Map<CellPath, Cell> right =
                figures(Jsoup.parse(html), OtherPrograms.HTML).figures();
        assertTrue(right.size() > 190, right.size() + " figures");
        return right;
    }

    static Stream<Arguments> everyFigureIsRightOrInDoubt() {
        return Stream.of(OtherPrograms.values())
                .flatMap(program -> Stream.of(Damage.values()).map(damage -> Arguments.of(program, damage)));
    }

    @ParameterizedTest
    @MethodSource
    void everyFigureIsRightOrInDoubt(OtherPrograms program, Damage damage) throws Exception {
        Map<CellPath, Cell> right = right();
        Map<FormCell, FormCell> first = firstCells(report.form());
        for (int seed = 0; seed < RUNS; seed++) {
            Document page = Jsoup.parse(html);
            damage.apply(page, new Random(seed));
            RecognizedReport found = figures(page, program);
            Set<String> doubts = found.doubts().stream()
                    .flatMap(doubt -> doubt.subject().stream())
                    .collect(Collectors.toSet());
            List<String> wrong = new ArrayList<>();
            for (FormCell cell : report.form().cells().figures()) {
                Cell expected = right.get(cell.path());
                Cell read = found.figures().get(cell.path());
                if (!isDoubted(cell, first, doubts) && (read == null || !read.equals(expected))) {
                    wrong.add(cell.path() + ": " + expected + " → " + read);
                }
            }
            assertEquals(List.of(), wrong, program + ", " + damage + ", seed " + seed);
        }
    }

    /** Whether a doubt names the cell, or its row by the first cell of it. */
    private static boolean isDoubted(FormCell cell, Map<FormCell, FormCell> first, Set<String> doubts) {
        return doubts.contains(cell.path().dotted())
                || doubts.contains(
                        Objects.requireNonNull(first.get(cell)).path().dotted());
    }

    /** The first cell of the row that each cell is in. */
    private static Map<FormCell, FormCell> firstCells(Form form) {
        Map<FormCell, FormCell> first = new HashMap<>();
        FormRow.of(form)
                .forEach(row ->
                        row.cells().forEach(cell -> first.put(cell, row.cells().get(0))));
        return first;
    }

    private static RecognizedReport figures(Document page, OtherPrograms program) throws Exception {
        String name = "a." + program.name().toLowerCase(Locale.ROOT);
        return ReportRecognizer.recognize(DocumentReader.read(program.save(page), name), Workplace.FORMS, folder)
                .orElseThrow();
    }
}

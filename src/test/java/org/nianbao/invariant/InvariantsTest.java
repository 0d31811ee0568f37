package org.nianbao.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nianbao.Cases;

@DisplayName("What is typed is what is printed")
class InvariantsTest {
    private static final List<Invariant> INVARIANTS =
            List.of(new SameText(), new CopiedText(), new OwnGlyphs(), new Places());

    /** The mark of a draft is printed across its text. */
    private static final List<Invariant> OF_DRAFTS = List.of(new OwnGlyphs(), new Places());

    /** Inputs in one run of the program. */
    private static final int AT_ONCE = 25;

    /** Runs of the program with generated texts. */
    private static final int RUNS = 6;

    @TempDir
    private Path folder;

    @Test
    void inTheReportsOfInputs() {
        hold(new Inputs(folder).real(), 14);
    }

    @Test
    void inSomeGeneratedReports() {
        // two of each kind of words, and further rare characters: see GeneratedReport
        hold(new Inputs(folder).generated(IntStream.range(0, 45).filter(seed -> seed < 14 || seed % 7 == 3)), 10);
    }

    /** Two thousand texts, about eighteen in each report; each is words of one kind in one place, chosen by the seed. */
    @ParameterizedTest
    @Tag("slow")
    @MethodSource("seeds")
    void inTwoThousandGeneratedTexts(int from) {
        List<RenderedReport> reports = hold(new Inputs(folder).generated(IntStream.range(from, from + AT_ONCE)), 15);
        int texts = reports.stream().mapToInt(report -> report.typed().size()).sum();
        assertTrue(texts >= 2000 / RUNS, texts + " texts");
    }

    private static IntStream seeds() {
        return IntStream.range(0, RUNS).map(run -> 1000 + AT_ONCE * run);
    }

    @Test
    void inSomeDrafts() {
        hold(new Inputs(folder).drafts(IntStream.range(0, 8)), 8, OF_DRAFTS);
    }

    @Test
    @Tag("slow")
    void inTwoHundredDrafts() {
        hold(new Inputs(folder).drafts(IntStream.range(8, 208)), 200, OF_DRAFTS);
    }

    @ParameterizedTest
    @Tag("slow")
    @MethodSource("cases")
    void inTheCases(List<String> names) throws IOException {
        hold(new Inputs(folder).cases(names, false), 0);
    }

    @ParameterizedTest
    @Tag("slow")
    @MethodSource("cases")
    void inTheDraftsOfCases(List<String> names) throws IOException {
        hold(new Inputs(folder).cases(names, true), 0, OF_DRAFTS);
    }

    private static Stream<List<String>> cases() {
        List<String> all = Cases.names();
        return IntStream.iterate(0, from -> from < all.size(), from -> from + AT_ONCE)
                .mapToObj(from -> all.subList(from, Math.min(from + AT_ONCE, all.size())));
    }

    private static List<RenderedReport> hold(Inputs inputs, int least) {
        return hold(inputs, least, INVARIANTS);
    }

    private static List<RenderedReport> hold(Inputs inputs, int least, List<Invariant> invariants) {
        List<RenderedReport> reports = inputs.rendered();
        List<String> faults = new ArrayList<>();
        for (RenderedReport report : reports) {
            for (Invariant invariant : invariants) {
                invariant.faults(report).forEach(fault -> faults.add(report.name() + ": " + fault));
            }
        }
        assertEquals(
                "", String.join("\n", faults.subList(0, Math.min(40, faults.size()))), () -> faults.size() + " faults");
        assertTrue(reports.size() >= least, reports.size() + " reports");
        return reports;
    }
}

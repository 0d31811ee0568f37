package org.nianbao.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What is typed is what is printed")
class InvariantsTest {
    private static final List<Invariant> INVARIANTS =
            List.of(new SameText(), new CopiedText(), new OwnGlyphs(), new Places());

    /** The mark of a draft is printed across its text. */
    private static final List<Invariant> OF_DRAFTS = List.of(new OwnGlyphs(), new Places());

    @TempDir
    private Path folder;

    @Test
    void inTheReportsOfInputs() {
        hold(new Inputs(folder).real(), 14);
    }

    @Test
    void inSomeGeneratedReports() {
        hold(new Inputs(folder).generated(IntStream.range(0, 45)), 20);
    }

    @Test
    void inSomeDrafts() {
        hold(new Inputs(folder).drafts(IntStream.range(0, 12)), 12, OF_DRAFTS);
    }

    @Test
    @Tag("slow")
    void inTwoHundredDrafts() {
        hold(new Inputs(folder).drafts(IntStream.range(12, 212)), 200, OF_DRAFTS);
    }

    private static void hold(Inputs inputs, int least) {
        hold(inputs, least, INVARIANTS);
    }

    private static void hold(Inputs inputs, int least, List<Invariant> invariants) {
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
    }
}

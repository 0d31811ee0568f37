package org.nianbao.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nianbao.ProcessorTime;
import org.nianbao.Workplace;

/**
 * Inputs that nobody thought of, made of the {@link Corpus} of each target; the seed decides which. {@code
 * src/docs/contributing.md} says how to do more.
 */
@DisplayName("Whatever a file holds, it is read or refused, with a place and help")
class FuzzTest {
    /** For each target, so that all take some seconds. */
    private static final int FEW = 30;

    private static final int RUNS = Integer.getInteger("fuzz.runs", 500);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final boolean KEEPS = "rewrite".equals(System.getProperty("fuzz.corpus"));

    /** Of the processor, for one input. */
    private static final double SECONDS = 10;

    /** A run goes on after a fault, to find others. */
    private static final int MOST_FAULTS = 20;

    private static final Path FAULTS = Workplace.CHECKOUT.resolve("target/fuzz");

    private final Map<String, String> faults = new LinkedHashMap<>();

    @ParameterizedTest
    @EnumSource
    void isReadOrRefused(Target target, @TempDir Path folder) {
        List<byte[]> corpus = new Corpus(target).inputs();
        Trial trial = new Trial(target.name(), folder);
        corpus.stream().limit(FEW).forEach(input -> attempt(target, input, trial::apply));
        Mutator mutator = new Mutator(target, SEED);
        for (int run = 0; run < FEW; run++) {
            attempt(target, mutator.mutant(corpus), trial::apply);
        }
        assertNoFaults();
    }

    /** Each input that leads to new parts of the program is kept, and others are made of it. */
    @ParameterizedTest
    @Tag("slow")
    @EnumSource
    void isReadOrRefusedWhereverItLeads(Target target, @TempDir Path folder) throws IOException {
        List<byte[]> inputs = new ArrayList<>();
        List<byte[]> corpus = new Corpus(target).inputs();
        try (Coverage coverage = new Coverage(target, folder)) {
            Consumer<byte[]> keep = input -> {
                if (coverage.gain(input) > 0) {
                    inputs.add(input);
                }
            };
            corpus.forEach(input -> attempt(target, input, keep));
            int before = coverage.size();
            Mutator mutator = new Mutator(target, SEED);
            for (int run = 0; run < RUNS && faults.size() < MOST_FAULTS; run++) {
                attempt(target, mutator.mutant(inputs), keep);
            }
            System.out.printf(
                    "%s: %d inputs of %d runs, %d probes, before %d%n",
                    target, inputs.size(), RUNS, coverage.size(), before);
        }
        if (KEEPS) {
            try (Coverage nothing = new Coverage(target, folder.resolve("again"))) {
                new Corpus(target).replace(inputs, nothing);
            }
        }
        assertNoFaults();
    }

    private void attempt(Target target, byte[] input, Consumer<byte[]> reader) {
        try {
            ProcessorTime.within(SECONDS, () -> {
                reader.accept(input);
                return true;
            });
        } catch (RuntimeException | Error e) {
            Path file = FAULTS.resolve(target.folder() + "-" + Corpus.name(input));
            String kind =
                    e.getClass() + " " + List.of(e.getStackTrace()).subList(0, Math.min(3, e.getStackTrace().length));
            if (faults.putIfAbsent(kind, file + ": " + e) == null) {
                try {
                    Files.createDirectories(FAULTS);
                    Files.write(file, input);
                } catch (IOException unwritable) {
                    e.addSuppressed(unwritable);
                }
                e.printStackTrace();
            }
        }
    }

    private void assertNoFaults() {
        assertEquals("", String.join("\n", faults.values()));
    }
}

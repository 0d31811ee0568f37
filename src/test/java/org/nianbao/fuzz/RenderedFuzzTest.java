package org.nianbao.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link FuzzTest} reads many inputs; this test gives some of them to the commands. */
@DisplayName("Whatever passes check is rendered in every format with the same words")
class RenderedFuzzTest {
    private static final int SOME = Integer.getInteger("fuzz.rendered", 30);
    private static final long SEED = Long.getLong("fuzz.seed", 2);

    @Test
    void ofTwoForEachReader(@TempDir Path folder) {
        int rendered = 0;
        for (Target target : Target.values()) {
            rendered += rendered(target, folder.resolve(target.folder()), 1, 1);
        }
        assertTrue(rendered > Target.values().length / 2, rendered + " pass");
    }

    @ParameterizedTest
    @Tag("slow")
    @EnumSource
    void ofTheCorpusAndThirtyMore(Target target, @TempDir Path folder) {
        assertTrue(rendered(target, folder, Integer.MAX_VALUE, SOME) > 0, "none passes");
    }

    /** How many of some inputs of the corpus and some mutants are rendered. */
    private static int rendered(Target target, Path folder, int known, int mutants) {
        List<byte[]> corpus = new Corpus(target).inputs();
        Mutator mutator = new Mutator(target, SEED);
        List<byte[]> inputs = new ArrayList<>(corpus.stream().limit(known).toList());
        Stream.generate(() -> mutator.mutant(corpus)).limit(mutants).forEach(inputs::add);
        CommandTrial trial = new CommandTrial(target, folder);
        int rendered = 0;
        for (byte[] input : inputs) {
            try {
                rendered += trial.isRendered(input) ? 1 : 0;
            } catch (RuntimeException | Error e) {
                throw new AssertionError(
                        Corpus.name(input) + ": " + e + "\n" + new String(input, StandardCharsets.UTF_8), e);
            }
        }
        return rendered;
    }
}

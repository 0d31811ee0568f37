package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

@DisplayName("nianbao render --shard")
class ShardTest {
    private Workplace place;

    @BeforeEach
    void ownInputs(@TempDir Path folder) {
        place = new Workplace(folder);
        place.copyFromCheckout("inputs");
    }

    @Test
    void allPartsTogetherAreAllInputsAndNoneIsInTwo() {
        place.nianbao("render", "inputs", "--format", "html");
        Set<String> together = new TreeSet<>();
        for (int part = 0; part < 3; part++) {
            assertEquals(0, render(part + "/3", "part-" + part).status());
            for (String file : files("part-" + part)) {
                assertTrue(together.add(file), file);
                assertArrayEquals(place.bytes("output/" + file), place.bytes("part-" + part + "/" + file));
            }
        }
        assertEquals(files("output"), together);
    }

    /** python3 -c "import zlib; print([n for n in names if zlib.crc32(n.encode()) % 2 == 0])" */
    @Test
    void whichPartAnInputIsOfAnybodyCanReckon() {
        render("0/2", "even");
        assertEquals(
                Set.of("hengfeng-2021.html", "houma-2021.html", "yanshi-2021.html", "yima-2023.html"), files("even"));
    }

    @Test
    void neitherTheFolderNorTheOtherFilesHaveASayInIt() throws IOException {
        render("0/2", "before");
        Files.move(place.at("inputs"), place.at("elsewhere"));
        place.delete("elsewhere/yima-2023.yaml");
        place.nianbao("render", "elsewhere", "--shard", "0/2", "--format", "html", "--output", "after");
        Set<String> left = files("before");
        left.remove("yima-2023.html");
        assertEquals(left, files("after"));
    }

    @Test
    void aPartWithoutInputsIsDoneAtOnce() {
        Workplace.Run run = place.nianbao("render", "inputs/yima-2023.yaml", "--shard", "0/1000");
        assertAll(
                () -> assertEquals(0, run.status()),
                () -> assertEquals("", run.err()),
                () -> assertFalse(Files.exists(place.at("output"))));
    }

    @Test
    void inputsOfOneNameAreToldInEachPart() throws IOException {
        Files.copy(place.at("inputs/yima-2023.yaml"), place.at("inputs/yima-2023.yml"));
        List<String> told = Stream.of("0/2", "1/2")
                .map(part -> render(part, "output").err())
                .toList();
        assertEquals(told.get(0), told.get(1));
        assertTrue(told.get(0).contains("inputs/yima-2023.yaml, inputs/yima-2023.yml"), told.get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3/3", "1", "1/0", "-1/3", "1/3/5", "a/b", ""})
    void aPartThatIsNoneIsWrongUse(String typed) {
        Workplace.Run run = place.nianbao("render", "inputs", "--shard=" + typed);
        assertEquals(2, run.status());
        assertTrue(run.err().contains("“" + typed + "” is not a shard: write I/N"), run.err());
    }

    @Test
    void theJobForKubernetesHasAsManyPodsAsParts() throws IOException {
        Map<?, ?> job = (Map<?, ?>) new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Workplace.CHECKOUT.resolve("src/docs/kubernetes-job.yaml")));
        Map<?, ?> spec = (Map<?, ?>) job.get("spec");
        assertEquals("Indexed", spec.get("completionMode"));
        assertTrue(
                job.toString()
                        .contains(
                                "render, /reports/inputs, --output, /reports/output, --shard, $(JOB_COMPLETION_INDEX)/"
                                        + spec.get("completions") + "]"),
                job.toString());
    }

    private Workplace.Run render(String part, String output) {
        return place.nianbao("render", "inputs", "--shard", part, "--format", "html", "--output", output);
    }

    private Set<String> files(String folder) {
        if (!Files.isDirectory(place.at(folder))) {
            return new TreeSet<>();
        }
        try (Stream<Path> list = Files.list(place.at(folder))) {
            return list.map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals(".nianbao-state"))
                    .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

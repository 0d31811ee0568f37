package org.nianbao.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.SmallReport;
import org.nianbao.Workplace;

/** Each input of {@link HostileInputs} alone and beside good ones, in the memory that the launcher gives. */
@Tag("slow")
@DisplayName("A hostile input costs little")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher for a shell")
class HostileCostTest {
    /** In processor seconds, for one input, on a machine where a small report takes {@link #USUAL}. */
    private static final double MOST = 10;

    /** In MB, of all inputs together, with what Java needs beside its heap. */
    private static final long MOST_MEMORY = 768;

    private static final int GOOD = 8;

    private static final int SAMPLE = 8;

    /** In processor seconds: what a small report takes where nothing else runs. */
    private static final double USUAL = 1.8;

    @TempDir
    Path folder;

    private Workplace place;

    @BeforeEach
    void ownTemplates() {
        place = new Workplace(folder);
        place.copyFromCheckout("templates");
    }

    @TestFactory
    @DisplayName("alone")
    Stream<DynamicTest> alone() {
        return sample(List.copyOf(HostileInputs.all().entrySet()), Map.Entry::getKey)
                .map(kind -> DynamicTest.dynamicTest(kind.getKey(), () -> {
                    clear();
                    kind.getValue().write(place, "甲");
                    within(MOST, kind.getKey());
                }));
    }

    @TestFactory
    @DisplayName("with others, which are written")
    Stream<DynamicTest> withOthers() {
        List<Map.Entry<String, HostileInputs.Kind>> kinds =
                List.copyOf(HostileInputs.all().entrySet());
        int count = (kinds.size() + 3) / 4;
        List<List<Map.Entry<String, HostileInputs.Kind>>> groups = IntStream.range(0, count)
                .mapToObj(i -> IntStream.range(0, 4)
                        .mapToObj(k -> kinds.get((i + k * count) % kinds.size()))
                        .toList())
                .toList();
        return sample(groups, HostileCostTest::names).map(four -> {
            String names = names(four);
            return DynamicTest.dynamicTest(names, () -> {
                clear();
                for (int k = 0; k < 4; k++) {
                    four.get(k).getValue().write(place, "坏" + k);
                }
                List<String> good = new ArrayList<>();
                for (int k = 0; k < GOOD; k++) {
                    good.add("好" + k);
                    place.write(
                            "in/好" + k + ".yaml",
                            SmallReport.of("某县第" + k + "局", 2021).toString());
                }
                within(4 * MOST + GOOD, names);
                for (String name : good) {
                    assertTrue(Files.exists(place.at("output/" + name + ".pdf")), name);
                    assertTrue(Files.exists(place.at("output/" + name + ".docx")), name);
                    assertTrue(Files.exists(place.at("output/" + name + ".html")), name);
                }
            });
        });
    }

    private static String names(List<Map.Entry<String, HostileInputs.Kind>> kinds) {
        return kinds.stream().map(Map.Entry::getKey).collect(Collectors.joining(", "));
    }

    /** One in {@link #SAMPLE}; with {@code -Dhostile=REGEX} those of that name. */
    private static <T> Stream<T> sample(List<T> all, Function<T, String> name) {
        Optional<String> wanted = Optional.ofNullable(System.getProperty("hostile"));
        return IntStream.range(0, all.size())
                .filter(i -> wanted.map(regex -> name.apply(all.get(i)).matches(regex))
                        .orElse(i % SAMPLE == 0))
                .mapToObj(all::get);
    }

    private void clear() throws IOException {
        for (String name : List.of("in", "output")) {
            deleteTree(place.at(name));
        }
        Files.copy(
                Workplace.CHECKOUT.resolve("templates/information-disclosure/2019/prose.yaml"),
                place.at("templates/information-disclosure/2019/prose.yaml"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static void deleteTree(Path top) throws IOException {
        if (Files.exists(top)) {
            try (Stream<Path> files = Files.walk(top)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** How much slower than usual the machine is at the moment. */
    private double slowness() throws IOException {
        clear();
        place.write("in/好.yaml", SmallReport.of("某县档案局", 2021).toString());
        Program program =
                Program.start(folder, Map.of("LC_ALL", "C.UTF-8"), "render", "in", "--templates", "templates");
        Cost cost = Cost.of(program.process());
        assertEquals(0, program.end().status());
        return Math.max(1, cost.seconds() / USUAL);
    }

    private void within(double most, String what) throws IOException {
        Program program =
                Program.start(folder, Map.of("LC_ALL", "C.UTF-8"), "render", "in", "--templates", "templates");
        Cost cost = Cost.of(program.process());
        Workplace.Run run = program.end();
        System.out.printf(
                "%6.2f s %4d MB %d %s: %s%n",
                cost.seconds(),
                cost.megabytes(),
                run.status(),
                what,
                run.err()
                        .lines()
                        .filter(line -> line.contains("error "))
                        .findFirst()
                        .map(line -> line.substring(0, Math.min(150, line.length())))
                        .orElse(""));
        assertTrue(run.status() <= 1, run.err());
        assertFalse(run.err().contains("program-fault") || run.err().contains("\tat "), run.err());
        assertTrue(cost.seconds() < most || cost.seconds() < most * slowness(), cost + ": " + run.err());
        assertTrue(cost.megabytes() < MOST_MEMORY, cost + ": " + run.err());
    }
}

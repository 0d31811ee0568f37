package org.nianbao.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.nianbao.ProcessorTime;
import org.nianbao.Workplace;
import org.nianbao.invariant.RenderedReport;
import org.nianbao.invariant.SameText;

/**
 * Runs {@code check} and {@code render} on inputs: what passes the one is written by the other in every format and with the
 * same words; nothing else is written, and neither command fails by a fault of its own.
 */
final class CommandTrial {
    /** Of the processor, for both commands. */
    private static final double SECONDS = 30;

    private static final String OUTPUT = "output";

    private final Target target;
    private final Workplace place;
    private final Surroundings surroundings;

    CommandTrial(Target target, Path folder) {
        this.target = target;
        this.place = new Workplace(folder);
        this.surroundings = new Surroundings(target, place);
    }

    /** Whether the report was rendered. */
    boolean isRendered(byte[] input) {
        delete(place.at(OUTPUT));
        surroundings.put(input);
        Map<String, ByteBuffer> before = others();
        boolean isRendered = ProcessorTime.within(SECONDS, this::isRendered);
        assertEquals(before, others(), "something else was written");
        if (isRendered) {
            RenderedReport report = new RenderedReport("a", List.of(), place, OUTPUT + "/a");
            assertEquals(List.of(), new SameText().faults(report));
        }
        return isRendered;
    }

    private boolean isRendered() {
        Workplace.Run check = run(target == Target.UNITS ? "overview --units " + target.file() : "check");
        String mode = target == Target.STATE ? " --continue --clean" : "";
        Workplace.Run render = run("render --format html,pdf,docx,ofd" + mode);
        boolean passes = check.status() == 0 && !check.out().contains(" to-fill-in: ");
        if (target != Target.UNITS && target != Target.FONT) { // a report of which check reads nothing
            assertEquals(passes, render.status() == 0, check.out() + render.err());
        }
        for (String format : RenderedReport.FORMATS) {
            assertEquals(render.status() == 0, Files.exists(place.at(OUTPUT + "/a." + format)), format);
        }
        return render.status() == 0;
    }

    private Workplace.Run run(String words) {
        Workplace.Run run = place.nianbao(surroundings.command(words.split(" ")));
        String said = run.out() + run.err();
        assertTrue(run.status() <= 1, () -> run.status() + " " + said);
        assertFalse(said.contains("program-fault"), said);
        assertFalse(said.chars().anyMatch(c -> c != '\n' && Character.isISOControl(c)), said);
        return run;
    }

    /** The files outside the output folder. */
    private Map<String, ByteBuffer> others() {
        Map<String, ByteBuffer> others = new TreeMap<>();
        try (Stream<Path> files = Files.walk(place.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = place.folder().relativize(file).toString();
                if (!name.startsWith(OUTPUT) && !name.endsWith(".ttf")) {
                    others.put(name, ByteBuffer.wrap(Files.readAllBytes(file)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return others;
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

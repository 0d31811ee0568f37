package org.nianbao.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.nianbao.Workplace;

/** The inputs of a target that together reach all that was ever reached, and those that were a fault once. */
final class Corpus {
    private static final Path ALL = Workplace.CHECKOUT.resolve("src/test/resources/fuzz");

    /** Begins the names of those that a person wrote; they stay. */
    private static final String KEPT = "kept-";

    /** The probes for which an input is worth keeping. */
    private static final int LEAST = 5;

    private final Path folder;
    private final String ending;

    Corpus(Target target) {
        this.folder = ALL.resolve(target.folder());
        this.ending = target.file().substring(target.file().lastIndexOf('.'));
    }

    /** Those that a person wrote first. */
    List<byte[]> inputs() {
        try (Stream<Path> files = Files.list(folder)) {
            List<byte[]> inputs = new ArrayList<>();
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                inputs.add(Files.readAllBytes(file));
            }
            return inputs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the shortest inputs that together reach nearly the same as all. */
    void replace(List<byte[]> inputs, Coverage nothingReached) {
        try {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    if (file.getFileName().toString().startsWith(KEPT)) {
                        nothingReached.gain(Files.readAllBytes(file));
                    } else {
                        Files.delete(file);
                    }
                }
            }
            for (byte[] input : inputs.stream()
                    .sorted(Comparator.comparingInt(input -> input.length))
                    .toList()) {
                if (nothingReached.gain(input) >= LEAST) {
                    Files.write(folder.resolve(name(input) + ending), input);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(byte[] input) {
        CRC32 sum = new CRC32();
        sum.update(input);
        return "%08x".formatted(sum.getValue());
    }
}

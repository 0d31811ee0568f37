package org.nianbao.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Writes synthetic inputs to measure with. */
public final class SyntheticReports {
    private static final long SEED = 1;
    private static final int YEAR = 2025;

    private SyntheticReports() {}

    /**
     * {@code FOLDER COUNT [FROM]}: writes COUNT inputs into a folder, beginning with number FROM, counted from 0. So several
     * runs can share a large set.
     */
    public static void main(String[] arguments) {
        write(
                Path.of(arguments[0]),
                arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0,
                Integer.parseInt(arguments[1]));
    }

    /**
     * Writes inputs about {@value #YEAR}. The same number gives the same input. Numbers 0 to 59 are a county, 0 to 649 a city.
     *
     * @param folder created if it does not exist
     * @param from number of the first input, counted from 0
     */
    public static void write(Path folder, int from, int count) {
        if (from + count > Agency.most()) {
            throw new IllegalArgumentException("There are names for " + Agency.most() + " agencies.");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        IntStream.range(from, from + count).parallel().forEach(index -> write(folder, index));
    }

    private static void write(Path folder, int index) {
        SyntheticReport report = SyntheticReport.of(SEED, index, YEAR);
        try {
            Files.writeString(folder.resolve(report.agency().file()), report.yaml());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.nianbao.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** As many inputs as anybody wants to measure with. */
public final class SyntheticReports {
    private static final long SEED = 1;
    private static final int YEAR = 2025;

    private SyntheticReports() {}

    /**
     * {@code FOLDER COUNT [FROM]}: writes that many inputs into a folder, from a number on that is counted from 0. So a part
     * of many can be made by itself.
     */
    public static void main(String[] arguments) {
        write(
                Path.of(arguments[0]),
                arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0,
                Integer.parseInt(arguments[1]));
    }

    /**
     * Writes inputs about {@value #YEAR}, the same ones each time. The first 60 are those of one county, the first 650 those
     * of a city.
     *
     * @param folder is made if it is not there
     * @param from number of the first one, counted from 0
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

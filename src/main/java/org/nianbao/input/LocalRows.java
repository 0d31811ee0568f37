package org.nianbao.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that add rows to a form. They are in an input's folder or below it. */
public final class LocalRows {
    /** The end of such a file's name; inputs never end in it. */
    public static final String ENDING = "form.yaml";

    private LocalRows() {}

    /** Whether a file has local rows, by its name. */
    public static boolean isOne(Path file) {
        return isNamed(file, ENDING);
    }

    /** Whether a file's name is {@code ending}, in small or capital letters, perhaps behind another word and a dot. */
    static boolean isNamed(Path file, String ending) {
        return ("." + file.getFileName()).toLowerCase(Locale.ROOT).endsWith("." + ending);
    }

    /**
     * The file that an input names; empty if it does not exist or is outside the input's folder.
     *
     * @param name relative to the input's folder; a folder stands for the {@code form.yaml} in it
     */
    public static Optional<Path> beside(Path input, String name) {
        return within(input, name)
                .map(named -> Files.isDirectory(named) ? named.resolve(ENDING) : named)
                .filter(file -> isOne(file) && within(input, file.toString()).isPresent());
    }

    /** The names by which an input in a folder may refer to the files in it, at most {@code limit}. */
    public static List<String> in(Path folder, int limit) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(LocalRows::isOne)
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .limit(limit)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** A file or folder that an input names, with that path; empty if it does not exist or is outside the input's folder. */
    static Optional<Path> within(Path input, String name) {
        try {
            Path folder = input.toAbsolutePath().resolveSibling("").toRealPath();
            Path named = folder.resolve(name);
            return !name.isBlank() && named.toRealPath().startsWith(folder) ? Optional.of(named) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}

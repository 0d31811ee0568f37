package org.nianbao.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files stand that add rows to a form: in an input's folder or below, and nowhere else. */
public final class LocalRows {
    /** How the name of such a file ends, so that nobody takes it for an input. */
    public static final String ENDING = "form.yaml";

    private LocalRows() {}

    /** Whether a file is one by its name. */
    public static boolean isOne(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.equals(ENDING) || name.endsWith("." + ENDING);
    }

    /**
     * The file that an input names.
     *
     * @param input the file that names it
     * @param name relative to the input's folder; a folder stands for the {@code form.yaml} in it
     * @return nothing if there is no such file there
     */
    public static Optional<Path> beside(Path input, String name) {
        try {
            Path folder = Optional.ofNullable(input.toAbsolutePath().getParent())
                    .orElseThrow()
                    .toRealPath();
            Path named = folder.resolve(name);
            Path file = Files.isDirectory(named) ? named.resolve(ENDING) : named;
            return isOne(file) && !name.isBlank() && file.toRealPath().startsWith(folder)
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}

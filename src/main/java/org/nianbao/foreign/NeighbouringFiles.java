package org.nianbao.foreign;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files in the folder of a document or below it, such as browsers save with a page. */
public final class NeighbouringFiles {
    private final Optional<Path> folder;

    private NeighbouringFiles(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Those of a folder. */
    public static NeighbouringFiles in(Path folder) {
        return new NeighbouringFiles(Optional.of(folder));
    }

    /** No files. */
    public static NeighbouringFiles none() {
        return new NeighbouringFiles(Optional.empty());
    }

    /**
     * Reads a file.
     *
     * @param name a relative path with {@code /}, maybe with characters in percent; one that leads out of the folder is none
     * @return nothing if there is no such file, or it is larger than {@link Limits#PICTURE}
     */
    public Optional<byte[]> read(String name) {
        if (folder.isEmpty() || name.isBlank() || name.contains(":") || name.startsWith("/") || name.contains("\\")) {
            return Optional.empty();
        }
        try {
            Path home = folder.get().toRealPath();
            String plain =
                    URLDecoder.decode(name.replace("+", "%2B").replaceFirst("[?#].*$", ""), StandardCharsets.UTF_8);
            Path file = home.resolve(plain).toRealPath();
            boolean inside = file.startsWith(home) && Files.isRegularFile(file);
            return inside && Files.size(file) <= Limits.PICTURE
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) { // or no path at all
            return Optional.empty();
        }
    }
}

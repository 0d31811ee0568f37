package org.nianbao.output;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The folder of the documents. A file appears there complete, or the earlier file stays. */
public final class OutputFolder {
    private final Path folder;

    /** Whether the folder exists and was swept. */
    private volatile boolean ready;

    /** Refers to a folder; it is created with the first file. */
    public OutputFolder(Path folder) {
        this.folder = folder;
    }

    /** The path of a file in the folder. */
    public Path place(String name) {
        return folder.resolve(name);
    }

    /**
     * Adds a new file.
     *
     * @param name without a folder
     * @throws FileAlreadyExistsException if the name is taken; that file stays
     * @throws IOException if it cannot be written; then it does not exist
     */
    public void add(String name, byte[] bytes) throws IOException {
        try (AtomicFile file = write(bytes)) {
            file.moveTo(folder.resolve(name));
        }
    }

    /**
     * Adds or replaces files: writes all of them under temporary names, then moves each atomically. A link is replaced, not
     * followed.
     *
     * @param files by name without a folder
     * @throws IOException if one cannot be written; then none was replaced, unless a move failed
     */
    public void put(Map<String, byte[]> files) throws IOException {
        Map<Path, AtomicFile> written = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path target = folder.resolve(file.getKey());
                if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
                    throw new FileAlreadyExistsException(target.toString(), null, "is a folder");
                }
                written.put(target, write(file.getValue()));
            }
            for (Map.Entry<Path, AtomicFile> file : written.entrySet()) {
                file.getValue().replace(file.getKey());
            }
        } finally {
            for (AtomicFile file : written.values()) {
                file.close();
            }
        }
    }

    /** Replaces the bytes of a file atomically; its permissions stay. */
    public static void replace(Path file, byte[] bytes) throws IOException {
        boolean hasPermissions = Files.getFileStore(file).supportsFileAttributeView("posix");
        Set<PosixFilePermission> permissions = hasPermissions ? Files.getPosixFilePermissions(file) : Set.of();
        Path whole = file.toAbsolutePath();
        new OutputFolder(Objects.requireNonNull(whole.getParent()))
                .put(Map.of(String.valueOf(whole.getFileName()), bytes));
        if (hasPermissions) {
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    /**
     * Keeps the present bytes of a file under another name before it is replaced.
     *
     * @return the other name: {@code NAME.bak-1}, or with the next number that is free
     * @throws IOException if that file cannot be made
     */
    public String keep(String name) throws IOException {
        for (int number = 1; ; number++) {
            String other = name + ".bak-" + number;
            try {
                Files.createLink(folder.resolve(other), folder.resolve(name));
                return other;
            } catch (FileAlreadyExistsException taken) {
                // try the next number
            } catch (IOException | UnsupportedOperationException noLinks) {
                try {
                    Files.copy(folder.resolve(name), folder.resolve(other));
                    return other;
                } catch (FileAlreadyExistsException taken) {
                    // try the next number
                }
            }
        }
    }

    /** Deletes the temporary files of killed runs. */
    public void tidy() {
        if (Files.isDirectory(folder)) {
            AtomicFile.sweep(folder);
        }
    }

    /** Creates the folder unless it exists. */
    public void create() throws IOException {
        if (!ready) {
            Files.createDirectories(folder);
            AtomicFile.sweep(folder);
            ready = true;
        }
    }

    private AtomicFile write(byte[] bytes) throws IOException {
        create();
        return AtomicFile.write(folder, bytes);
    }
}

package org.nianbao.output;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The folder that reports go to. A file appears there whole, or the one that was there stays as it was. */
public final class OutputFolder {
    private final Path folder;

    /** Whether it is there, without remnants of earlier runs. */
    private volatile boolean ready;

    /** The folder; it is made when the first file goes into it. */
    public OutputFolder(Path folder) {
        this.folder = folder;
    }

    /** Where a file of that name goes. */
    public Path place(String name) {
        return folder.resolve(name);
    }

    /**
     * Puts a new file into the folder.
     *
     * @param name of the file, which holds no folder
     * @throws FileAlreadyExistsException if there is something of that name; it stays as it is
     * @throws IOException if it cannot be written; then it is not there
     */
    public void add(String name, byte[] bytes) throws IOException {
        try (AtomicFile part = part(bytes)) {
            part.name(folder.resolve(name));
        }
    }

    /**
     * Puts files into the folder: first all under other names, then each by an atomic move. A link that has the name of one
     * is replaced, not followed.
     *
     * @param files by name, which holds no folder
     * @throws IOException if one of them cannot be written; then none was replaced, unless a move itself failed
     */
    public void put(Map<String, byte[]> files) throws IOException {
        Map<Path, AtomicFile> parts = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path whole = folder.resolve(file.getKey());
                if (Files.isDirectory(whole, LinkOption.NOFOLLOW_LINKS)) {
                    throw new FileAlreadyExistsException(whole.toString(), null, "is a folder");
                }
                parts.put(whole, part(file.getValue()));
            }
            for (Map.Entry<Path, AtomicFile> part : parts.entrySet()) {
                part.getValue().replace(part.getKey());
            }
        } finally {
            for (AtomicFile part : parts.values()) {
                part.close();
            }
        }
    }

    /** Removes what killed runs left there. */
    public void tidy() {
        if (Files.isDirectory(folder)) {
            AtomicFile.sweep(folder);
        }
    }

    private AtomicFile part(byte[] bytes) throws IOException {
        if (!ready) {
            Files.createDirectories(folder);
            AtomicFile.sweep(folder);
            ready = true;
        }
        return AtomicFile.of(folder, bytes);
    }
}

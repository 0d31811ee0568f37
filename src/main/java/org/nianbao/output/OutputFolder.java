package org.nianbao.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** The folder that reports go to. A file appears there whole, or the one that was there stays as it was. */
public final class OutputFolder {
    private final Path folder;

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
     * @throws java.nio.file.FileAlreadyExistsException if there is something of that name; it stays as it is
     * @throws IOException if it cannot be written; then it is not there
     */
    public void add(String name, byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        Path part = folder.resolve("." + name + ".part");
        try {
            Files.write(part, bytes);
            Files.move(part, folder.resolve(name));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Puts files into the folder: first all under other names, then each by an atomic move.
     *
     * @param files by name, which holds no folder
     * @throws IOException if one of them cannot be written; then none was replaced, unless a move itself failed
     */
    public void put(Map<String, byte[]> files) throws IOException {
        Map<Path, Path> moves = new LinkedHashMap<>();
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path whole = folder.resolve(file.getKey());
                Path part = folder.resolve("." + file.getKey() + ".part");
                moves.put(part, whole);
                Files.write(part, file.getValue());
            }
            for (Map.Entry<Path, Path> move : moves.entrySet()) {
                Files.move(
                        move.getKey(),
                        move.getValue(),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            for (Path part : moves.keySet()) {
                Files.deleteIfExists(part);
            }
        }
    }
}

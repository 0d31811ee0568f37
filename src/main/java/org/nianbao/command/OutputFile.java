package org.nianbao.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.output.OutputFolder;

/** The file that a command writes. A symbolic link is followed. */
final class OutputFile {
    private final Path typed;
    private final Path place;

    /**
     * @param inputs each with its name as typed
     * @throws UsageError if the file is one of them
     */
    OutputFile(Path typed, Folders folders, Map<Path, String> inputs) {
        this.typed = typed;
        this.place = folders.at(typed).toAbsolutePath().normalize();
        inputs.forEach((input, name) -> {
            if (input.toAbsolutePath().normalize().equals(place)) {
                throw new UsageError(Message.of("output-is-input", name));
            }
        });
    }

    /** Writes the file, whole or not at all; returns whether it was written. If not, there is an error. */
    boolean write(byte[] bytes, Diagnostics diagnostics) {
        try {
            if (Files.exists(place) && !Files.isRegularFile(place) && !Files.isDirectory(place)) {
                Files.write(place, bytes); // a device or a pipe cannot be replaced
                return true;
            }
            Path file = Files.isSymbolicLink(place) && Files.exists(place) ? place.toRealPath() : place;
            OutputFolder folder = new OutputFolder(Objects.requireNonNull(file.getParent()));
            folder.put(Map.of(String.valueOf(file.getFileName()), bytes));
            return true;
        } catch (IOException e) {
            diagnostics.add(Diagnostic.unwritable(typed, e));
            return false;
        }
    }

    /** The path as typed. */
    @Override
    public String toString() {
        return typed.toString();
    }
}

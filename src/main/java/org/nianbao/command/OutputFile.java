package org.nianbao.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.output.OutputFolder;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The one file that a command writes. A link is followed: the person named it. */
final class OutputFile {
    private final Main main;
    private final Path typed;
    private final Path place;

    OutputFile(Main main, Path typed) {
        this.main = main;
        this.typed = typed;
        this.place = main.at(typed).toAbsolutePath().normalize();
    }

    /**
     * Sees to it that no input is replaced.
     *
     * @param files the inputs, each with its name as the person typed it
     * @throws ParameterException if it is one of them
     */
    void requireIsNoInput(Map<Path, String> files, @Nullable CommandSpec command) {
        files.forEach((file, name) -> {
            if (file.toAbsolutePath().normalize().equals(place)) {
                throw main.wrongUse(command, Message.of("output-is-input", name));
            }
        });
    }

    /** Whether the bytes are now in the file, whole; if they cannot be, that is told. */
    boolean put(byte[] bytes) {
        try {
            if (Files.exists(place) && !Files.isRegularFile(place) && !Files.isDirectory(place)) {
                Files.write(place, bytes); // a device or a pipe is written to, not replaced
                return true;
            }
            Path file = Files.isSymbolicLink(place) && Files.exists(place) ? place.toRealPath() : place;
            OutputFolder folder = new OutputFolder(Objects.requireNonNull(file.getParent()));
            folder.put(Map.of(String.valueOf(file.getFileName()), bytes));
            return true;
        } catch (IOException e) {
            main.tell(List.of(Diagnostic.unwritable(typed, e)));
            return false;
        }
    }

    /** As the person typed it. */
    @Override
    public String toString() {
        return typed.toString();
    }
}

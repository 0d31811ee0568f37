package org.nianbao.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.output.OutputFolder;

/** The file that a command writes. A symbolic link is followed. */
final class OutputFile {
    /** Files that are read, never written: inputs, pictures, fonts, templates. */
    private static final Pattern SOURCE = Pattern.compile("(?is).*\\.(ya?ml|png|jpe?g|svg|ttf|otf|ttc|ftlh|css)");

    private final Path typed;
    private final Path place;

    /**
     * @param read other files and folders that the command was given; nothing is written below {@code templates}
     * @throws UsageError if the file exists and is one that the program reads
     */
    OutputFile(Path typed, Folders folders, List<Path> read, Path templates) {
        this.typed = typed;
        this.place = folders.at(typed).toAbsolutePath().normalize();
        try {
            if (Files.isRegularFile(place)) {
                for (Path other : read) {
                    if (Files.exists(folders.at(other)) && Files.isSameFile(place, folders.at(other))) {
                        throw new UsageError(Message.of("output-is-input", typed, other));
                    }
                }
                Path real = place.toRealPath();
                if (SOURCE.matcher(real.toString()).matches() || real.startsWith(templates.toRealPath())) {
                    throw new UsageError(Message.of("output-is-source", typed));
                }
            }
        } catch (IOException e) {
            throw new CommandFailed(List.of(Diagnostic.unwritable(typed, e)));
        }
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

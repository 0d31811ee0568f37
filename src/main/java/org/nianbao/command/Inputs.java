package org.nianbao.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.pipeline.Renderer;

/** Finds the input files that a command line speaks of. */
final class Inputs {
    private final Main main;
    private final Diagnostics diagnostics;

    Inputs(Main main, Diagnostics diagnostics) {
        this.main = main;
        this.diagnostics = diagnostics;
    }

    /**
     * The files, each with its name as the person typed it: a folder stands for every {@code .yaml} and {@code .yml} in
     * it, sorted by name.
     */
    Map<Path, String> find(List<Path> typed) {
        Map<Path, String> files = new LinkedHashMap<>();
        for (Path path : typed) {
            if (Files.isDirectory(main.at(path))) {
                folder(path, files);
            } else if (Files.exists(main.at(path))) {
                add(path, files);
            } else {
                diagnostics.add(Diagnostic.error(
                        "no-input",
                        Message.of("no-input", path),
                        Message.of("no-input.help", main.at(Path.of("")).toAbsolutePath())));
            }
        }
        return files;
    }

    private void folder(Path folder, Map<Path, String> files) {
        try (Stream<Path> list = Files.list(main.at(folder))) {
            List<Path> found = list.map(path -> folder.resolve(path.getFileName()))
                    .filter(Renderer::isInput)
                    .sorted()
                    .toList();
            Path real = main.at(folder).toRealPath();
            for (Path path : found) {
                if (main.at(path).toRealPath().startsWith(real)) {
                    add(path, files);
                } else {
                    diagnostics.add(Diagnostic.error(
                            "input-outside", Message.of("input-outside", path), Message.of("input-outside.help")));
                }
            }
            if (found.isEmpty()) {
                diagnostics.add(Diagnostic.error("no-yaml", Message.of("no-yaml", folder), Message.of("no-yaml.help")));
            }
        } catch (IOException e) {
            diagnostics.add(
                    Diagnostic.error("unreadable", Message.of("unreadable", folder), Message.of("unreadable.help")));
        }
    }

    private void add(Path path, Map<Path, String> files) {
        files.putIfAbsent(main.at(path), path.toString());
    }

    /** The files without those whose documents would have the name of another one's: each of these is a problem. */
    Map<Path, String> withOwnNames(Map<Path, String> files) {
        Map<String, String> names = new HashMap<>();
        Map<Path, String> kept = new LinkedHashMap<>();
        files.forEach((file, typed) -> {
            String base = Renderer.baseName(file);
            String other = names.putIfAbsent(base, typed);
            if (other == null) {
                kept.put(file, typed);
            } else {
                diagnostics.add(Diagnostic.error(
                        "same-name",
                        Message.of("same-name", base, other + ", " + typed),
                        Message.of("same-name.help")));
            }
        });
        return kept;
    }
}

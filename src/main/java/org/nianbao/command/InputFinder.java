package org.nianbao.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.pipeline.Renderer;
import org.nianbao.recognition.DocumentReader;

/** Finds the input files of a command line. */
record InputFinder(Folders folders, Diagnostics diagnostics) {
    /**
     * The inputs, each with its name as typed. A folder means its {@code .yaml} and {@code .yml} files (capital
     * letters too), sorted by name; a link out of the folder is an error.
     */
    Map<Path, String> find(List<Path> typed) {
        return find(typed, Renderer::isInput);
    }

    /** The inputs and the reports in documents of other programs; of those with one name in a folder, an input if there is one. */
    Map<Path, String> findReports(List<Path> typed) {
        return find(typed, path -> Renderer.isInput(path) || DocumentReader.isSent(path.toString()));
    }

    private Map<Path, String> find(List<Path> typed, Predicate<Path> isReport) {
        Map<Path, String> files = new LinkedHashMap<>();
        for (Path path : typed) {
            if (Files.isDirectory(folders.at(path))) {
                addFolder(path, isReport, files);
            } else if (Files.exists(folders.at(path))) {
                add(path, files);
            } else {
                diagnostics.add(Diagnostic.error(
                        "no-input", path, folders.at(Path.of("")).toAbsolutePath()));
            }
        }
        return files;
    }

    private void addFolder(Path folder, Predicate<Path> isReport, Map<Path, String> files) {
        Set<String> names = new HashSet<>();
        try (Stream<Path> list = Files.list(folders.at(folder))) {
            List<Path> found = list.map(path -> folder.resolve(path.getFileName()))
                    .filter(isReport)
                    .sorted(Comparator.comparing(Renderer::isInput).reversed().thenComparing(Comparator.naturalOrder()))
                    .filter(path -> names.add(Renderer.baseName(path)) || Renderer.isInput(path))
                    .sorted()
                    .toList();
            Path real = folders.at(folder).toRealPath();
            for (Path path : found) {
                if (folders.at(path).toRealPath().startsWith(real)) {
                    add(path, files);
                } else {
                    diagnostics.add(Diagnostic.error("input-outside", path));
                }
            }
            if (found.isEmpty()) {
                diagnostics.add(Diagnostic.error("no-yaml", folder));
            }
        } catch (IOException e) {
            diagnostics.add(Diagnostic.error("unreadable", folder));
        }
    }

    private void add(Path path, Map<Path, String> files) {
        files.putIfAbsent(folders.at(path), path.toString());
    }

    /** The files without those whose documents would overwrite the documents of an earlier one; each is an error. */
    Map<Path, String> withDistinctNames(Map<Path, String> files) {
        Map<String, String> names = new HashMap<>();
        Map<Path, String> kept = new LinkedHashMap<>();
        files.forEach((file, typed) -> {
            String base = Renderer.baseName(file);
            String other = names.putIfAbsent(base, typed);
            if (other == null) {
                kept.put(file, typed);
            } else {
                diagnostics.add(Diagnostic.error("same-name", base, other + ", " + typed));
            }
        });
        return kept;
    }
}

package org.nianbao.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;

/** Reads a file of the templates together with the files that it is based on. */
final class Layers {
    /** The field that names the file that this one is based on, relative to its folder. */
    static final String BASED_ON = "based-on";

    private final Path templates;
    private final Map<Path, Optional<YamlNode>> known;
    private final Diagnostics diagnostics;

    /** The files read so far, each based on the next one. */
    private final List<Path> files = new ArrayList<>();

    private Layers(Path templates, Map<Path, Optional<YamlNode>> known, Diagnostics diagnostics) {
        this.templates = templates.toAbsolutePath().normalize();
        this.known = known;
        this.diagnostics = diagnostics;
    }

    /**
     * Reads a file over its bases; empty if one of them cannot be read.
     *
     * @param templates the folder that must hold all of them
     * @param known files that were read before, without their bases; gets those that are read now
     */
    static Optional<YamlNode> read(
            Path file, Path templates, Map<Path, Optional<YamlNode>> known, Diagnostics diagnostics) {
        return new Layers(templates, known, diagnostics).read(file);
    }

    private Optional<YamlNode> read(Path file) {
        files.add(file.toAbsolutePath().normalize());
        return known.computeIfAbsent(file, key -> YamlFile.template(key, diagnostics))
                .flatMap(root ->
                        root.value(BASED_ON).map(name -> over(name, root)).orElse(Optional.of(root)));
    }

    private Optional<YamlNode> over(YamlNode name, YamlNode root) {
        Path base = Path.of(root.source().name()).resolveSibling(name.text()).normalize();
        Path whole = base.toAbsolutePath().normalize();
        if (!isInside(whole) || files.contains(whole)) {
            diagnostics.add(Diagnostic.error("no-base", name.place(), name.text()));
            return Optional.empty();
        }
        return read(base).map(found -> root.over(found, diagnostics));
    }

    /** Whether it is a file of the templates folder, by its name and where links lead. */
    private boolean isInside(Path file) {
        try {
            return file.startsWith(templates)
                    && Files.isRegularFile(file)
                    && file.toRealPath().startsWith(templates.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}

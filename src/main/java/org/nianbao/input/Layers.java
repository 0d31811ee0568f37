package org.nianbao.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;

/** One of the program's own data files together with those that it is based on. */
final class Layers {
    /** Names the file that a file is based on, as seen from its folder. */
    static final String BASED_ON = "based-on";

    private final Path templates;
    private final Diagnostics diagnostics;
    private final List<Path> under = new ArrayList<>();

    private Layers(Path templates, Diagnostics diagnostics) {
        this.templates = templates.toAbsolutePath().normalize();
        this.diagnostics = diagnostics;
    }

    /**
     * Reads a file.
     *
     * @param templates the folder that none of its bases may be outside of
     * @return its mapping over those of its bases, or nothing where {@code diagnostics} tells what is wrong with one of them
     */
    static Optional<YamlNode> read(Path file, Path templates, Diagnostics diagnostics) {
        return new Layers(templates, diagnostics).read(file);
    }

    private Optional<YamlNode> read(Path file) {
        under.add(file.toAbsolutePath().normalize());
        return YamlFile.read(file, file.toString(), diagnostics)
                .flatMap(source -> YamlFile.ofTemplate(source).mapping(diagnostics))
                .flatMap(this::overBase);
    }

    private Optional<YamlNode> overBase(YamlNode root) {
        YamlNode.Entry named = root.entries(new Diagnostics()).get(BASED_ON);
        if (named == null) {
            return Optional.of(root);
        }
        Path base = Path.of(root.source().name()).resolveSibling(named.value().text());
        Path whole = base.toAbsolutePath().normalize();
        if (!isInside(whole) || under.contains(whole)) {
            diagnostics.add(Diagnostic.error(
                    "no-base", named.value().place(), named.value().text()));
            return Optional.empty();
        }
        return read(base).map(root::over);
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

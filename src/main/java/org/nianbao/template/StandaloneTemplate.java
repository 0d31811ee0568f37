package org.nianbao.template;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.nianbao.diagnostic.Diagnostics;

/** A template that belongs to no form, such as that of the page a check writes. Thread-safe. */
public final class StandaloneTemplate {
    private final TemplateFolder folder;
    private final String name;

    private StandaloneTemplate(TemplateFolder folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** Parses a template directly in the templates folder; empty if it has errors, which {@code diagnostics} gets. */
    public static Optional<StandaloneTemplate> open(Path folder, String name, Diagnostics diagnostics) {
        TemplateFolder templates = new TemplateFolder(folder);
        return templates.parses(name, Path.of(name), diagnostics)
                ? Optional.of(new StandaloneTemplate(templates, name))
                : Optional.empty();
    }

    /**
     * Fills the template.
     *
     * @param data a record marked {@link TemplateData}, or a map: the variables of the template
     * @param more additional variables
     * @param diagnostics gets the errors in the template; then the result is empty
     */
    public Optional<String> fill(Object data, Map<String, ?> more, Diagnostics diagnostics) {
        return folder.fill(name, Path.of(name), data, more, diagnostics);
    }

    /** HTML that a template prints unescaped. */
    public static Object markup(String html) {
        return TemplateFolder.markup(html);
    }
}

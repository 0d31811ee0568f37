package org.nianbao.template;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.nianbao.diagnostic.Diagnostics;

/**
 * One template that is no report's, such as the list of what a check found. It is under the same rule as those of
 * reports: it gets data only. Thread-safe.
 */
public final class Sheet {
    private final TemplateFolder folder;
    private final String name;

    private Sheet(TemplateFolder folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /**
     * Opens a template.
     *
     * @param folder the templates folder
     * @param name of the file, which stands right in that folder
     * @param diagnostics gets whatever is wrong with it; then there is no sheet
     */
    public static Optional<Sheet> open(Path folder, String name, Diagnostics diagnostics) {
        TemplateFolder templates = new TemplateFolder(folder);
        return templates.has(name, Path.of(name), diagnostics)
                ? Optional.of(new Sheet(templates, name))
                : Optional.empty();
    }

    /**
     * Fills the template.
     *
     * @param model maps, lists, strings, numbers and truth values, and what {@link #markup} gives
     * @param diagnostics gets whatever is wrong with the template; then there is no text
     */
    public Optional<String> fill(Map<String, Object> model, Diagnostics diagnostics) {
        return folder.fill(name, Path.of(name), model, diagnostics);
    }

    /** HTML that the template puts in as it is; every other string is escaped. */
    public static Object markup(String html) {
        return TemplateFolder.markup(html);
    }
}

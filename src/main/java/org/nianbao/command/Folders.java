package org.nianbao.command;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folders of a run.
 *
 * @param current relative paths start here
 * @param home the installed program. In a checkout, the folder two levels up holds the templates
 */
public record Folders(Path current, Path home) {
    /** A path that the user typed. */
    Path at(Path typed) {
        return current.resolve(typed);
    }

    /** The program's own templates; in a checkout, the checkout's, so that an edit takes effect. */
    Path templates() {
        Path checkout = home.resolve("../../templates").normalize();
        return Files.isDirectory(checkout) ? checkout : home.resolve("templates");
    }

    /** What the build prepared: see {@link PrepareCommand}. */
    Path prepared() {
        return home.resolve("prepared");
    }

    /** A file that changes with the program: the manifest of its jar names the versions of all libraries. */
    Path program() {
        return home.resolve("lib").resolve("nianbao.jar");
    }
}

package org.nianbao.fuzz;

import java.util.Locale;

/** A reader that is fuzzed, by the file that it reads. */
enum Target {
    INPUT("a.yaml"),
    PROSE("prose.txt"),
    LOCAL_ROWS("a.form.yaml"),
    UNITS("units.yaml"),
    FORM("templates/form/form.yaml"),
    PROSE_RULES("templates/form/prose.yaml"),
    TYPOGRAPHY("templates/typography.yaml"),
    SVG("a.svg"),
    PNG("a.png"),
    JPEG("a.jpg"),
    FONT("fonts/a.ttf"),
    STATE("output/.nianbao-state");

    private final String file;

    Target(String file) {
        this.file = file;
    }

    /** Relative to the folder in which it is fuzzed. */
    String file() {
        return file;
    }

    boolean isPicture() {
        return this == PNG || this == JPEG || this == SVG;
    }

    /** Whether the file belongs to the templates, or to an input with a form of its own. */
    boolean hasOwnForm() {
        return this == LOCAL_ROWS || this == FORM || this == PROSE_RULES || this == TYPOGRAPHY;
    }

    boolean isText() {
        return this != PNG && this != JPEG && this != FONT;
    }

    /** The name of its folder in the corpus. */
    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

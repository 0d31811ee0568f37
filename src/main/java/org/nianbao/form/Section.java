package org.nianbao.form;

import java.util.Optional;

/** A part of the form: prose or a table. */
public sealed interface Section permits Section.ProseSection, Section.TableSection {
    /** What an input calls it. */
    String key();

    /** What is printed above it; empty for a part without a heading. */
    Optional<String> heading();

    /**
     * A part that people write.
     *
     * @param required whether every report must have it
     */
    record ProseSection(String key, Optional<String> heading, boolean required) implements Section {}

    /** A part that is a table of figures. */
    record TableSection(String key, Optional<String> heading, Table table) implements Section {}
}

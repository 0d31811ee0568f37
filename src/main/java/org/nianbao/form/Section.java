package org.nianbao.form;

import java.util.Optional;

/** A part of a form: prose or a table. */
public sealed interface Section permits Section.ProseSection, Section.TableSection {
    /** The key in an input. */
    String key();

    /** The heading; empty for a part without one. */
    Optional<String> heading();

    /** Prose; {@code required} if every report must have it. */
    record ProseSection(String key, Optional<String> heading, boolean required) implements Section {}

    record TableSection(String key, Optional<String> heading, Table table) implements Section {}
}

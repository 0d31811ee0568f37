package org.nianbao.serve;

import java.util.List;

/**
 * What somebody typed into a place of the form.
 *
 * @param path of a cell, a fact or a section
 * @param value lines: one for a cell or a fact, paragraphs for prose, words for a choice; none to leave it empty
 * @param tilde whether the value is known not to exist, which is written {@code ~}
 */
record FormEdit(String path, List<String> value, boolean tilde) {
    FormEdit {
        value = List.copyOf(value);
    }

    /** One line; a line break of a pasted text becomes a blank. */
    String line() {
        return String.join("、", value).strip();
    }
}

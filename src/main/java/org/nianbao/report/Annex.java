package org.nianbao.report;

import java.util.List;
import java.util.Optional;

/**
 * A table of the agency's own, printed after the report.
 *
 * @param title printed above it
 * @param path dotted, of its Markdown in {@link TableWords}
 * @param file that it was read from, relative to the input; empty if it was typed
 * @param rows with their cells; the first row is the head
 */
public record Annex(String title, String path, Optional<String> file, List<List<String>> rows) {
    public Annex {
        rows = rows.stream().map(List::copyOf).toList();
    }
}

package org.nianbao.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nianbao.form.CellPath;

/**
 * What an agency adds to the tables of its form. It is printed, and never computed with.
 *
 * @param notes in cells, behind the figure
 * @param prose above tables and of annexes, in Markdown, by dotted path
 * @param below notes below a table, by section key
 * @param annexes in order
 */
public record TableWords(
        Map<CellPath, String> notes, Map<String, String> prose, Map<String, List<String>> below, List<Annex> annexes) {
    /** No words. */
    public static final TableWords NONE = new TableWords(Map.of(), Map.of(), Map.of(), List.of());

    public TableWords {
        notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
        prose = Collections.unmodifiableMap(new LinkedHashMap<>(prose));
        below = Collections.unmodifiableMap(new LinkedHashMap<>(below));
        annexes = List.copyOf(annexes);
    }

    /** The note in a cell; empty if there is none. */
    public String note(CellPath path) {
        return notes.getOrDefault(path, "");
    }

    /** The path of the prose above the table of a section, if there is some. */
    public Optional<String> opening(String section) {
        return prose.keySet().stream()
                .filter(path -> new CellPath(path).section().equals(section))
                .findFirst();
    }

    /** The notes below a table as printed: each a line, numbered if there are several. */
    public List<String> below(String section) {
        List<String> lines = below.getOrDefault(section, List.of());
        if (lines.size() == 1) {
            return List.of(lines.get(0).startsWith("注") ? lines.get(0) : "注：" + lines.get(0));
        }
        return IntStream.range(0, lines.size())
                .mapToObj(i -> (i == 0 ? "注：" : "") + (i + 1) + "." + lines.get(i))
                .toList();
    }

    /** Whether a page has notes below tables. */
    public boolean hasNotesBelow() {
        return !below.isEmpty();
    }
}

package org.nianbao.serve;

import java.util.Optional;
import org.nianbao.blank.Yaml;
import org.nianbao.form.CellPath;
import org.nianbao.form.Form;
import org.nianbao.input.InputTree;
import org.nianbao.input.InputTree.Entry;
import org.nianbao.input.InputTree.Notation;
import org.nianbao.input.Keywords;

/** Writes the note that is printed behind a figure. */
final class NoteEdit {
    private static final String ENDING = "." + Keywords.NOTE;

    private NoteEdit() {}

    /** The cell whose note a path is. */
    static Optional<CellPath> cell(Form form, String path) {
        return Optional.of(path)
                .filter(one -> one.endsWith(ENDING))
                .map(one -> new CellPath(one.substring(0, one.length() - ENDING.length())))
                .filter(cell -> form.cells().find(cell).isPresent());
    }

    /** A figure with its note as YAML. */
    static String written(String figure, String note) {
        return "{" + Keywords.FIGURE + ": " + figure + ", " + Keywords.NOTE + ": " + Yaml.scalar(note) + "}";
    }

    /**
     * The change of a figure's note.
     *
     * @param value in which the figure stands
     * @param figure as it is typed, without its note
     * @param note empty to remove it
     * @return empty if the value is written in a way that the form does not change
     */
    static Optional<TextChange> of(String text, InputTree tree, Entry value, String figure, String note) {
        Optional<Entry> noted = around(tree.root(), value.start());
        if (noted.isEmpty()) {
            String words = note.isEmpty() ? figure : written(figure, note);
            boolean hasColon = value.start() > 0 && text.charAt(value.start() - 1) == ':';
            return value.isScalar()
                    ? Optional.of(new TextChange(value.start(), value.end(), (hasColon ? " " : "") + words))
                    : Optional.empty();
        }
        if (note.isEmpty()) {
            return noted.get().style() == Notation.FLOW
                    ? Optional.of(
                            new TextChange(noted.get().start(), noted.get().end(), figure))
                    : Optional.empty();
        }
        String words = Yaml.scalar(note);
        return noted.get()
                .entry(Keywords.NOTE)
                .map(one -> new TextChange(one.start(), one.end(), (one.isMissing() ? " " : "") + words))
                .or(() -> Optional.of(new TextChange(value.end(), value.end(), ", " + Keywords.NOTE + ": " + words))
                        .filter(change -> noted.get().style() == Notation.FLOW));
    }

    /** The mapping of a figure and a note that has its figure at an offset. */
    private static Optional<Entry> around(Entry from, int start) {
        for (Entry below : from.entries()) {
            if (from.isMapping() && below.key().equals(Keywords.FIGURE) && below.start() == start) {
                return Optional.of(from);
            }
            if (below.start() <= start && start <= below.end()) {
                Optional<Entry> found = around(below, start);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}

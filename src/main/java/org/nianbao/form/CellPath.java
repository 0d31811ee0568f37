package org.nianbao.form;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The path of a cell, a row, a group of rows or a section: keys joined with dots, {@code section.row.column}. */
public record CellPath(String dotted) {

    /** The key of the section. */
    public String section() {
        int dot = dotted.indexOf('.');
        return dot < 0 ? dotted : dotted.substring(0, dot);
    }

    /** Whether it is the path of a section. */
    public boolean isSection() {
        return dotted.indexOf('.') < 0;
    }

    /** The path inside the section; of a section, its key. */
    public String inSection() {
        return dotted.substring(dotted.indexOf('.') + 1);
    }

    /** The last key. */
    public String lastKey() {
        return dotted.substring(dotted.lastIndexOf('.') + 1);
    }

    /** The last key with the one before it, if there is one: in most tables, those of row and column. */
    public String lastTwoKeys() {
        return dotted.substring(dotted.lastIndexOf('.', dotted.lastIndexOf('.') - 1) + 1);
    }

    /** The paths of the parts around it, from the innermost to the section. */
    public List<CellPath> parents() {
        List<CellPath> parents = new ArrayList<>();
        for (int dot = dotted.lastIndexOf('.'); dot >= 0; dot = dotted.lastIndexOf('.', dot - 1)) {
            parents.add(new CellPath(dotted.substring(0, dot)));
        }
        return parents;
    }

    /** The path of something inside: a key, or keys joined with dots. */
    public CellPath then(String key) {
        return new CellPath(dotted + "." + key);
    }

    // Java would link a record's own equals and hashCode at their first call, which takes longer than all of a form's
    // cells

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CellPath path && dotted.equals(path.dotted);
    }

    @Override
    public int hashCode() {
        return dotted.hashCode();
    }

    @Override
    public String toString() {
        return dotted;
    }
}

package org.nianbao.form;

import java.util.ArrayList;
import java.util.List;

/**
 * The path of a cell, or of a part of a table around it: the keys that lead there, from the section on.
 *
 * @param dotted the keys, joined with dots: {@code section.row.column}
 */
public record CellPath(String dotted) {

    /** The key of the section. */
    public String section() {
        int dot = dotted.indexOf('.');
        return dot < 0 ? dotted : dotted.substring(0, dot);
    }

    /** Whether it has no key but that of the section. */
    public boolean isSection() {
        return dotted.indexOf('.') < 0;
    }

    /** The path without its first key; of a section, the section. */
    public String inSection() {
        return dotted.substring(dotted.indexOf('.') + 1);
    }

    /** The key of the cell or part itself. */
    public String lastKey() {
        return dotted.substring(dotted.lastIndexOf('.') + 1);
    }

    /** Its last key, behind the one above it if there is one: in most tables, a row and its column. */
    public String lastTwoKeys() {
        return dotted.substring(dotted.lastIndexOf('.', dotted.lastIndexOf('.') - 1) + 1);
    }

    /** The paths of the parts that it is in, from the innermost to the section. */
    public List<CellPath> parents() {
        List<CellPath> parents = new ArrayList<>();
        for (int dot = dotted.lastIndexOf('.'); dot >= 0; dot = dotted.lastIndexOf('.', dot - 1)) {
            parents.add(new CellPath(dotted.substring(0, dot)));
        }
        return parents;
    }

    /** The path one key further in; a key may itself be a path. */
    public CellPath then(String key) {
        return new CellPath(dotted + "." + key);
    }

    /** The keys, joined with dots. */
    @Override
    public String toString() {
        return dotted;
    }
}

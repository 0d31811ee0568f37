package org.nianbao.form;

import java.util.List;
import java.util.Optional;

/**
 * The content that a cell may have.
 *
 * @param type of its content
 * @param choices the words to choose from, if that is its type; empty for all others
 * @param optional whether a cell of words may be left out
 * @param fact the key of the fact that is printed there; then an input does not write the cell
 */
public record CellSpec(CellType type, List<String> choices, boolean optional, Optional<String> fact) {
    /** The spec of a cell whose labels say nothing. */
    public static final CellSpec COUNT = new CellSpec(CellType.COUNT, List.of(), false, Optional.empty());

    public CellSpec {
        choices = List.copyOf(choices);
    }
}

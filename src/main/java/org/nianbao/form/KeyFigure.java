package org.nianbao.form;

import java.util.List;

/**
 * A figure that whoever collects reports looks at first.
 *
 * @param name what it is called in an overview
 * @param type of its cells
 * @param terms cells that are summed up
 */
public record KeyFigure(String name, CellType type, List<CellTerm> terms) {
    public KeyFigure {
        terms = List.copyOf(terms);
    }
}

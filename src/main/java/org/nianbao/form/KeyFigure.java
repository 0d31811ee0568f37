package org.nianbao.form;

import java.util.List;

/**
 * A figure that an overview of many reports shows.
 *
 * @param name in the overview
 * @param type of its cells
 * @param terms cells that are added up
 */
public record KeyFigure(String name, CellType type, List<CellTerm> terms) {
    public KeyFigure {
        terms = List.copyOf(terms);
    }
}

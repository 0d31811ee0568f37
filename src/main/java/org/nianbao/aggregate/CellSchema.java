package org.nianbao.aggregate;

import java.util.List;
import org.nianbao.form.Form;

/**
 * What reports must have in common to be added up: the same cells.
 *
 * @param form that they fill, with the rows that a province adds
 * @param slots of the form
 * @param rows the file of the added rows, as an input names it; empty if there are none
 */
public record CellSchema(Form form, List<FigureValues.FigureCell> slots, String rows) {
    public CellSchema {
        slots = List.copyOf(slots);
    }

    /** Whether all figures of the one have a place in the other. */
    public boolean fits(CellSchema other) {
        return form.name().equals(other.form.name())
                && form.edition() == other.form.edition()
                && slots.equals(other.slots);
    }

    /** The paths of the cells that add up, in the form's order. */
    public List<String> paths() {
        return slots.stream().map(FigureValues.FigureCell::path).toList();
    }

    /** Its name, its edition and its rows. */
    @Override
    public String toString() {
        return (form.name() + " " + form.edition() + " " + rows).strip();
    }
}

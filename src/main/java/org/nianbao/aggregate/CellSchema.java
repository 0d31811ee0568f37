package org.nianbao.aggregate;

import java.util.List;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;

/**
 * The cells that reports must share to be added up.
 *
 * @param form with its local rows
 * @param rows the file of the local rows, as an input names it; empty if there are none
 */
public record CellSchema(Form form, String rows) {

    /** The cells that add up, in the form's order. */
    public List<FormCell> cells() {
        return form.cells().figures();
    }

    /** Whether the reports of both can be added up: they have the same cells, with the same types. */
    public boolean fits(CellSchema other) {
        return form.equals(other.form)
                || (form.name().equals(other.form.name())
                        && form.edition() == other.form.edition()
                        && layout().equals(other.layout()));
    }

    private List<List<Object>> layout() {
        return cells().stream()
                .map(cell -> List.<Object>of(cell.path(), cell.spec().type(), cell.isTotal()))
                .toList();
    }

    /** The paths of the cells that add up, in the form's order. */
    public List<String> paths() {
        return cells().stream().map(cell -> cell.path().dotted()).toList();
    }

    /** Its name, its edition and its rows. */
    @Override
    public String toString() {
        return (form.name() + " " + form.edition() + " " + rows).strip();
    }
}

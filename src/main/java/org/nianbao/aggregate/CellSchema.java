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
    List<FormCell> cells() {
        return form.cells().figures();
    }

    /** The paths of these cells. */
    public List<String> paths() {
        return cells().stream().map(cell -> cell.path().dotted()).toList();
    }

    /** Whether reports of both can be added up: they have the same cells, with the same types. */
    boolean fits(CellSchema other) {
        return form.equals(other.form) || (isOf(other.form) && layout().equals(other.layout()));
    }

    /** Whether it is of an edition of a form, perhaps with other local rows. */
    boolean isOf(Form edition) {
        return form.name().equals(edition.name()) && form.edition() == edition.edition();
    }

    private List<List<Object>> layout() {
        return cells().stream()
                .map(cell -> List.<Object>of(cell.path(), cell.spec().type(), cell.isTotal()))
                .toList();
    }

    /** The name and edition of the form, and the rows. */
    @Override
    public String toString() {
        return (form.name() + " " + form.edition() + " " + rows).strip();
    }
}

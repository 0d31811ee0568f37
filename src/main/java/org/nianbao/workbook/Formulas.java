package org.nianbao.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.form.Cell;
import org.nianbao.form.CellLine;
import org.nianbao.form.CellPath;
import org.nianbao.form.CellType;
import org.nianbao.form.FormCell;
import org.nianbao.form.Identity;
import org.nianbao.form.Term;

/** The formulas of a table. A formula with a cell that is not filled in is blank, not zero. */
final class Formulas {
    /** Of a result, in decimal places: programs compute with binary fractions. */
    private static final int PLACES = 6;

    private final Map<CellPath, CellRef> cells;
    private final Map<CellPath, Cell> before;

    /**
     * @param cells of the table
     * @param before last year's content of the cells
     */
    Formulas(Map<CellPath, CellRef> cells, Map<CellPath, Cell> before) {
        this.cells = cells;
        this.before = before;
    }

    /** The sum of cells. */
    Optional<String> total(List<FormCell> addends) {
        if (!addends.stream().allMatch(Formulas::isNumber)) {
            return Optional.empty();
        }
        List<CellRef> refs = addends.stream().map(this::ref).toList();
        return Optional.of(unlessBlank(refs, sum(refs)));
    }

    /** A tick if an identity holds in a line of its table, else by how much it does not. */
    Optional<String> check(Identity identity, CellLine line) {
        Optional<String> left = side(identity.left(), line);
        Optional<String> right = side(identity.right(), line);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        List<CellRef> refs = new ArrayList<>();
        for (List<Term> side : List.of(identity.left(), identity.right())) {
            side.stream()
                    .filter(term -> !term.lastYear())
                    .map(term -> ref(cell(term, line)))
                    .forEach(refs::add);
        }
        String difference = "ROUND(" + left.get() + "-(" + right.get() + ")," + PLACES + ")";
        String holds = "IF(" + difference + identity.relation().sign() + "0,\"√\"," + difference + ")";
        return Optional.of(unlessBlank(refs, holds));
    }

    private static String unlessBlank(List<CellRef> refs, String formula) {
        List<CellRef> distinct = refs.stream().distinct().toList();
        return "IF(COUNT(" + list(distinct) + ")<" + distinct.size() + ",\"\"," + formula + ")";
    }

    /** The sum of a side's terms; empty if one is no number or not known. */
    private Optional<String> side(List<Term> terms, CellLine line) {
        List<CellRef> plus = new ArrayList<>();
        List<CellRef> minus = new ArrayList<>();
        StringBuilder known = new StringBuilder();
        for (Term term : terms) {
            FormCell cell = cell(term, line);
            if (!isNumber(cell)) {
                return Optional.empty();
            }
            if (!term.lastYear()) {
                (term.minus() ? minus : plus).add(ref(cell));
                continue;
            }
            Optional<String> value = Optional.ofNullable(before.get(cell.path()))
                    .flatMap(Cell::value)
                    .map(number -> (term.minus() ? "-(" : "+(") + number.toPlainString() + ")");
            if (value.isEmpty()) {
                return Optional.empty();
            }
            known.append(value.get());
        }
        return Optional.of((plus.isEmpty() ? "0" : sum(plus)) + (minus.isEmpty() ? "" : "-" + sum(minus)) + known);
    }

    private static String sum(List<CellRef> refs) {
        return "SUM(" + list(refs) + ")";
    }

    private static String list(List<CellRef> refs) {
        return String.join(",", CellRef.ranges(refs));
    }

    private static FormCell cell(Term term, CellLine line) {
        return line.cell(term.path());
    }

    private CellRef ref(FormCell cell) {
        CellRef ref = cells.get(cell.path());
        if (ref == null) {
            throw new IllegalStateException("not laid out: " + cell.path());
        }
        return ref;
    }

    private static boolean isNumber(FormCell cell) {
        return cell.isFigure() && cell.spec().type() != CellType.MONEY;
    }
}

package org.nianbao.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.nianbao.form.CellTerm;
import org.nianbao.form.CellType;
import org.nianbao.form.FormCell;
import org.nianbao.form.FormCells;
import org.nianbao.form.Term;

/** Reads sums of a form's cells as the program's own data files write them. */
final class CellSums {
    private final MappingReader fields;

    /** The cells that hold figures, by path and, so that rules outlive an edition, by former path. */
    private final Map<String, FormCell> cells = new LinkedHashMap<>();

    CellSums(FormCells all, MappingReader fields) {
        this.fields = fields;
        for (FormCell cell : all.all()) {
            if (cell.spec().type().isFigure()) {
                cells.put(cell.path().dotted(), cell);
                cell.formerPaths().forEach(former -> cells.putIfAbsent(former.dotted(), cell));
            }
        }
    }

    /**
     * The terms of {@code a + b - c}; a {@code *} stands for every key of that level or, where there is none, for
     * nothing.
     */
    List<CellTerm> terms(YamlNode item) {
        List<CellTerm> terms = new ArrayList<>();
        for (Term term : Equation.terms(item.text())) {
            Pattern glob = Pattern.compile(Pattern.quote(term.path()).replace(".*", "\\E(?:\\.[^.]+)?\\Q"));
            List<FormCell> found = cells.keySet().stream()
                    .filter(name -> glob.matcher(name).matches())
                    .map(name -> Objects.requireNonNull(cells.get(name)))
                    .distinct()
                    .toList();
            found.forEach(cell -> terms.add(new CellTerm(cell, term.minus())));
            if (found.isEmpty()) {
                fields.unknownPath(term.path(), paths(), item);
            }
        }
        return terms;
    }

    private List<String> paths() {
        return cells.values().stream()
                .map(cell -> cell.path().dotted())
                .distinct()
                .toList();
    }

    /** A sum as it is written, with the present names of its cells. */
    String named(YamlNode item) {
        String written = item.text();
        for (Term term : Equation.terms(item.text())) {
            FormCell cell = cells.get(term.path());
            written = cell == null
                    ? written
                    : written.replace(term.path(), cell.path().dotted());
        }
        return written;
    }

    /** The type of some sums of cells: that of all their cells, or an amount if they have several. */
    static CellType type(List<CellTerm> terms) {
        List<CellType> types =
                terms.stream().map(term -> term.cell().spec().type()).distinct().toList();
        return types.size() == 1 ? types.get(0) : CellType.AMOUNT;
    }
}

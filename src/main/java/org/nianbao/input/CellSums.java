package org.nianbao.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.nianbao.report.Axis;
import org.nianbao.report.Block;
import org.nianbao.report.CellType;
import org.nianbao.report.Section;
import org.nianbao.report.Term;

/** Sums of the cells of a form that take figures, as the program's own data files write them. */
final class CellSums {
    private final Fields fields;
    private final Map<String, CellType> cells = new LinkedHashMap<>();

    CellSums(List<Section> sections, Fields fields) {
        this.fields = fields;
        for (Section section : sections) {
            if (section instanceof Section.Figures figures) {
                figures.table().blocks().forEach(block -> collect(section.key(), block));
            }
        }
    }

    private void collect(String section, Block block) {
        for (Axis.Leaf row : block.rows().leaves()) {
            for (Axis.Leaf column : block.columns().leaves()) {
                CellType type = block.takes(row, column).type();
                if (type.isFigure()) {
                    cells.put(section + "." + block.path(row, column), type);
                }
            }
        }
    }

    /**
     * The terms of {@code a + b - c}; a {@code *} stands for every key of that level or, where there is none, for
     * nothing.
     */
    List<Term> terms(Item item) {
        List<Term> terms = new ArrayList<>();
        for (Term term : Equation.terms(item.text())) {
            Pattern glob = Pattern.compile(Pattern.quote(term.path()).replace(".*", "\\E(?:\\.[^.]+)?\\Q"));
            List<String> found = cells.keySet().stream()
                    .filter(path -> glob.matcher(path).matches())
                    .toList();
            found.forEach(path -> terms.add(new Term(path, term.minus(), false)));
            if (found.isEmpty()) {
                fields.unknownPath(term.path(), cells.keySet(), item);
            }
        }
        return terms;
    }

    /** What kind of figure a cell takes. */
    CellType type(Term term) {
        return cells.getOrDefault(term.path(), CellType.COUNT);
    }
}

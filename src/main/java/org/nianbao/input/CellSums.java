package org.nianbao.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.nianbao.form.Axis;
import org.nianbao.form.Block;
import org.nianbao.form.CellType;
import org.nianbao.form.Section;
import org.nianbao.form.Term;

/** Sums of the cells of a form that take figures, as the program's own data files write them. */
final class CellSums {
    private final MappingReader fields;
    private final Map<String, CellType> cells = new LinkedHashMap<>();

    /** What a cell is called now, by that name and, so that rules outlive an edition, by what it was called. */
    private final Map<String, String> names = new LinkedHashMap<>();

    CellSums(List<Section> sections, MappingReader fields) {
        this.fields = fields;
        for (Section section : sections) {
            if (section instanceof Section.TableSection figures) {
                figures.table().blocks().forEach(block -> collect(section.key(), block));
            }
        }
    }

    private void collect(String section, Block block) {
        for (Axis.Leaf row : block.rows().leaves()) {
            for (Axis.Leaf column : block.columns().leaves()) {
                CellType type = block.takes(row, column).type();
                if (type.isFigure()) {
                    String path = section + "." + block.path(row, column);
                    cells.put(path, type);
                    names.put(path, path);
                    block.formerPaths(row, column).forEach(former -> names.putIfAbsent(section + "." + former, path));
                }
            }
        }
    }

    /**
     * The terms of {@code a + b - c}; a {@code *} stands for every key of that level or, where there is none, for
     * nothing.
     */
    List<Term> terms(YamlNode item) {
        List<Term> terms = new ArrayList<>();
        for (Term term : Equation.terms(item.text())) {
            Pattern glob = Pattern.compile(Pattern.quote(term.path()).replace(".*", "\\E(?:\\.[^.]+)?\\Q"));
            List<String> found = names.keySet().stream()
                    .filter(name -> glob.matcher(name).matches())
                    .map(name -> Objects.requireNonNull(names.get(name)))
                    .distinct()
                    .toList();
            found.forEach(path -> terms.add(new Term(path, term.minus(), false)));
            if (found.isEmpty()) {
                fields.unknownPath(term.path(), cells.keySet(), item);
            }
        }
        return terms;
    }

    /** A sum as it is written, with the names that cells have now. */
    String named(YamlNode item) {
        String written = item.text();
        for (Term term : Equation.terms(item.text())) {
            written = written.replace(term.path(), names.getOrDefault(term.path(), term.path()));
        }
        return written;
    }

    /** What kind of figure a cell takes. */
    CellType type(Term term) {
        return cells.getOrDefault(term.path(), CellType.COUNT);
    }
}

package org.nianbao.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nianbao.form.CellTerm;
import org.nianbao.form.CellType;
import org.nianbao.form.FormCell;
import org.nianbao.form.FormCells;
import org.nianbao.form.Term;

/** Reads the sums of cells in {@code form.yaml} and {@code prose.yaml}. */
final class CellSums {
    /** The prefix of a figure of last year's report. */
    private static final String LAST = "last.";

    private static final Pattern TERM = Pattern.compile("(?:^|\\s([+-])\\s)\\s*(.+?)\\s*(?=\\s[+-]\\s|$)");

    private final MappingReader fields;

    /** The cells with figures, by path and, as rules outlive an edition, by former path. */
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

    /** The terms of {@code a + b - last.c}. */
    static List<Term> terms(String sum) {
        return TERM.matcher(sum.strip())
                .results()
                .map(term -> {
                    String name = term.group(2);
                    String path = name.startsWith(LAST) ? name.substring(LAST.length()) : name;
                    return new Term(path, "-".equals(term.group(1)), name.startsWith(LAST));
                })
                .toList();
    }

    /** The terms of a sum of cells; a {@code .*} stands for each key of its level or, if it has none, for nothing. */
    List<CellTerm> terms(YamlNode item) {
        List<CellTerm> terms = new ArrayList<>();
        for (Term term : terms(item.text())) {
            List<FormCell> found = matching(term.path());
            found.forEach(cell -> terms.add(new CellTerm(cell, term.minus())));
            if (found.isEmpty()) {
                List<String> paths = cells.values().stream()
                        .map(cell -> cell.path().dotted())
                        .distinct()
                        .toList();
                fields.unknownPath(term.path(), paths, item);
            }
        }
        return terms;
    }

    private List<FormCell> matching(String path) {
        int star = path.indexOf(".*");
        if (star < 0) {
            return Optional.ofNullable(cells.get(path)).stream().toList();
        }
        Pattern glob = Pattern.compile(Pattern.quote(path).replace(".*", "\\E(?:\\.[^.]+)?\\Q"));
        return cells.entrySet().stream()
                .filter(cell -> cell.getKey().startsWith(path.substring(0, star)))
                .filter(cell -> glob.matcher(cell.getKey()).matches())
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    /** A sum as written, with the current paths of its cells. */
    String named(YamlNode item) {
        String written = item.text();
        for (Term term : terms(written)) {
            FormCell cell = cells.get(term.path());
            if (cell != null) {
                written = written.replace(term.path(), cell.path().dotted());
            }
        }
        return written;
    }

    /** The type of a sum: that of its cells, or an amount if their types differ. */
    static CellType type(List<CellTerm> terms) {
        List<CellType> types =
                terms.stream().map(term -> term.cell().spec().type()).distinct().toList();
        return types.size() == 1 ? types.get(0) : CellType.AMOUNT;
    }
}

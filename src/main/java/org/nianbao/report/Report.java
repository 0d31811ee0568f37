package org.nianbao.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.form.BlockCells;
import org.nianbao.form.Cell;
import org.nianbao.form.CellPath;
import org.nianbao.form.CellTerm;
import org.nianbao.form.CellType;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;

/** A filled-in form. An omitted figure is zero; an omitted total is the sum of its addends. */
public final class Report {
    private final Form form;
    private final Map<String, String> facts;
    private final Optional<LocalDate> signed;
    private final Map<String, String> prose;
    private final Map<CellPath, Cell> cells = new HashMap<>();
    private final TableWords words;
    private final List<String> otherNames;

    /**
     * Fills in a form.
     *
     * @param form to fill in
     * @param facts by key, as printed; optional ones may be missing
     * @param signed the day of signing
     * @param prose by section key, in Markdown
     * @param typed the cells that were typed
     */
    public Report(
            Form form,
            Map<String, String> facts,
            Optional<LocalDate> signed,
            Map<String, String> prose,
            Map<CellPath, Cell> typed) {
        this(form, facts, signed, prose, typed, TableWords.NONE, List.of());
    }

    /**
     * Fills in a form.
     *
     * @param words that the agency adds to the tables
     * @param otherNames of the agency: former names and short ones
     */
    public Report(
            Form form,
            Map<String, String> facts,
            Optional<LocalDate> signed,
            Map<String, String> prose,
            Map<CellPath, Cell> typed,
            TableWords words,
            List<String> otherNames) {
        this.form = form;
        this.words = words;
        this.otherNames = List.copyOf(otherNames);
        this.facts = new LinkedHashMap<>(facts);
        this.signed = signed;
        this.prose = new LinkedHashMap<>(prose);
        for (BlockCells block : form.cells().blocks()) {
            block.cells().forEach(cell -> complete(block, cell, typed));
        }
    }

    public Form form() {
        return form;
    }

    /** A fact, as printed. */
    public Optional<String> fact(String key) {
        return Optional.ofNullable(facts.get(key));
    }

    /** The fact with a role, as printed. */
    public Optional<String> fact(Fact.Role role) {
        return form.fact(role).flatMap(fact -> fact(fact.key()));
    }

    /** The agency that publishes it. */
    public Optional<String> agency() {
        return fact(Fact.Role.AGENCY);
    }

    /** All names of the agency that publishes it. */
    public Optional<AgencyNames> names() {
        return agency().map(name -> new AgencyNames(name, otherNames));
    }

    public Optional<Integer> year() {
        return fact(Fact.Role.YEAR).map(Integer::valueOf);
    }

    /** Whether it is the aggregate of the reports of the agency's units; otherwise it covers the agency alone. */
    public boolean isAggregate() {
        return form.fact(Fact.Role.SCOPE)
                .flatMap(scope -> fact(scope.key()).filter(scope.choices().get(1)::equals))
                .isPresent();
    }

    /** The day of signing, if it is given. */
    public Optional<LocalDate> signed() {
        return signed;
    }

    /** The prose of a section, or above a table or of an annex by its path, in Markdown; empty if there is none. */
    public String prose(String section) {
        return prose.getOrDefault(section, words.prose().getOrDefault(section, ""));
    }

    /** The words that the agency adds to the tables. */
    public TableWords words() {
        return words;
    }

    /** Whether the form has a cell at a dotted path. */
    public boolean has(String path) {
        return cells.containsKey(new CellPath(path));
    }

    /** The content of the cell at a dotted path, as {@link #cell(CellPath)}. */
    public Cell cell(String path) {
        return cell(new CellPath(path));
    }

    /**
     * The content of a cell.
     *
     * @throws IllegalArgumentException if the form has no such cell
     */
    public Cell cell(CellPath path) {
        Cell cell = cells.get(path);
        if (cell == null) {
            throw new IllegalArgumentException("no cell " + path.dotted());
        }
        return cell;
    }

    /** The cell of its form that corresponds to one of another edition. */
    public Optional<FormCell> counterpart(FormCell other) {
        return form.cells().counterpart(other);
    }

    /** The sum of some cells; empty if one of them has no value. */
    public Optional<BigDecimal> sum(List<CellTerm> terms) {
        return terms.stream()
                .map(term -> cell(term.cell().path()).value().map(value -> term.minus() ? value.negate() : value))
                .reduce(Optional.of(BigDecimal.ZERO), (a, b) -> a.flatMap(x -> b.map(x::add)));
    }

    /**
     * The text for a quote in the prose: that of a cell by its path (the key of a sole column may be omitted) or that of a fact.
     * Empty if there is no such cell or fact.
     */
    public Optional<String> quoted(String name) {
        return form.cells()
                .find(new CellPath(name))
                .map(cell -> cell(cell.path()).text())
                .or(() -> fact(name));
    }

    /** The names of all cells and facts, in the form's order. */
    public List<String> quotable() {
        List<String> names = new ArrayList<>(facts.keySet());
        form.cells().all().forEach(cell -> names.add(cell.path().dotted()));
        return names;
    }

    private Cell complete(BlockCells block, FormCell cell, Map<CellPath, Cell> typed) {
        Cell known = cells.get(cell.path());
        if (known != null) {
            return known;
        }
        Cell content = content(block, cell, typed);
        cells.put(cell.path(), content);
        return content;
    }

    private Cell content(BlockCells block, FormCell cell, Map<CellPath, Cell> typed) {
        CellType type = cell.spec().type();
        Optional<String> fact = cell.spec().fact();
        if (fact.isPresent()) {
            return fact(fact.get())
                    .<Cell>map(words -> new Cell.Words(List.of(words)))
                    .orElse(Cell.BLANK);
        }
        Cell written = typed.get(cell.path());
        if (written != null) {
            return written;
        }
        if (cell.isTotal()) {
            return block.addends(cell).stream()
                    .map(addend -> complete(block, addend, typed).value())
                    .reduce((a, b) -> a.flatMap(x -> b.map(x::add)))
                    .flatMap(sum -> sum)
                    .map(type::cell)
                    .orElse(Cell.BLANK);
        }
        return type.isFigure() ? Cell.ZERO : Cell.BLANK;
    }
}

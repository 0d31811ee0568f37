package org.nianbao.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nianbao.form.Axis;
import org.nianbao.form.Block;
import org.nianbao.form.Cell;
import org.nianbao.form.CellType;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.Section;
import org.nianbao.form.Term;

/**
 * A filled-in form. What was left out is already there: a figure as zero, a total as the sum of its addends.
 */
public final class Report {
    private final Form form;
    private final Map<String, String> facts;
    private final Optional<LocalDate> signed;
    private final Map<String, String> prose;
    private final Map<String, Cell> cells;

    /**
     * Completes what was typed.
     *
     * @param form that it fills
     * @param facts by key, as they are to be printed; optional ones may be missing
     * @param signed the day it was signed
     * @param prose by section key, as it was written
     * @param typed the figures that were written, by dotted path from the section on
     */
    public Report(
            Form form,
            Map<String, String> facts,
            Optional<LocalDate> signed,
            Map<String, String> prose,
            Map<String, Cell> typed) {
        this.form = form;
        this.facts = new LinkedHashMap<>(facts);
        this.signed = signed;
        this.prose = new LinkedHashMap<>(prose);
        this.cells = new LinkedHashMap<>();
        for (Section.TableSection section : form.tables()) {
            for (Block block : section.table().blocks()) {
                complete(section.key(), block, typed);
            }
        }
    }

    /** The form it fills. */
    public Form form() {
        return form;
    }

    /** A fact as it is to be printed. */
    public Optional<String> fact(String key) {
        return Optional.ofNullable(facts.get(key));
    }

    /** The fact that plays a role, as it is to be printed. */
    public Optional<String> fact(Fact.Role role) {
        return form.fact(role).flatMap(fact -> fact(fact.key()));
    }

    /** Whose report it is. */
    public Optional<String> agency() {
        return fact(Fact.Role.AGENCY);
    }

    /** The year that it is about. */
    public Optional<Integer> year() {
        return fact(Fact.Role.YEAR).map(Integer::valueOf);
    }

    /** Whether it sums up the reports of others, and is not that of the body’s own organ alone. */
    public boolean isAggregate() {
        return form.fact(Fact.Role.SCOPE)
                .flatMap(scope -> fact(scope.key()).filter(scope.choices().get(1)::equals))
                .isPresent();
    }

    /** The day it was signed, if it says so. */
    public Optional<LocalDate> signed() {
        return signed;
    }

    /** The prose of a section as it was written, in Markdown; empty if nothing was. */
    public String prose(String section) {
        return prose.getOrDefault(section, "");
    }

    /** Whether the form has a cell at a dotted path. */
    public boolean has(String path) {
        return cells.containsKey(path);
    }

    /**
     * The figure at a dotted path, for example {@code section.row.column}.
     *
     * @throws IllegalArgumentException if the form has no such cell
     */
    public Cell cell(String path) {
        Cell cell = cells.get(path);
        if (cell == null) {
            throw new IllegalArgumentException(path);
        }
        return cell;
    }

    /** The sum of some cells; empty if one of them is blank. */
    public Optional<BigDecimal> sum(List<Term> terms) {
        return terms.stream()
                .map(term -> cell(term.path()).value().map(value -> term.minus() ? value.negate() : value))
                .reduce(Optional.of(BigDecimal.ZERO), (a, b) -> a.flatMap(x -> b.map(x::add)));
    }

    /**
     * Where this report has what stands at a path of another edition: by the same path, or by the one that the newer of
     * the two says it had in the older.
     */
    public Optional<String> counterpart(Form other, String path) {
        if (cells.containsKey(path)) {
            return Optional.of(path);
        }
        return Stream.concat(Stream.of(path), other.formerPaths(path).stream())
                .flatMap(candidate -> Stream.of(candidate, withoutOnlyColumn(candidate)))
                .filter(cells::containsKey)
                .findFirst()
                .or(() -> cells.keySet().stream()
                        .filter(own -> form.formerPaths(own).contains(path))
                        .findFirst());
    }

    /**
     * What a person means by a path in the prose: a figure (with its column's key or, where there is but one
     * column, without) or a fact; empty if there is nothing of that name.
     */
    public Optional<String> quoted(String path) {
        Cell cell = cells.get(path);
        if (cell == null) {
            cell = cells.get(withoutOnlyColumn(path));
        }
        return cell != null ? Optional.of(cell.text()) : fact(path);
    }

    /** Every path that prose may quote, in the form's order. */
    public List<String> quotable() {
        List<String> paths = new ArrayList<>(facts.keySet());
        paths.addAll(cells.keySet());
        return paths;
    }

    private String withoutOnlyColumn(String path) {
        for (Section.TableSection section : form.tables()) {
            for (Block block : section.table().blocks()) {
                List<Axis.Leaf> columns = block.columns().leaves();
                String end = "." + columns.get(0).path();
                if (columns.size() == 1
                        && !columns.get(0).path().isEmpty()
                        && path.startsWith(section.key() + ".")
                        && path.endsWith(end)) {
                    String row = path.substring(0, path.length() - end.length());
                    if (cells.containsKey(row)) {
                        return row;
                    }
                }
            }
        }
        return path;
    }

    private void complete(String section, Block block, Map<String, Cell> typed) {
        Completion completion = new Completion(section, block, typed);
        for (Axis.Leaf row : block.rows().leaves()) {
            for (Axis.Leaf column : block.columns().leaves()) {
                Cell cell = block.takes(row, column)
                        .fact()
                        .map(key -> fact(key)
                                .<Cell>map(words -> new Cell.Words(List.of(words)))
                                .orElse(Cell.BLANK))
                        .orElseGet(() -> completion.cell(row, column));
                cells.put(section + "." + block.path(row, column), cell);
            }
        }
    }

    /** Finds what belongs into a cell that was left out. */
    private static final class Completion {
        private final Block block;
        private final Map<String, Cell> typed = new LinkedHashMap<>();

        Completion(String section, Block block, Map<String, Cell> written) {
            this.block = block;
            for (Axis.Leaf row : block.rows().leaves()) {
                for (Axis.Leaf column : block.columns().leaves()) {
                    Cell cell = written.get(section + "." + block.path(row, column));
                    if (cell != null) {
                        typed.put(key(row, column), cell);
                    }
                }
            }
        }

        Cell cell(Axis.Leaf row, Axis.Leaf column) {
            Cell cell = typed.get(key(row, column));
            if (cell != null) {
                return cell;
            }
            CellType type = block.takes(row, column).type();
            Axis.Sum acrossColumns = block.columns().sums().get(column.path());
            if (acrossColumns != null) {
                return sum(
                        type,
                        acrossColumns.addends().stream()
                                .map(addend -> cell(row, block.columns().leaf(addend))));
            }
            Axis.Sum downRows = block.rows().sums().get(row.path());
            if (downRows != null) {
                return sum(
                        type,
                        downRows.addends().stream()
                                .map(addend -> cell(block.rows().leaf(addend), column)));
            }
            return type.isFigure() ? Cell.ZERO : Cell.BLANK;
        }

        private static Cell sum(CellType type, Stream<Cell> addends) {
            return addends.map(Cell::value)
                    .reduce((a, b) -> a.flatMap(x -> b.map(x::add)))
                    .flatMap(sum -> sum)
                    .map(type::reckoned)
                    .orElse(Cell.BLANK);
        }

        private static String key(Axis.Leaf row, Axis.Leaf column) {
            return row.path() + "|" + column.path();
        }
    }
}

package org.nianbao.check.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.nianbao.check.Examined;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Severity;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.form.Axis;
import org.nianbao.form.Block;
import org.nianbao.form.Identity;
import org.nianbao.form.Section;
import org.nianbao.form.Term;

/**
 * Reckons a report's tables: every total and every identity of its form, in exact decimals. Identities that tie this
 * year to the last are reckoned where last year's report is at hand.
 */
public final class Sums {
    private final Examined examined;
    private final Optional<Examined> lastYear;
    private final Diagnostics told = new Diagnostics();
    private final Diagnostics echoes = new Diagnostics();

    private Sums(Examined examined, Optional<Examined> lastYear) {
        this.examined = examined;
        this.lastYear = lastYear;
    }

    /**
     * What does not add up, in the form's order.
     *
     * @param told equations between figures that somebody typed
     * @param echoes totals that nobody typed, and that another way of reckoning does not confirm: mostly they follow
     *     from a wrong figure that is told anyway
     */
    public record SumFindings(List<Diagnostic> told, List<Diagnostic> echoes) {
        public SumFindings {
            told = List.copyOf(told);
            echoes = List.copyOf(echoes);
        }
    }

    /** Reckons. An equation with a blank cell in it says nothing. */
    public static SumFindings of(Examined examined, Optional<Examined> lastYear) {
        Sums sums = new Sums(examined, lastYear);
        for (Section.TableSection section : examined.report().form().tables()) {
            for (Block block : section.table().blocks()) {
                for (Identity identity : block.rules()) {
                    if (lastYear.isPresent() || !identity.acrossYears()) {
                        sums.check(section, block, identity);
                    }
                }
            }
        }
        return new SumFindings(sums.told.list(), sums.echoes.list());
    }

    private void check(Section.TableSection section, Block block, Identity identity) {
        boolean rows = identity.terms() == Identity.Along.ROWS;
        Axis axis = rows ? block.rows() : block.columns();
        Map<String, Axis.Leaf> leaves = new HashMap<>();
        for (Axis.Leaf leaf : axis.leaves()) {
            leaves.put(leaf.path(), leaf);
        }
        int before = told.size();
        for (Axis.Leaf across : (rows ? block.columns() : block.rows()).leaves()) {
            if (identity.acrossYears()
                    && told.size() > before
                    && across.trail().stream().anyMatch(label -> label.total().isPresent())) {
                continue; // the total follows from a column that is told
            }
            UnaryOperator<Term> inTable = term -> {
                Axis.Leaf leaf = Objects.requireNonNull(leaves.get(term.path()), term.path());
                String path = section.key() + "." + (rows ? block.path(leaf, across) : block.path(across, leaf));
                return new Term(path, term.minus(), term.lastYear());
            };
            Optional<Side> left = side(identity.left(), inTable);
            Optional<Side> right = side(identity.right(), inTable);
            if (left.isPresent()
                    && right.isPresent()
                    && !identity.relation().holds(left.get().sum(), right.get().sum())) {
                report(new Broken(identity, section, across, left.get(), right.get(), addends(axis, inTable)));
            }
        }
    }

    private static Map<String, List<String>> addends(Axis axis, UnaryOperator<Term> inTable) {
        UnaryOperator<String> path = name -> inTable.apply(Term.plus(name)).path();
        Map<String, List<String>> addends = new HashMap<>();
        axis.sums()
                .forEach((total, sum) -> addends.put(
                        path.apply(total), sum.addends().stream().map(path).toList()));
        return addends;
    }

    /**
     * One side of an equation.
     *
     * @param names of the terms as the form's identity has them
     * @param terms the same with paths from the section on
     * @param values with their signs
     * @param sum of the values
     */
    private record Side(List<Term> names, List<Term> terms, List<BigDecimal> values, BigDecimal sum) {}

    /**
     * An equation that does not hold.
     *
     * @param across the line in which it does not
     * @param addends of the totals of that line, by path
     */
    private record Broken(
            Identity identity,
            Section.TableSection section,
            Axis.Leaf across,
            Side left,
            Side right,
            Map<String, List<String>> addends) {
        String subject() {
            if (identity.total()) {
                return right.terms().get(0).path();
            }
            return across.path().isEmpty() ? section.key() : section.key() + "." + across.path();
        }

        /** What the line is called in which it does not add up. */
        String line() {
            if (!across.trail().isEmpty()) {
                return across.label().text().replace("\n", "");
            }
            String name = right.names().get(0).path();
            return name.indexOf('.') < 0 ? section.key() : name.substring(0, name.lastIndexOf('.'));
        }
    }

    private Optional<Side> side(List<Term> names, UnaryOperator<Term> inTable) {
        List<Term> terms = names.stream().map(inTable).toList();
        List<BigDecimal> values = new ArrayList<>();
        for (Term term : terms) {
            Optional<BigDecimal> value = value(term);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(term.minus() ? value.get().negate() : value.get());
        }
        return Optional.of(new Side(names, terms, values, values.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    /** Where last year's report has what a term speaks of. */
    private String lastYears(Term term) {
        return lastYear.orElseThrow()
                .report()
                .counterpart(examined.report().form(), term.path())
                .orElse(term.path());
    }

    private Optional<BigDecimal> value(Term term) {
        if (!term.lastYear()) {
            return examined.canRead(term.path())
                    ? examined.report().cell(term.path()).value()
                    : Optional.empty();
        }
        return lastYear.filter(report -> report.canRead(term.path()))
                .map(Examined::report)
                .flatMap(report -> report.counterpart(examined.report().form(), term.path())
                        .flatMap(path -> report.cell(path).value()));
    }

    private void report(Broken broken) {
        Identity identity = broken.identity();
        String subject = broken.subject();
        String difference =
                broken.left().sum().subtract(broken.right().sum()).abs().toPlainString();
        Message fact = identity.total()
                ? Message.of(
                        "total",
                        broken.line(),
                        figures(broken.left()),
                        broken.left().sum().toPlainString(),
                        broken.right().sum().toPlainString(),
                        difference,
                        examined.says(identity.rule()))
                : Message.of(
                        identity.relation() == Identity.Relation.EQUAL ? "sum" : "bound",
                        broken.line(),
                        named(broken.left()),
                        named(broken.right()),
                        difference,
                        examined.says(identity.rule()));
        Severity severity = identity.warning() ? Severity.WARNING : Severity.ERROR;
        Diagnostic diagnostic = Diagnostic.of(
                        severity,
                        identity.rule(),
                        culprit(broken),
                        fact,
                        Message.of("accept", identity.rule(), subject))
                .about(subject);
        for (Term term : broken.right().terms()) {
            if (term.lastYear()) {
                diagnostic = diagnostic.related(
                        lastYear.orElseThrow().places().of(lastYears(term)),
                        Message.of("last-year-here", lastYears(term)));
            }
        }
        boolean reckoned = identity.total() && !examined.places().has(subject);
        (reckoned ? echoes : told).add(diagnostic);
    }

    /**
     * The last figure of this year that somebody typed: a total rather than its addends. Where no term of the equation was
     * typed, it is the last addend of a total that was reckoned.
     */
    private SourceSpan culprit(Broken broken) {
        List<Term> terms = new ArrayList<>(broken.left().terms());
        terms.addAll(broken.right().terms());
        terms.removeIf(Term::lastYear);
        List<String> paths = terms.stream().map(Term::path).toList();
        List<String> addends = paths.stream()
                .flatMap(path -> broken.addends().getOrDefault(path, List.of()).stream())
                .toList();
        String culprit = lastTyped(paths).or(() -> lastTyped(addends)).orElse(paths.get(paths.size() - 1));
        return examined.places().of(culprit);
    }

    private Optional<String> lastTyped(List<String> paths) {
        return paths.stream().filter(examined.places()::has).reduce((first, last) -> last);
    }

    /** The addends with plus signs; of many, the zeros are left out. */
    private static String figures(Side side) {
        List<String> figures = side.values().stream()
                .filter(value -> side.values().size() <= 4 || value.signum() != 0)
                .map(BigDecimal::toPlainString)
                .toList();
        return figures.isEmpty() ? "0" : String.join(" + ", figures);
    }

    /** A figure as it stands behind a sign of its own. */
    private static String figure(BigDecimal value, boolean first) {
        return value.signum() < 0 && !first ? "(" + value.toPlainString() + ")" : value.toPlainString();
    }

    /** The terms with their names and, if there are several, their sum. */
    private static Message named(Side side) {
        return locale -> {
            StringBuilder said = new StringBuilder();
            for (int i = 0; i < side.names().size(); i++) {
                Term term = side.names().get(i);
                String name = term.path().substring(term.path().lastIndexOf('.') + 1);
                said.append(i == 0 ? "" : term.minus() ? " - " : " + ")
                        .append(term.lastYear() ? Message.of("last-years", name).in(locale) : name)
                        .append(' ')
                        .append(figure(
                                term.minus()
                                        ? side.values().get(i).negate()
                                        : side.values().get(i),
                                i == 0));
            }
            if (side.names().size() > 1) {
                said.append(" = ").append(side.sum().toPlainString());
            }
            return said.toString();
        };
    }
}

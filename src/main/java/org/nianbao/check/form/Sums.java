package org.nianbao.check.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nianbao.check.Examined;
import org.nianbao.check.Findings;
import org.nianbao.check.Verdict;
import org.nianbao.diagnostic.Acceptance;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Severity;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.form.BlockCells;
import org.nianbao.form.CellLine;
import org.nianbao.form.CellPath;
import org.nianbao.form.CellType;
import org.nianbao.form.FormCell;
import org.nianbao.form.Identity;
import org.nianbao.form.Term;

/**
 * Checks every total and every identity of a form, in exact decimals. Identities across years need last year's report.
 */
public final class Sums {
    /** The id of the hint about equations with blank cells. */
    public static final String UNCHECKED = "sums-unchecked";

    /** Number of equations that a hint names. */
    private static final int NAMED = 5;

    private final Examined examined;
    private final Optional<Examined> lastYear;
    private final Findings findings = new Findings();
    private final List<Unchecked> unchecked = new ArrayList<>();

    private Sums(Examined examined, Optional<Examined> lastYear) {
        this.examined = examined;
        this.lastYear = lastYear;
    }

    /**
     * Checks, in the form's order. Of an equation with a blank cell on one side, the known figures of that side cannot be
     * more than the other side; one hint names those that could not be checked.
     */
    public static Findings of(Examined examined, Optional<Examined> lastYear) {
        Sums sums = new Sums(examined, lastYear);
        for (BlockCells block : examined.report().form().cells().blocks()) {
            for (Identity identity : block.block().rules()) {
                if (lastYear.isPresent() || !identity.acrossYears()) {
                    sums.check(block, identity);
                }
            }
        }
        sums.reportUnchecked();
        return sums.findings;
    }

    /** What is left of the sums of a single report after its acceptances. */
    public static Verdict verdict(Examined examined, List<Acceptance> acceptances) {
        Findings sums = of(examined, Optional.empty());
        return Verdict.of(sums.primary().list(), sums.derived().list(), acceptances, acceptance -> true);
    }

    private void check(BlockCells block, Identity identity) {
        List<Broken> parts = new ArrayList<>();
        for (CellLine line : block.lines(identity.along())) {
            boolean isTotal = line.across().labels().stream()
                    .anyMatch(label -> label.total().isPresent());
            if (identity.acrossYears() && !parts.isEmpty() && isTotal) {
                continue; // the total follows from a reported column
            }
            Optional<Side> left = side(identity.left(), line);
            Optional<Side> right = side(identity.right(), line);
            if (!identity.acrossYears() && left.isPresent() != right.isPresent()) {
                checkBlank(identity, line, left, right);
            }
            if (left.isPresent()
                    && right.isPresent()
                    && !identity.relation().holds(left.get().sum(), right.get().sum())) {
                Broken broken = new Broken(identity, line, left.get(), right.get());
                report(broken, isTotal && follows(broken, parts));
                parts.add(broken);
            }
        }
    }

    /** Whether the columns that were reported explain the whole difference of a total. */
    private static boolean follows(Broken total, List<Broken> parts) {
        BigDecimal explained = parts.stream().map(Broken::difference).reduce(BigDecimal.ZERO, BigDecimal::add);
        return !total.identity().total() && !parts.isEmpty() && explained.compareTo(total.difference()) == 0;
    }

    /** One side of an equation: its terms, their values with signs, the sum of the values. */
    private record Side(List<Term> terms, List<BigDecimal> values, BigDecimal sum) {}

    /** An equation that does not hold in a line of a table. */
    private record Broken(Identity identity, CellLine line, Side left, Side right) {
        BigDecimal difference() {
            return left.sum().subtract(right.sum());
        }

        String subject() {
            if (identity.total()) {
                return line.cell(identity.right().get(0).path()).path().dotted();
            }
            String across = line.across().path();
            return across.isEmpty() ? line.block().section() : line.block().section() + "." + across;
        }

        String name() {
            if (!line.across().labels().isEmpty()) {
                return line.across().label().oneLine();
            }
            return new CellPath(identity.right().get(0).path())
                    .parents().stream()
                            .map(CellPath::dotted)
                            .findFirst()
                            .orElse(line.block().section());
        }
    }

    private Optional<Side> side(List<Term> terms, CellLine line) {
        List<BigDecimal> values = new ArrayList<>();
        for (Term term : terms) {
            Optional<BigDecimal> value = value(term, line.cell(term.path()));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(term.minus() ? value.get().negate() : value.get());
        }
        return Optional.of(new Side(terms, values, values.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    /** An equation that could not be checked, with its first blank cell. */
    private record Unchecked(String name, CellPath blank) {}

    /** Checks an equation of which one side has blank cells. */
    private void checkBlank(Identity identity, CellLine line, Optional<Side> left, Optional<Side> right) {
        List<Term> open = left.isPresent() ? identity.right() : identity.left();
        List<CellPath> blank = open.stream()
                .map(term -> line.cell(term.path()).path())
                .filter(path -> examined.canRead(path)
                        && examined.report().cell(path).value().isEmpty())
                .toList();
        boolean counts = open.stream()
                .noneMatch(term -> term.minus() || line.cell(term.path()).spec().type() == CellType.CHANGE);
        if (blank.isEmpty() || !counts || identity.relation() != Identity.Relation.EQUAL) {
            return;
        }
        List<Term> known = open.stream()
                .filter(term -> examined.value(line.cell(term.path()).path()).isPresent())
                .toList();
        Side part = side(known, line).orElseThrow();
        Side whole = left.or(() -> right).orElseThrow();
        Broken broken = new Broken(identity, line, left.isPresent() ? whole : part, left.isPresent() ? part : whole);
        if (part.sum().compareTo(whole.sum()) <= 0) {
            unchecked.add(new Unchecked(broken.name(), blank.get(0)));
        } else {
            findings.primary()
                    .add(Diagnostic.error(
                                    "blank-sum",
                                    broken.name(),
                                    figures(part),
                                    part.sum().toPlainString(),
                                    whole.sum().toPlainString(),
                                    examined.says(identity.rule()))
                            .as(identity.rule())
                            .as(identity.warning() ? Severity.WARNING : Severity.ERROR)
                            .at(examined.places().of(blank.get(0).dotted()))
                            .about(broken.subject())
                            .acceptable("accept-figures"));
        }
    }

    private void reportUnchecked() {
        if (!unchecked.isEmpty()) {
            CellPath first = unchecked.get(0).blank();
            List<String> names =
                    unchecked.stream().map(Unchecked::name).distinct().toList();
            String shown = names.stream().limit(NAMED).collect(Collectors.joining("、"));
            findings.primary()
                    .add(Diagnostic.hint(
                            UNCHECKED,
                            examined.places().of(first.dotted()),
                            unchecked.size(),
                            shown + (names.size() > NAMED ? "……" : "")));
        }
    }

    /** The path of a cell in last year's report. */
    private String lastYears(FormCell cell) {
        return lastYear.flatMap(last -> last.report().counterpart(cell))
                .orElse(cell)
                .path()
                .dotted();
    }

    private Optional<BigDecimal> value(Term term, FormCell cell) {
        return term.lastYear()
                ? lastYear.filter(last -> last.canRead(cell.path()))
                        .map(Examined::report)
                        .flatMap(last -> last.counterpart(cell)
                                .flatMap(own -> last.cell(own.path()).value()))
                : examined.value(cell.path());
    }

    private void report(Broken broken, boolean follows) {
        Identity identity = broken.identity();
        String subject = broken.subject();
        String difference = broken.difference().abs().toPlainString();
        Diagnostic diagnostic = (identity.total()
                        ? Diagnostic.error(
                                "total",
                                broken.name(),
                                figures(broken.left()),
                                broken.left().sum().toPlainString(),
                                broken.right().sum().toPlainString(),
                                difference,
                                examined.says(identity.rule()))
                        : Diagnostic.error(
                                identity.relation() == Identity.Relation.EQUAL ? "sum" : "bound",
                                broken.name(),
                                named(broken.left()),
                                named(broken.right()),
                                difference,
                                examined.says(identity.rule())))
                .as(identity.rule())
                .as(identity.warning() ? Severity.WARNING : Severity.ERROR)
                .at(culprit(broken))
                .about(subject)
                .help(Message.of("correct-figures"))
                .acceptable("accept-figures");
        for (Term term : broken.right().terms()) {
            if (term.lastYear()) {
                String path = lastYears(broken.line().cell(term.path()));
                diagnostic = diagnostic.related(
                        lastYear.orElseThrow().places().of(path), Message.of("last-year-here", path));
            }
        }
        boolean computed = identity.total() && !examined.places().has(subject);
        (computed || follows ? findings.derived() : findings.primary()).add(diagnostic);
    }

    /** The last typed figure of this year: of the terms or, if they are all computed, of their addends. */
    private SourceSpan culprit(Broken broken) {
        List<Term> terms = new ArrayList<>(broken.left().terms());
        terms.addAll(broken.right().terms());
        terms.removeIf(Term::lastYear);
        CellLine line = broken.line();
        List<FormCell> cells =
                terms.stream().map(term -> line.cell(term.path())).toList();
        List<FormCell> addends = terms.stream()
                .flatMap(term -> line.addends(term.path()).stream())
                .toList();
        String last = cells.get(cells.size() - 1).path().dotted();
        return examined.places()
                .of(lastTyped(cells).or(() -> lastTyped(addends)).orElse(last));
    }

    private Optional<String> lastTyped(List<FormCell> cells) {
        return cells.stream()
                .map(cell -> cell.path().dotted())
                .filter(examined.places()::has)
                .reduce((first, last) -> last);
    }

    /** The addends with plus signs, without zeros if there are many. */
    private static String figures(Side side) {
        List<String> figures = side.values().stream()
                .filter(value -> side.values().size() <= 4 || value.signum() != 0)
                .map(BigDecimal::toPlainString)
                .toList();
        return figures.isEmpty() ? "0" : String.join(" + ", figures);
    }

    /** The terms with their names and, if there are several, their sum. */
    private static Message named(Side side) {
        return locale -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < side.terms().size(); i++) {
                Term term = side.terms().get(i);
                String name = new CellPath(term.path()).lastKey();
                BigDecimal signed = side.values().get(i);
                BigDecimal value = term.minus() ? signed.negate() : signed;
                String figure = value.toPlainString();
                text.append(i == 0 ? "" : term.minus() ? " - " : " + ")
                        .append(term.lastYear() ? Message.of("last-years", name).in(locale) : name)
                        .append(' ')
                        .append(i > 0 && value.signum() < 0 ? "(" + figure + ")" : figure);
            }
            return side.terms().size() > 1 ? text + " = " + side.sum().toPlainString() : text.toString();
        };
    }
}

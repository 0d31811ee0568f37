package org.nianbao.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.nianbao.problem.Acceptance;
import org.nianbao.problem.Message;
import org.nianbao.problem.Message.Bilingual;
import org.nianbao.problem.Place;
import org.nianbao.problem.Places;
import org.nianbao.problem.Problem;
import org.nianbao.report.Axis;
import org.nianbao.report.Block;
import org.nianbao.report.Cell;
import org.nianbao.report.Form;
import org.nianbao.report.Identity;
import org.nianbao.report.Report;
import org.nianbao.report.Section;

/** Reckons a report's tables: every total and every identity of its form, in exact decimals. */
public final class Checks {
    private final Report report;
    private final Places places;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> echoes = new ArrayList<>();

    private Checks(Report report, Places places) {
        this.report = report;
        this.places = places;
    }

    /**
     * What does not add up, in the form's order. An equation with a blank cell in it says nothing.
     *
     * @param places where the figures were written
     * @param unread sections in which something could not be read, so that nothing can be said of their sums
     */
    public static Findings of(Report report, Places places, Set<String> unread) {
        Checks checks = new Checks(report, places);
        for (Section.Figures section : report.form().tables()) {
            if (unread.contains(section.key())) {
                continue;
            }
            for (Block block : section.table().blocks()) {
                for (Identity identity : block.rules()) {
                    checks.check(section, block, identity);
                }
            }
        }
        return new Findings(checks.problems, checks.echoes);
    }

    private void check(Section.Figures section, Block block, Identity identity) {
        boolean rows = identity.terms() == Identity.Along.ROWS;
        Map<String, Axis.Leaf> terms = new HashMap<>();
        for (Axis.Leaf term : (rows ? block.rows() : block.columns()).leaves()) {
            terms.put(term.path(), term);
        }
        for (Axis.Leaf across : (rows ? block.columns() : block.rows()).leaves()) {
            UnaryOperator<String> path = name -> {
                Axis.Leaf term = Objects.requireNonNull(terms.get(name), name);
                return section.key() + "." + (rows ? block.path(term, across) : block.path(across, term));
            };
            List<String> left = identity.left().stream().map(path).toList();
            List<String> right = identity.right().stream().map(path).toList();
            Optional<BigDecimal> leftSum = sum(left);
            Optional<BigDecimal> rightSum = sum(right);
            if (leftSum.isPresent() && rightSum.isPresent() && leftSum.get().compareTo(rightSum.get()) != 0) {
                String line = across.trail().isEmpty()
                        ? parent(identity.right().get(0), section)
                        : across.label().text().replace("\n", "");
                String subject = identity.total() ? right.get(0) : section.key() + "." + across.path();
                Side from = new Side(left, leftSum.get());
                Side to = new Side(right, rightSum.get());
                boolean reckoned = identity.total() && !places.has(subject);
                (reckoned ? echoes : problems).add(broken(identity, subject, line, from, to));
            }
        }
    }

    /** One side of an equation: the paths of its terms and what they sum up to. */
    private record Side(List<String> paths, BigDecimal sum) {}

    private Problem broken(Identity identity, String subject, String line, Side left, Side right) {
        String rule = identity.rule();
        String difference = left.sum().subtract(right.sum()).abs().toPlainString();
        String shouldBe = left.sum().toPlainString();
        String is = right.sum().toPlainString();
        Message fact = identity.total()
                ? Message.of("total", line, spelled(left.paths()), shouldBe, is, difference, says(rule))
                : Message.of(
                        "sum",
                        line,
                        spelled(left.paths()),
                        shouldBe,
                        spelled(right.paths()),
                        is,
                        difference,
                        says(rule));
        Place place = places.of(culprit(left.paths(), right.paths()));
        return Problem.error(rule, place, fact, Message.of("accept", rule, subject))
                .about(subject);
    }

    /** The last figure that somebody typed: a total rather than its addends. */
    private String culprit(List<String> left, List<String> right) {
        List<String> all = new ArrayList<>(left);
        all.addAll(right);
        String culprit = right.get(right.size() - 1);
        for (String path : all) {
            if (places.has(path)) {
                culprit = path;
            }
        }
        return culprit;
    }

    private Optional<BigDecimal> sum(List<String> paths) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String path : paths) {
            Optional<BigDecimal> value = report.cell(path).value();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(value.get());
        }
        return Optional.of(sum);
    }

    /** The addends with plus signs; of many, the zeros are left out. */
    private String spelled(List<String> paths) {
        List<String> figures = paths.stream().map(report::cell).map(Cell::text).collect(Collectors.toList());
        if (figures.size() > 4) {
            figures.removeIf(figure -> new BigDecimal(figure).signum() == 0);
        }
        return figures.isEmpty() ? "0" : String.join(" + ", figures);
    }

    private Message says(String id) {
        Form.Rule rule = report.form().rules().get(id);
        if (rule == null) {
            throw new IllegalStateException(id);
        }
        return Message.of(new Bilingual(rule.zh(), rule.en()));
    }

    private static String parent(String path, Section section) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? section.key() : path.substring(0, dot);
    }

    /**
     * What does not add up.
     *
     * @param told equations between figures that somebody typed
     * @param echoes totals that nobody typed, and that another way of reckoning does not confirm: mostly they follow
     *     from a wrong figure that is told anyway
     */
    public record Findings(List<Problem> told, List<Problem> echoes) {
        public Findings {
            told = List.copyOf(told);
            echoes = List.copyOf(echoes);
        }
    }

    /**
     * Sorts findings by the acceptances that people wrote. Echoes are told once nothing else is open.
     *
     * @param findings what the checks found
     * @param acceptances what may stand
     */
    public static Verdict weigh(Findings findings, List<Acceptance> acceptances) {
        List<Problem> open = new ArrayList<>(unaccepted(findings.told(), acceptances));
        if (open.isEmpty()) {
            open.addAll(unaccepted(findings.echoes(), acceptances));
        }
        List<Problem> all = new ArrayList<>(findings.told());
        all.addAll(findings.echoes());
        int accepted = all.size() - unaccepted(all, acceptances).size();
        for (Acceptance acceptance : acceptances) {
            if (all.stream().noneMatch(acceptance::covers)) {
                open.add(Problem.warning(
                        "idle-acceptance",
                        acceptance.place(),
                        Message.of("idle-acceptance", acceptance.id(), acceptance.subject()),
                        Message.of("idle-acceptance.way-out")));
            }
        }
        return new Verdict(open, accepted);
    }

    private static List<Problem> unaccepted(List<Problem> findings, List<Acceptance> acceptances) {
        return findings.stream()
                .filter(finding -> acceptances.stream().noneMatch(acceptance -> acceptance.covers(finding)))
                .toList();
    }

    /**
     * What is left of the findings.
     *
     * @param open neither accepted nor mended, and acceptances that accept nothing
     * @param accepted how many findings stand with a reason
     */
    public record Verdict(List<Problem> open, int accepted) {
        public Verdict {
            open = List.copyOf(open);
        }
    }
}

package org.nianbao.blank;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nianbao.diagnostic.Acceptance;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.form.Axis;
import org.nianbao.form.Block;
import org.nianbao.form.Cell;
import org.nianbao.form.CellType;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.Identity;
import org.nianbao.form.Label;
import org.nianbao.form.Section;
import org.nianbao.form.Shape;
import org.nianbao.form.Term;
import org.nianbao.input.Keywords;
import org.nianbao.input.Reading;
import org.nianbao.report.ChartRequest;
import org.nianbao.report.Report;

/**
 * What a new report takes over from one that was written before, maybe in another edition of the form: from one of the same
 * year everything; from last year's what the agency is, what it wrote, and the figures that follow by the form's own
 * identities; from any other no figures.
 */
final class Carried {
    private static final Pattern QUOTE = Pattern.compile("\\{\\{\\s*([^{}]+?)\\s*}}");

    private final Form form;
    private final Report report;
    private final SourceSpans places;
    private final List<ChartRequest> exhibits;
    private final List<Acceptance> accepted;
    private final int year;
    private final Distance distance;
    private final Diagnostics diagnostics;

    /** Paths of the new form with those of the same figures in the report, and the other way round. */
    private final Map<String, String> former = new HashMap<>();

    private final Map<String, String> present = new HashMap<>();
    private final Map<String, String> facts;
    private final Map<String, String> prose = new LinkedHashMap<>();
    private final Map<String, List<String>> remarks = new LinkedHashMap<>();
    private final Map<String, Cell> figures = new LinkedHashMap<>();
    private final Set<String> leftOut = new HashSet<>();
    private final Set<String> toCorrect = new HashSet<>();
    private final List<String> lost = new ArrayList<>();

    /** How far a new report is from the one it takes over from. */
    private enum Distance {
        SAME_YEAR,
        YEAR_AFTER,
        OTHER;

        static Distance of(int years) {
            return years == 0 ? SAME_YEAR : years == 1 ? YEAR_AFTER : OTHER;
        }
    }

    Carried(Filling own, Form form, int year, Reading.Filled from, Diagnostics diagnostics) {
        this.form = form;
        this.facts = new LinkedHashMap<>(own.facts());
        this.report = from.report();
        this.places = from.places();
        this.exhibits = from.exhibits();
        this.accepted = from.acceptances();
        this.year = year;
        this.distance = Distance.of(year - report.year().orElse(0));
        this.diagnostics = diagnostics;
    }

    /** All of it. */
    Filling filling() {
        form.tables().stream().flatMap(Carried::slots).forEach(this::remember);
        form.facts().forEach(this::fact);
        for (Section section : form.sections()) {
            if (section instanceof Section.ProseSection part) {
                prose(part);
            } else if (section instanceof Section.TableSection part) {
                figures(part);
            }
        }
        lose();
        List<ChartRequest> charts = new CarriedCharts(form, year, report).of(exhibits);
        List<Acceptance> acceptances = distance == Distance.SAME_YEAR
                ? accepted.stream().map(this::moved).toList()
                : List.of();
        return new Filling(facts, prose, remarks, leftOut, figures, toCorrect, charts, acceptances, lost);
    }

    private Acceptance moved(Acceptance accepted) {
        String subject = present.getOrDefault(accepted.subject(), accepted.subject());
        return new Acceptance(accepted.id(), subject, accepted.quote(), accepted.reason(), accepted.place());
    }

    /** Where a figure of the new form stood in the report, if it was there. */
    private void remember(Shape.Slot slot) {
        report.counterpart(form, slot.path())
                .filter(path -> fits(slot.takes(), report.cell(path)))
                .ifPresent(path -> {
                    former.put(slot.path(), path);
                    present.put(path, slot.path());
                });
    }

    private static boolean fits(Label.CellSpec takes, Cell cell) {
        if (takes.type().isChosen()) {
            return cell.equals(Cell.BLANK)
                    || (cell instanceof Cell.Words words && takes.choices().containsAll(words.words()));
        }
        return cell.equals(Cell.BLANK) || takes.type().read(cell.text()).isPresent();
    }

    private void fact(Fact fact) {
        Optional<Fact> before = report.form().facts().stream()
                .filter(other -> other.key().equals(fact.key()) && other.type() == fact.type())
                .findFirst();
        Optional<String> known = before.flatMap(same -> report.fact(same.key())).filter(words -> !words.isEmpty());
        boolean lasts = distance == Distance.SAME_YEAR || fact.type() != Fact.Type.DATE;
        if (lasts
                && known.filter(words ->
                                fact.choices().isEmpty() || fact.choices().contains(words))
                        .isPresent()) {
            facts.putIfAbsent(fact.key(), known.get());
        }
        leaveOut(fact.key(), fact.required(), before.isPresent());
    }

    private void prose(Section.ProseSection section) {
        String key = section.key();
        boolean before = report.form().sections().stream()
                .anyMatch(other -> isProse(other) && other.key().equals(key));
        leaveOut(key, section.required(), before);
        if (!before) {
            return;
        }
        String text = requoted(report.prose(key));
        if (distance != Distance.SAME_YEAR) {
            remarks.put(
                    key,
                    Yaml.lines(text).stream().map(line -> mark() + "：" + line).toList());
        } else if (!text.isBlank() || isTilde(key)) {
            prose.put(key, text);
        }
    }

    /** What opens each line of prose that is there to look at, so that it is never taken for prose of the new report. */
    private String mark() {
        String year = report.fact(Fact.Role.YEAR).map(number -> number + "年").orElse("");
        return (distance == Distance.YEAR_AFTER ? Keywords.LAST_YEAR : year) + Keywords.EARLIER_PROSE;
    }

    private static boolean isProse(Section section) {
        return section instanceof Section.ProseSection;
    }

    /** What the form leaves free and the report did without is not asked for. */
    private void leaveOut(String key, boolean required, boolean before) {
        if (!required && before && !places.has(key)) {
            leftOut.add(key);
        }
    }

    private boolean isTilde(String path) {
        return places.has(path) && places.of(path).words().equals("~");
    }

    private void figures(Section.TableSection section) {
        switch (distance) {
            case SAME_YEAR -> slots(section).forEach(this::copy);
            case YEAR_AFTER -> {
                slots(section)
                        .filter(slot -> slot.takes().type() == CellType.TEXT)
                        .forEach(slot -> before(slot.path())
                                .filter(cell -> !cell.equals(Cell.BLANK))
                                .ifPresent(cell -> start(slot.path(), cell, true)));
                section.table().blocks().forEach(block -> follow(section, block));
            }
            case OTHER -> {}
        }
    }

    /** What stood in the report for a cell of the new form, if it has it. */
    private Optional<Cell> before(String path) {
        return Optional.ofNullable(former.get(path)).map(report::cell);
    }

    /** A figure as it was typed or, where it was left out, zero; a total only if it was typed. */
    private void copy(Shape.Slot slot) {
        String path = former.get(slot.path());
        if (path == null || (slot.isTotal() && !places.has(path))) {
            return;
        }
        Cell cell = report.cell(path);
        boolean leftOut = slot.takes().optional() && !places.has(path);
        if (!cell.equals(Cell.BLANK) || isTilde(path) || leftOut) {
            figures.put(slot.path(), cell);
        }
    }

    /** The figures that last year's report tells, by the identities that tie the years. */
    private void follow(Section.TableSection section, Block block) {
        for (Identity identity : block.identities()) {
            Successor.of(identity).ifPresent(successor -> follow(section, block, identity.terms(), successor));
        }
    }

    private void follow(Section.TableSection section, Block block, Identity.Along terms, Successor successor) {
        boolean rows = terms == Identity.Along.ROWS;
        Axis along = rows ? block.rows() : block.columns();
        Axis other = rows ? block.columns() : block.rows();
        for (Axis.Leaf across : other.leaves()) {
            Axis.Leaf own = along.leaf(successor.figure());
            if (!own.isTotal() && !across.isTotal()) {
                UnaryOperator<String> path = term -> section.key() + "."
                        + (rows ? block.path(along.leaf(term), across) : block.path(across, along.leaf(term)));
                CellType type = (rows ? block.takes(own, across) : block.takes(across, own)).type();
                sum(successor.last(), path, type)
                        .ifPresent(cell -> start(path.apply(successor.figure()), cell, successor.changes()));
            }
        }
    }

    /** What some figures of last year come to: one as it was typed, several reckoned; nothing if one of them is not known. */
    private Optional<Cell> sum(List<Term> terms, UnaryOperator<String> path, CellType type) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Term term : terms) {
            Optional<Cell> cell = before(path.apply(term.path()));
            Optional<BigDecimal> value = cell.flatMap(Cell::value);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            if (terms.size() == 1 && !term.minus()) {
                return type.read(cell.get().text());
            }
            sum = term.minus() ? sum.subtract(value.get()) : sum.add(value.get());
        }
        return type.read(type.reckoned(sum).text());
    }

    /** Writes what is known of a cell at the start of the year. */
    private void start(String path, Cell cell, boolean changes) {
        figures.put(path, cell);
        if (changes) {
            toCorrect.add(path);
        }
    }

    /** Prose whose quotes lead to the same figures in the new form; a figure that it does not have is written out. */
    private String requoted(String text) {
        return QUOTE.matcher(text)
                .replaceAll(quote -> Matcher.quoteReplacement(requoted(quote.group(1), quote.group())));
    }

    private String requoted(String path, String quote) {
        String now = present.get(path);
        if (now != null) {
            return now.equals(path) ? quote : "{{" + now + "}}";
        }
        boolean known = facts.containsKey(path) || present.containsKey(path.replaceFirst("\\.[^.]*$", ""));
        return known ? quote : report.quoted(path).orElse(quote);
    }

    /** Tells what is not carried. */
    private void lose() {
        if (distance == Distance.OTHER) {
            String year = report.fact(Fact.Role.YEAR).orElse("");
            diagnostics.add(Diagnostic.warning(
                    "years-apart",
                    places.of(report.form().fact(Fact.Role.YEAR).orElseThrow().key()),
                    Message.of("years-apart", year),
                    Message.of("years-apart.help")));
            return;
        }
        for (Fact fact : report.form().facts()) {
            if (form.facts().stream().noneMatch(other -> other.key().equals(fact.key()))) {
                report.fact(fact.key()).ifPresent(words -> lose(fact.key(), words));
            }
        }
        for (Section section : report.form().sections()) {
            if (section instanceof Section.TableSection part) {
                slots(part)
                        .filter(slot -> !slot.isTotal())
                        .map(Shape.Slot::path)
                        .forEach(this::loseFigure);
            } else if (form.sections().stream().noneMatch(other -> other.key().equals(section.key()))) {
                lose(section.key(), report.prose(section.key()));
            }
        }
    }

    private void loseFigure(String path) {
        Cell cell = report.cell(path);
        if (!present.containsKey(path)
                && !cell.equals(Cell.BLANK)
                && cell.value().filter(value -> value.signum() == 0).isEmpty()) {
            lose(path, cell.text());
        }
    }

    private void lose(String path, String words) {
        if (!words.isBlank()) {
            Yaml.lines(path + "：" + words).forEach(lost::add);
            diagnostics.add(Diagnostic.warning(
                            "no-place",
                            places.of(path),
                            Message.of("no-place", path, form.edition()),
                            Message.of(distance == Distance.SAME_YEAR ? "no-place.help" : "no-place.last-year"))
                    .about(path));
        }
    }

    private static Stream<Shape.Slot> slots(Section.TableSection section) {
        return Shape.of(section).slots();
    }
}

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nianbao.diagnostic.Acceptance;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.form.BlockCells;
import org.nianbao.form.Cell;
import org.nianbao.form.CellLine;
import org.nianbao.form.CellPath;
import org.nianbao.form.CellSpec;
import org.nianbao.form.CellType;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.form.Identity;
import org.nianbao.form.Section;
import org.nianbao.form.Term;
import org.nianbao.input.Keywords;
import org.nianbao.input.Reading;
import org.nianbao.report.Annex;
import org.nianbao.report.ChartRequest;
import org.nianbao.report.Report;
import org.nianbao.report.TableWords;

/**
 * Carries an earlier report over into a new one, also into another edition of the form. From a report of the same year,
 * everything; from last year's, the facts, the prose as comments, and the figures that follow by the form's identities; from
 * an older one, no figures.
 */
final class Carried {
    private static final Pattern QUOTE = Pattern.compile("\\{\\{\\s*([^{}]+?)\\s*}}");

    private final Form form;
    private final Reading.Filled earlier;
    private final Report report;
    private final SourceSpans places;
    private final int year;
    private final Distance distance;
    private final Diagnostics diagnostics;

    /** From the paths of the new form to those of the report, and back. */
    private final Map<CellPath, CellPath> former = new HashMap<>();

    private final Map<CellPath, CellPath> present = new HashMap<>();
    private final Map<String, String> facts;
    private final Map<String, String> prose = new LinkedHashMap<>();
    private final Map<String, List<String>> remarks = new LinkedHashMap<>();
    private final Map<CellPath, Cell> figures = new LinkedHashMap<>();
    private final Set<String> leftOut = new HashSet<>();
    private final Set<CellPath> toCorrect = new HashSet<>();
    private final List<String> lost = new ArrayList<>();

    /** Years from the earlier report to the new one. */
    private enum Distance {
        SAME_YEAR,
        YEAR_AFTER,
        OTHER;

        static Distance of(int years) {
            return years == 0 ? SAME_YEAR : years == 1 ? YEAR_AFTER : OTHER;
        }
    }

    Carried(Filling own, Form form, int year, Reading.Filled earlier, Diagnostics diagnostics) {
        this.form = form;
        this.facts = new LinkedHashMap<>(own.facts());
        this.earlier = earlier;
        this.report = earlier.report();
        this.places = earlier.places();
        this.year = year;
        this.distance = Distance.of(year - report.year().orElse(0));
        this.diagnostics = diagnostics;
    }

    Filling filling() {
        form.cells().all().stream().filter(cell -> cell.spec().fact().isEmpty()).forEach(this::remember);
        form.facts().forEach(this::fact);
        for (Section section : form.sections()) {
            if (section instanceof Section.ProseSection part) {
                prose(part);
            } else if (section instanceof Section.TableSection part) {
                figures(part);
            }
        }
        lose();
        if (distance != Distance.SAME_YEAR) {
            annexes();
        }
        List<ChartRequest> charts = new CarriedCharts(form, year, report).of(earlier.charts());
        List<Acceptance> acceptances = distance == Distance.SAME_YEAR
                ? earlier.acceptances().stream().map(this::moved).toList()
                : List.of();
        return new Filling(
                facts,
                prose,
                remarks,
                leftOut,
                figures,
                toCorrect,
                Map.of(),
                distance == Distance.SAME_YEAR ? moved(report.words()) : TableWords.NONE,
                charts,
                acceptances,
                lost);
    }

    /** The titles and the heads or files of the earlier report's annexes; their rows are those of its year. */
    private void annexes() {
        List<String> lines = report.words().annexes().stream().map(this::annex).toList();
        if (!lines.isEmpty()) {
            remarks.put(Keywords.ANNEXES, lines);
        }
    }

    private String annex(Annex annex) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(Keywords.TITLE, Yaml.scalar(annex.title()));
        annex.file().ifPresent(file -> keys.put(Keywords.FILE, Yaml.scalar(file)));
        if (annex.file().isEmpty() && !annex.rows().isEmpty()) {
            String head = report.prose(annex.path()).lines().limit(2).collect(Collectors.joining("\n", "", "\n"));
            keys.put(Keywords.ROWS, Yaml.scalar(head));
        }
        return "- " + Yaml.mapping(keys);
    }

    /** The same words at the paths of the new form. */
    private TableWords moved(TableWords words) {
        Map<CellPath, String> notes = new LinkedHashMap<>();
        words.notes().forEach((path, note) -> notes.put(present.getOrDefault(path, path), note));
        Map<String, String> texts = new LinkedHashMap<>();
        words.prose().forEach((path, text) -> texts.put(path, requoted(report.prose(path))));
        return new TableWords(notes, texts, words.below(), words.annexes());
    }

    private Acceptance moved(Acceptance accepted) {
        CellPath before = new CellPath(accepted.subject());
        String subject = present.getOrDefault(before, before).dotted();
        return new Acceptance(accepted.id(), subject, accepted.quote(), accepted.reason(), accepted.span());
    }

    /** Records the cell of the report for a cell of the new form, if its content fits. */
    private void remember(FormCell cell) {
        report.counterpart(cell)
                .filter(own -> fits(cell.spec(), report.cell(own.path())))
                .ifPresent(own -> {
                    former.put(cell.path(), own.path());
                    present.put(own.path(), cell.path());
                });
    }

    private static boolean fits(CellSpec spec, Cell cell) {
        if (spec.type().isChosen()) {
            return cell.equals(Cell.BLANK)
                    || (cell instanceof Cell.Words words && spec.choices().containsAll(words.words()));
        }
        return cell.equals(Cell.BLANK) || spec.type().read(cell.text()).isPresent();
    }

    private void fact(Fact fact) {
        boolean before = report.form().facts().stream()
                .anyMatch(other -> other.key().equals(fact.key()) && other.type() == fact.type());
        boolean lasts = distance == Distance.SAME_YEAR || fact.type() != Fact.Type.DATE;
        report.fact(fact.key())
                .filter(words -> before && lasts && !words.isEmpty())
                .filter(words -> fact.choices().isEmpty() || fact.choices().contains(words))
                .ifPresent(words -> facts.putIfAbsent(fact.key(), words));
        leaveOut(fact.key(), fact.required(), before);
    }

    private void prose(Section.ProseSection section) {
        String key = section.key();
        boolean before = report.form().sections().stream()
                .anyMatch(other ->
                        other instanceof Section.ProseSection && other.key().equals(key));
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

    /** The start of each line of earlier prose in a comment; so it is never taken for prose of the new report. */
    private String mark() {
        String year = report.fact(Fact.Role.YEAR).map(number -> number + "年").orElse("");
        return (distance == Distance.YEAR_AFTER ? Keywords.LAST_YEAR : year) + Keywords.EARLIER_PROSE;
    }

    /** Does not ask for an optional key that the report left out. */
    private void leaveOut(String key, boolean required, boolean before) {
        if (!required && before && !places.has(key)) {
            leftOut.add(key);
        }
    }

    private boolean isTilde(String path) {
        return places.has(path) && places.of(path).words().equals("~");
    }

    private void figures(Section.TableSection section) {
        if (distance != Distance.SAME_YEAR) {
            words(section.key());
        }
        switch (distance) {
            case SAME_YEAR -> form.cells().keys(section.key()).cells().forEach(this::copy);
            case YEAR_AFTER -> {
                form.cells()
                        .keys(section.key())
                        .cells()
                        .filter(cell -> cell.spec().type() == CellType.TEXT)
                        .forEach(cell -> before(cell)
                                .filter(words -> !words.equals(Cell.BLANK))
                                .ifPresent(words -> start(cell, words, true)));
                form.cells().blocks(section.key()).forEach(this::follow);
            }
            case OTHER -> {}
        }
    }

    /** Keeps the words around and in a table as comments. */
    private void words(String section) {
        TableWords words = report.words();
        List<String> lines = new ArrayList<>();
        words.opening(section).stream()
                .flatMap(path -> Yaml.lines(report.prose(path)).stream())
                .map(line -> mark() + "：" + line)
                .forEach(lines::add);
        String note = mark().replace(Keywords.EARLIER_PROSE, Keywords.NOTE) + "：";
        words.notes().forEach((path, text) -> {
            if (path.section().equals(section)) {
                lines.add(note + path.inSection() + " " + report.cell(path).text() + "（" + text + "）");
            }
        });
        words.below(section).forEach(line -> lines.add(note + line));
        if (!lines.isEmpty()) {
            remarks.put(section, lines);
        }
    }

    /** The content of a cell in the report. */
    private Optional<Cell> before(FormCell cell) {
        return Optional.ofNullable(former.get(cell.path())).map(report::cell);
    }

    /** Copies a figure: as typed, or zero if it was left out. A total is copied only if it was typed. */
    private void copy(FormCell now) {
        CellPath path = former.get(now.path());
        if (path == null || (now.isTotal() && !places.has(path.dotted()))) {
            return;
        }
        Cell cell = report.cell(path);
        boolean leftOut = now.spec().optional() && !places.has(path.dotted());
        if (!cell.equals(Cell.BLANK) || isTilde(path.dotted()) || leftOut) {
            figures.put(now.path(), cell);
        }
    }

    /** Takes the figures that follow from last year's by an identity across years. */
    private void follow(BlockCells block) {
        for (Identity identity : block.block().identities()) {
            Successor.of(identity)
                    .ifPresent(successor -> block.lines(identity.along()).forEach(line -> follow(line, successor)));
        }
    }

    private void follow(CellLine line, Successor successor) {
        FormCell own = line.cell(successor.figure());
        if (!own.isTotal()) {
            sum(successor.last(), line, own.spec().type()).ifPresent(cell -> start(own, cell, successor.changes()));
        }
    }

    /** The sum of last year's figures; a single one as typed. Empty if one is not known. */
    private Optional<Cell> sum(List<Term> terms, CellLine line, CellType type) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Term term : terms) {
            Optional<Cell> cell = before(line.cell(term.path()));
            Optional<BigDecimal> value = cell.flatMap(Cell::value);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            if (terms.size() == 1 && !term.minus()) {
                return type.read(cell.get().text());
            }
            sum = term.minus() ? sum.subtract(value.get()) : sum.add(value.get());
        }
        return type.read(type.cell(sum).text());
    }

    /** @param changes whether the figure most likely changes during the year */
    private void start(FormCell cell, Cell content, boolean changes) {
        figures.put(cell.path(), content);
        if (changes) {
            toCorrect.add(cell.path());
        }
    }

    /** Prose with quotes of the same figures in the new form. A figure that the form does not have is written out. */
    private String requoted(String text) {
        return QUOTE.matcher(text)
                .replaceAll(quote -> Matcher.quoteReplacement(requoted(quote.group(1), quote.group())));
    }

    private String requoted(String name, String quote) {
        CellPath path = new CellPath(name);
        CellPath now = present.get(path);
        if (now != null) {
            return now.equals(path) ? quote : "{{" + now + "}}";
        }
        boolean known =
                facts.containsKey(name) || path.parents().stream().limit(1).anyMatch(present::containsKey);
        return known ? quote : report.quoted(name).orElse(quote);
    }

    /** Reports what cannot be carried over. */
    private void lose() {
        if (distance == Distance.OTHER) {
            String year = report.fact(Fact.Role.YEAR).orElse("");
            diagnostics.add(Diagnostic.warning(
                    "years-apart",
                    places.of(report.form().fact(Fact.Role.YEAR).orElseThrow().key()),
                    year));
            return;
        }
        for (Fact fact : report.form().facts()) {
            if (form.facts().stream().noneMatch(other -> other.key().equals(fact.key()))) {
                report.fact(fact.key()).ifPresent(words -> lose(fact.key(), words));
            }
        }
        for (Section section : report.form().sections()) {
            if (section instanceof Section.TableSection part) {
                report.form()
                        .cells()
                        .keys(part.key())
                        .cells()
                        .filter(cell -> !cell.isTotal())
                        .map(FormCell::path)
                        .forEach(this::loseFigure);
            } else if (form.sections().stream().noneMatch(other -> other.key().equals(section.key()))) {
                lose(section.key(), report.prose(section.key()));
            }
        }
    }

    private void loseFigure(CellPath path) {
        Cell cell = report.cell(path);
        if (!present.containsKey(path)
                && !cell.equals(Cell.BLANK)
                && cell.value().filter(value -> value.signum() == 0).isEmpty()) {
            lose(path.dotted(), cell.text());
        }
    }

    private void lose(String path, String words) {
        if (!words.isBlank()) {
            Yaml.lines(path + "：" + words).forEach(lost::add);
            diagnostics.add(Diagnostic.warning("no-place", places.of(path), path, form.edition())
                    .help(Message.of(distance == Distance.SAME_YEAR ? "no-place.help" : "no-place.last-year"))
                    .about(path));
        }
    }
}

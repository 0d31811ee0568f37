package org.nianbao.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nianbao.compare.ComparedRow.ComparedCell;
import org.nianbao.console.Snippet;
import org.nianbao.diagnostic.Message;

/**
 * A comparison as text for a terminal: the reports with their numbers, the changed cells in aligned columns, the changes of
 * sentences. Lines end in {@code \n}.
 */
public final class ComparisonText {
    /** Of a table. */
    private static final int MAX_REPORTS = 8;

    /** Of a cell, in columns of the terminal; longer text is cut. */
    private static final int MAX_WIDTH = 24;

    /** Characters shown before and after a change. */
    private static final int CONTEXT = 12;

    private static final String NONE = "—";
    private static final String NO_SUCH_CELL = "/";

    /** As an input writes it. */
    private static final String BLANK = "~";

    private final Comparison comparison;
    private final Locale locale;
    private final StringBuilder text = new StringBuilder();

    private ComparisonText(Comparison comparison, Locale locale) {
        this.comparison = comparison;
        this.locale = locale;
    }

    public static String text(Comparison comparison, Locale locale) {
        ComparisonText differences = new ComparisonText(comparison, locale);
        differences.reports();
        differences.cells();
        differences.partial();
        comparison.rewritings().forEach(differences::prose);
        differences.copies();
        return differences.text.toString();
    }

    private void reports() {
        for (int i = 0; i < comparison.reports().size(); i++) {
            Compared report = comparison.reports().get(i);
            line(String.join(" ", number(i), report.year(), report.agency(), "(" + report.name() + ")"));
        }
        line("");
        line(say("cells-differ", comparison.cells(), comparison.changed()));
    }

    private static String number(int report) {
        return "[" + (report + 1) + "]";
    }

    private String label(int report) {
        List<String> years =
                comparison.reports().stream().map(Compared::year).distinct().toList();
        return comparison.oneAgency() && years.size() == comparison.reports().size()
                ? years.get(report)
                : number(report);
    }

    private void cells() {
        int reports = comparison.reports().size();
        for (int from = 0; from < reports && !comparison.rows().isEmpty(); from += MAX_REPORTS) {
            table(from, Math.min(from + MAX_REPORTS, reports));
        }
    }

    /** The changed cells of some reports; the table with the last report shows the differences. */
    private void table(int from, int to) {
        boolean differences =
                comparison.differences() && to == comparison.reports().size();
        List<String> head = new ArrayList<>(List.of(""));
        IntStream.range(from, to).forEach(i -> head.add(label(i)));
        if (differences) {
            head.add(say("column-difference"));
            head.add(say("column-percent"));
        }
        List<List<String>> lines = new ArrayList<>(List.of(head));
        for (ComparedRow row : comparison.rows()) {
            List<String> line = new ArrayList<>(List.of("    " + row.measure()));
            row.cells().subList(from, to).forEach(cell -> line.add(words(cell)));
            if (differences) {
                line.add(row.difference().orElse(NONE));
                line.add(row.percent().orElse(NONE));
            }
            lines.add(line);
        }
        int[] widths = IntStream.range(0, head.size())
                .map(column -> lines.stream()
                        .mapToInt(line -> Snippet.columns(line.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        line(aligned(head, widths));
        String section = "";
        List<String> item = List.of();
        for (int i = 0; i < comparison.rows().size(); i++) {
            ComparedRow row = comparison.rows().get(i);
            if (!row.section().equals(section)) {
                line(row.section());
                item = List.of();
            }
            if (!row.item().equals(item)) {
                line("  " + String.join(" › ", row.item()));
            }
            line(aligned(lines.get(i + 1), widths));
            section = row.section();
            item = row.item();
        }
    }

    private static String words(ComparedCell cell) {
        if (!cell.there()) {
            return NO_SUCH_CELL;
        }
        String words = cell.text();
        int fitting = words.length();
        while (Snippet.columns(words.substring(0, fitting)) > MAX_WIDTH) {
            fitting = words.offsetByCodePoints(fitting, -1);
        }
        return words.isEmpty() ? BLANK : fitting < words.length() ? words.substring(0, fitting) + "…" : words;
    }

    /** Aligns the first column left, the others right. */
    private static String aligned(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String gap = " ".repeat(widths[i] - Snippet.columns(cells.get(i)));
            line.append(i == 0 ? cells.get(i) + gap : "  " + gap + cells.get(i));
        }
        return line.toString().stripTrailing();
    }

    private void partial() {
        if (!comparison.partial().isEmpty()) {
            line("");
            line(say("partial-rows"));
        }
        for (Comparison.Partial partial : comparison.partial()) {
            List<String> labels = new ArrayList<>(partial.item());
            if (!partial.measures().isEmpty()) {
                labels.add(String.join(say("between"), partial.measures()));
            }
            String who = partial.present().stream().map(this::label).collect(Collectors.joining(say("between")));
            line("  " + partial.section() + " › " + String.join(" › ", labels) + " (" + who + ")");
        }
    }

    private void prose(Rewriting rewriting) {
        line("");
        line(say("prose-from-to", label(rewriting.before()), label(rewriting.now())));
        for (Rewriting.SectionChange part : rewriting.parts()) {
            line(part.section() + say("colon") + counts(part));
            part.changes().stream()
                    .filter(change -> change.kind() != Change.ChangeKind.KEPT)
                    .forEach(change -> line("  " + say(kind(change.kind())) + say("colon") + sentence(change)));
        }
    }

    private String counts(Rewriting.SectionChange part) {
        String counts = part.counts().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> say("sentences", say("sentence-" + count.getKey()), count.getValue()))
                .collect(Collectors.joining(say("comma")));
        return counts
                + part.repetition()
                        .map(repetition -> say("sentences-repeated", share(repetition)))
                        .orElse("")
                + (part.tooMuch() ? say("sentences-too-many") : "");
    }

    private static String kind(Change.ChangeKind kind) {
        return "sentence-" + kind.name().toLowerCase(Locale.ROOT);
    }

    private String share(Repetition repetition) {
        return say("share", repetition.repeated(), repetition.counted(), repetition.percent());
    }

    private String sentence(Change change) {
        boolean whole = change.kind() == Change.ChangeKind.NEW || change.kind() == Change.ChangeKind.DROPPED;
        return change.pieces().stream()
                .map(piece -> whole ? piece.before() + piece.now() : words(piece))
                .collect(Collectors.joining());
    }

    private String words(Piece piece) {
        if (piece.isKept()) {
            return shortened(piece.now());
        }
        if (piece.before().isEmpty()) {
            return say("words-new", piece.now());
        }
        return piece.now().isEmpty()
                ? say("words-dropped", piece.before())
                : say("words-changed", piece.before(), piece.now());
    }

    /** Cuts kept text to what is next to a change. */
    private static String shortened(String words) {
        if (words.length() <= 3 * CONTEXT) {
            return words;
        }
        int from = words.offsetByCodePoints(0, CONTEXT);
        int to = words.offsetByCodePoints(words.length(), -CONTEXT);
        return words.substring(0, from) + "…" + words.substring(to);
    }

    private void copies() {
        if (!comparison.copies().isEmpty()) {
            line("");
            line(say("copies-found"));
        }
        for (Copy copy : comparison.copies()) {
            Compared one = comparison.reports().get(copy.one());
            String agency = comparison.oneYear() ? one.agency() : one.agency() + " " + one.year();
            String other = comparison.reports().get(copy.other()).agency();
            line("  " + say("copy", copy.section(), agency, other, share(copy.repetition())));
        }
    }

    private String say(String key, Object... arguments) {
        return Message.of(key, arguments).in(locale);
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}

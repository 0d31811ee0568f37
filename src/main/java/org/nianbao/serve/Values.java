package org.nianbao.serve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.form.CellPath;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.form.Section;
import org.nianbao.input.InputTree;
import org.nianbao.input.Keywords;
import org.nianbao.input.Reading;
import org.nianbao.report.Report;

/** What stands in each place of a report's form. */
final class Values {
    private static final String NOTES = "." + Keywords.NOTE;

    private final Optional<Reading.Filled> filled;
    private final Optional<Report> lastYear;
    private final Optional<InputTree> tree;
    private final String text;

    /**
     * The content of a place.
     *
     * @param text as typed, or what is printed there although nothing is typed
     * @param from where it stands in the input, in UTF-16 units; where it would be added, if it is not there
     * @param to the offset behind it
     * @param state its origin
     * @param required whether a report must have it
     * @param lastYear what stood there the year before; empty if that is not known
     * @param note printed behind a figure; empty if there is none
     */
    record Value(
            String text,
            int from,
            int to,
            ValueState state,
            boolean required,
            Optional<String> lastYear,
            String note) {}

    /** The origin of the content of a place. */
    enum ValueState {
        /** It was typed. */
        TYPED,
        /** Blank on purpose, typed as {@code ~}. */
        TILDE,
        /** Its key is there and nothing behind it: still to be filled in. */
        EMPTY,
        /** Nothing is there, and a total is computed. */
        COMPUTED,
        /** Nothing is there: a count is zero, and words are missing. */
        OMITTED
    }

    Values(OpenReport.Snapshot snapshot) {
        this.filled = snapshot.inspected().read();
        this.lastYear = snapshot.inspected().lastYear();
        this.text = snapshot.text();
        this.tree = filled.isEmpty() ? Optional.empty() : InputTree.of(new Source(snapshot.id(), text));
    }

    /** All places by path, in the form's order; none if the form is not known. */
    Map<String, Value> all() {
        Map<String, Value> values = new LinkedHashMap<>();
        filled.ifPresent(one -> {
            Form form = one.report().form();
            form.facts().forEach(fact -> values.put(fact.key(), fact(fact)));
            form.charts().forEach(chart -> {
                String path = ChartEdit.PREFIX + chart.key();
                boolean on = one.places().has(path);
                int from = one.places().start(path);
                ValueState state = on ? ValueState.TYPED : ValueState.OMITTED;
                values.put(path, new Value("true", from, one.places().end(path), state, false, Optional.empty(), ""));
            });
            for (Section section : form.sections()) {
                if (section instanceof Section.ProseSection prose) {
                    values.put(prose.key(), prose(prose));
                } else {
                    for (String path : List.of(FormPaths.above(section.key()), FormPaths.below(section.key()))) {
                        values.put(path, value(path, "", ValueState.OMITTED, false, Optional.empty(), ""));
                    }
                    form.cells().blocks(section.key()).stream()
                            .flatMap(block -> block.cells().stream())
                            .forEach(cell -> values.put(cell.path().dotted(), cell(one.report(), cell)));
                }
            }
        });
        return values;
    }

    /** What is typed in a place; empty if nothing is. */
    String typed(String path) {
        Optional<Report> report = filled.map(Reading.Filled::report);
        Optional<CellPath> noted = report.flatMap(one -> NoteEdit.cell(one.form(), path));
        if (noted.isPresent()) {
            return report.get().words().note(noted.get());
        }
        Optional<SourceSpans> places = filled.map(Reading.Filled::places).filter(spans -> spans.has(path));
        if (places.isEmpty()) {
            return "";
        }
        int start = places.get().start(path);
        Optional<InputTree.Entry> entry = tree.flatMap(known -> known.at(start));
        return entry.filter(one -> one.isScalar() && noteBehind(path).isEmpty())
                .map(InputTree.Entry::text)
                .or(() ->
                        entry.filter(one -> !one.isScalar()).map(one -> words(one, path.endsWith(NOTES) ? "\n" : "、")))
                .orElseGet(() -> text.substring(start, places.get().end(path)));
    }

    /** Whether a browser that showed these words in a place has seen its present content. */
    boolean isShown(String path, String words) {
        if (path.startsWith(ChartEdit.PREFIX)) {
            return words.isEmpty() == typed(path).isEmpty();
        }
        String typed = typed(path);
        boolean isNothing = typed.isEmpty() || typed.equals("~");
        boolean showsNothing = words.isEmpty() || words.equals("~") || words.equals(printed(path));
        return words.strip().equals(typed.strip()) || (isNothing && showsNothing);
    }

    private String printed(String path) {
        return filled.map(Reading.Filled::report)
                .filter(report -> report.has(path))
                .map(report -> report.cell(path).text())
                .orElse("");
    }

    private static String words(InputTree.Entry list, String between) {
        return list.entries().stream().map(InputTree.Entry::text).collect(Collectors.joining(between));
    }

    /** The note in a cell, which may be typed behind its figure. */
    private String noteBehind(String path) {
        return filled.map(one -> one.report().words().note(new CellPath(path))).orElse("");
    }

    private Value fact(Fact fact) {
        Optional<String> before = lastYear.flatMap(last -> last.fact(fact.key()));
        return value(fact.key(), "", ValueState.OMITTED, fact.required(), before, "");
    }

    private Value prose(Section.ProseSection prose) {
        Optional<String> before = lastYear.map(last -> last.prose(prose.key())).filter(words -> !words.isBlank());
        return value(prose.key(), "", ValueState.OMITTED, prose.required(), before, "");
    }

    private Value cell(Report report, FormCell cell) {
        Optional<String> before = lastYear.flatMap(
                last -> last.counterpart(cell).map(own -> last.cell(own.path()).text()));
        return value(
                cell.path().dotted(),
                report.cell(cell.path()).text(),
                cell.isTotal() || cell.spec().fact().isPresent() ? ValueState.COMPUTED : ValueState.OMITTED,
                !cell.spec().optional(),
                before,
                report.words().note(new CellPath(cell.path().dotted())));
    }

    /** @param otherwise what is printed if nothing is typed, and the state of that */
    private Value value(
            String path, String otherwise, ValueState state, boolean required, Optional<String> before, String note) {
        SourceSpans places = filled.orElseThrow().places();
        int from = places.start(path);
        if (!places.has(path)) {
            return new Value(otherwise, from, from, state, required, before, note);
        }
        String typed = typed(path);
        boolean isTilde = typed.equals("~");
        ValueState own = isTilde ? ValueState.TILDE : typed.isBlank() ? ValueState.EMPTY : ValueState.TYPED;
        return new Value(isTilde ? "" : typed.stripTrailing(), from, places.end(path), own, required, before, note);
    }
}

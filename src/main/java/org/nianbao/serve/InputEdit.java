package org.nianbao.serve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.nianbao.blank.Yaml;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.form.CellPath;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.form.Section;
import org.nianbao.input.InputTree;
import org.nianbao.input.InputTree.Entry;
import org.nianbao.input.InputTree.Notation;
import org.nianbao.input.Keywords;
import org.nianbao.input.Reading;
import org.nianbao.report.Report;

/**
 * Writes values of the form into the text of an input. Where a value stands, only it changes; one that is missing is added in
 * the form's order. All other bytes stay, and so do comments, quotation marks and the order of the keys.
 */
final class InputEdit {
    private final String text;
    private final SourceSpans places;
    private final InputTree tree;
    private final Report report;
    private final Form form;
    private final Map<String, Integer> ranks = new HashMap<>();

    private InputEdit(Reading.Filled filled, InputTree tree) {
        this.places = filled.places();
        this.text = places.source().text();
        this.tree = tree;
        this.report = filled.report();
        this.form = report.form();
        FormPaths.of(form).forEach(path -> {
            for (String at = path; ; at = at.substring(0, at.lastIndexOf('.'))) {
                ranks.putIfAbsent(at, ranks.size());
                if (at.indexOf('.') < 0) {
                    break;
                }
            }
        });
    }

    /** What stands between a reader and the form's places: reads a text, or nothing if it is no report. */
    interface Reader {
        Optional<Reading.Filled> read(String text);
    }

    /**
     * The text with all edits. Several that touch the same place are made one after another.
     *
     * @return empty if a place cannot be written without changing another value; then it has to be typed in the YAML
     */
    static Optional<String> apply(String text, List<FormEdit> edits, Reader reader) {
        Map<String, FormEdit> left = new LinkedHashMap<>();
        edits.forEach(edit -> left.put(edit.path(), edit));
        String changed = text;
        for (int pass = 0; !left.isEmpty(); pass++) {
            if (pass > 2 * edits.size()) {
                return Optional.empty();
            }
            Optional<Reading.Filled> filled = reader.read(changed);
            Optional<InputTree> tree = InputTree.of(new Source("", changed));
            if (filled.isEmpty() || tree.isEmpty()) {
                return Optional.empty();
            }
            InputEdit input = new InputEdit(filled.get(), tree.get());
            List<TextChange> changes = new ArrayList<>();
            Set<String> made = new TreeSet<>();
            Set<String> done = new TreeSet<>();
            for (FormEdit edit : left.values()) {
                Optional<TextChange> change = input.change(edit);
                if (change.isEmpty()) {
                    return Optional.empty();
                }
                if (changes.stream().noneMatch(change.get()::touches)) {
                    changes.add(change.get());
                    made.add(edit.path());
                    if (!input.isFigureOf(edit)) {
                        done.add(edit.path());
                    }
                }
            }
            String next = TextChange.apply(
                    TextChange.ordered(changes, changed.length()).orElseThrow(), changed);
            if (!input.keeps(next, made) || !input.hasAll(left, done, next)) {
                return Optional.empty();
            }
            changed = next;
            left.keySet().removeAll(done);
        }
        return Optional.of(changed);
    }

    /** Whether all values that were not edited are read as before. */
    private boolean keeps(String next, Set<String> edited) {
        Optional<InputTree> after = InputTree.of(new Source("", next));
        if (after.isEmpty()) {
            return false;
        }
        Map<String, String> now = after.get().scalars();
        List<String> scopes = edited.stream().map(this::scope).toList();
        long differences = tree.scalars().entrySet().stream()
                .filter(value -> !value.getValue().equals(now.get(value.getKey())))
                .filter(value -> scopes.stream()
                        .noneMatch(path -> path.equals(value.getKey())
                                || path.startsWith(value.getKey() + ".")
                                || value.getKey().startsWith(path + ".")))
                .count();
        return differences == 0;
    }

    /** Whether the edits that were made are read as they were meant. */
    private boolean hasAll(Map<String, FormEdit> edits, Set<String> done, String next) {
        Map<String, String> now =
                InputTree.of(new Source("", next)).orElseThrow().scalars();
        return edits.values().stream()
                .filter(edit -> done.contains(edit.path()) && now.containsKey(edit.path()))
                .filter(edit -> note(edit.path()).isEmpty()
                        && form.cells().find(new CellPath(edit.path())).isPresent())
                .allMatch(edit -> (edit.tilde() ? "~" : edit.line()).equals(now.get(edit.path())));
    }

    /** The part of the input that an edit may change. Members of a list move up when another one goes. */
    private String scope(String path) {
        return path.startsWith(ChartEdit.PREFIX)
                ? Keywords.CHARTS
                : ListEdit.list(path)
                        .or(() -> NoteEdit.cell(form, path).map(CellPath::dotted))
                        .orElse(path);
    }

    private Optional<TextChange> change(FormEdit edit) {
        String path = edit.path();
        if (path.startsWith(ChartEdit.PREFIX)) {
            String chart = path.substring(ChartEdit.PREFIX.length());
            return form.charts().stream().anyMatch(spec -> spec.key().equals(chart))
                    ? ChartEdit.of(text, tree, chart, !edit.line().isEmpty())
                    : Optional.empty();
        }
        if (ListEdit.list(path).isPresent()) {
            return ListEdit.of(text, tree, edit);
        }
        Optional<CellPath> noted = NoteEdit.cell(form, path);
        if (noted.isPresent()) {
            return noted(noted.get().dotted(), edit);
        }
        if (!ranks.containsKey(path)) {
            return Optional.empty();
        }
        boolean isProse = isProse(path);
        if (!places.has(path)) {
            return added(path, edit, isProse);
        }
        Optional<Entry> entry = tree.at(places.start(path));
        if (edit.tilde() && form.facts().stream().anyMatch(fact -> fact.key().equals(path))) {
            return entry.filter(one -> tree.root().style() == Notation.BLOCK).map(this::without);
        }
        if (isProse) {
            return entry.filter(Entry::isScalar)
                    .map(one -> edit.tilde()
                            ? new TextChange(one.start(), one.end(), "~")
                            : ProseEdit.of(text, one, edit.value()));
        }
        if (entry.isEmpty()) {
            return part(path, edit);
        }
        if (entry.get().isScalar() && hasNoteBehind(path, entry.get())) {
            String figure = written(edit);
            String words = figure.isEmpty() || edit.tilde()
                    ? NoteEdit.written(figure, note(path))
                    : text.substring(entry.get().start(), places.start(path))
                            + figure
                            + text.substring(places.end(path), entry.get().end());
            return Optional.of(instead(entry.get(), words));
        }
        return entry.filter(one -> one.isScalar() || one.style() == Notation.FLOW)
                .map(one -> instead(one, written(edit)));
    }

    /** A fact that the report does not have: its line goes. */
    private TextChange without(Entry fact) {
        return new TextChange(fact.keyStart(), Math.min(text.length(), lineEnd(fact.end()) + 1), "");
    }

    private int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private boolean isProse(String path) {
        return form.sections().stream()
                .anyMatch(section -> section instanceof Section.ProseSection
                        ? section.key().equals(path)
                        : FormPaths.isAround(section.key(), path));
    }

    private String note(String path) {
        return report.words().note(new CellPath(path));
    }

    /** Whether a figure is typed as 22（其中修订16件）. */
    private boolean hasNoteBehind(String path, Entry entry) {
        return !note(path).isEmpty() && places.end(path) < entry.end();
    }

    /** Whether it is about the note of a figure that is not typed yet: the figure is written first. */
    private boolean isFigureOf(FormEdit edit) {
        return NoteEdit.cell(form, edit.path())
                .filter(cell -> !places.has(cell.dotted()))
                .isPresent();
    }

    /** The note of a figure, which is written as it is printed if it is not typed yet. */
    private Optional<TextChange> noted(String cell, FormEdit edit) {
        String note = edit.line();
        if (!places.has(cell)) {
            return note.isEmpty()
                    ? Optional.empty()
                    : added(cell, new FormEdit(cell, List.of(report.cell(cell).text()), false), false);
        }
        String figure = text.substring(places.start(cell), places.end(cell));
        return tree.at(places.start(cell))
                .or(() -> tree.at(places.start(cell) - 1)) // a note behind a figure in quotation marks
                .flatMap(value -> NoteEdit.of(text, tree, value, figure, note));
    }

    /** The value as YAML. */
    private String written(FormEdit edit) {
        if (edit.tilde()) {
            return "~";
        }
        List<String> words = edit.value().stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        boolean isList = words.size() > 1
                && form.cells()
                        .find(new CellPath(edit.path()))
                        .map(FormCell::spec)
                        .filter(spec -> spec.type().isChosen())
                        .isPresent();
        return words.isEmpty() ? "" : isList ? Yaml.words(words) : Yaml.scalar(edit.line());
    }

    private String value(FormEdit edit, boolean isProse) {
        return isProse && !edit.tilde() ? Yaml.scalar(String.join("\n", edit.value())) : written(edit);
    }

    /** A figure in a row that was pasted as a whole. */
    private Optional<TextChange> part(String path, FormEdit edit) {
        String figure = edit.tilde() || edit.line().isEmpty() ? "~" : edit.line();
        boolean isWord = figure.chars().noneMatch(c -> Character.isWhitespace(c) || ",，、:#\"'{}[]|".indexOf(c) >= 0);
        return isWord && places.end(path) > places.start(path)
                ? Optional.of(new TextChange(places.start(path), places.end(path), figure))
                : Optional.empty();
    }

    private TextChange instead(Entry entry, String written) {
        int start = entry.start();
        int end = entry.end();
        if (start < end) {
            boolean endsLine = end == text.length() || text.charAt(end) == '\n';
            boolean blank = written.isEmpty() && endsLine && start > 0 && text.charAt(start - 1) == ' ';
            return new TextChange(blank ? start - 1 : start, end, written);
        }
        int at = behindBlank(start);
        boolean hasColon = text.charAt(at - 1) == ':';
        return new TextChange(at, at, (hasColon && !written.isEmpty() ? " " : "") + written);
    }

    /** Where a value that is missing is to be written: behind the blank that follows its colon, if nothing else does. */
    private int behindBlank(int colonEnd) {
        boolean hasBlank = colonEnd > 0
                && text.charAt(colonEnd - 1) == ':'
                && colonEnd + 1 < text.length()
                && text.charAt(colonEnd) == ' '
                && "\n,}".indexOf(text.charAt(colonEnd + 1)) >= 0;
        return hasBlank ? colonEnd + 1 : colonEnd;
    }

    /** Adds a value in the nearest mapping around it. */
    private Optional<TextChange> added(String path, FormEdit edit, boolean isProse) {
        Optional<String> above = new CellPath(path)
                .parents().stream().map(CellPath::dotted).filter(places::has).findFirst();
        Optional<Entry> around = above.isEmpty() ? Optional.of(tree.root()) : tree.at(places.start(above.get()));
        if (around.isEmpty()) {
            return Optional.empty();
        }
        Entry into = around.get();
        String rest = above.map(known -> path.substring(known.length() + 1)).orElse(path);
        if (above.isPresent() && into.isMissing()) {
            boolean below = !isFlow(into) && (isProse || rest.indexOf('.') > 0);
            String indent = indent(into.keyStart()) + "  ";
            String words = below
                    ? "\n" + indent + entry(rest, edit, indent, false, isProse)
                    : " {" + entry(rest, edit, "", true, false) + "}";
            int at = below ? lineEnd(into.start()) : into.start();
            return Optional.of(new TextChange(at, at, words));
        }
        if (!into.isMapping()) {
            return Optional.empty();
        }
        String first = rest.indexOf('.') < 0 ? rest : rest.substring(0, rest.indexOf('.'));
        String prefix = above.map(known -> known + ".").orElse("");
        int rank = ranks.getOrDefault(prefix + first, Integer.MAX_VALUE);
        List<Entry> known = into.entries().stream()
                .filter(one -> ranks.containsKey(prefix + one.key()))
                .toList();
        Optional<Entry> before = known.stream()
                .filter(one -> ranks.getOrDefault(prefix + one.key(), 0) < rank)
                .reduce((one, other) ->
                        ranks.getOrDefault(prefix + one.key(), 0) > ranks.getOrDefault(prefix + other.key(), 0)
                                ? one
                                : other)
                .or(() -> known.isEmpty() && !into.entries().isEmpty()
                        ? Optional.of(into.entries().get(into.entries().size() - 1))
                        : Optional.empty());
        return Optional.of(
                into.style() == Notation.FLOW
                        ? inBraces(into, before, entry(rest, edit, "", true, isProse))
                        : inLines(into, before, rest, edit, isProse));
    }

    private boolean isFlow(Entry entry) {
        String line = text.substring(text.lastIndexOf('\n', entry.keyStart()) + 1, entry.keyStart());
        return !line.isBlank();
    }

    /** A key with the value or, on the lines below it or in braces, the keys that lead to the value. */
    private String entry(String path, FormEdit edit, String indent, boolean flow, boolean isProse) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            boolean hasBar = isProse && !flow && !edit.tilde();
            String value = hasBar ? ProseEdit.written(edit.value(), indent) : " " + value(edit, isProse);
            return Yaml.scalar(path) + ":" + value.stripTrailing();
        }
        String rest = path.substring(dot + 1);
        String key = Yaml.scalar(path.substring(0, dot)) + ":";
        return flow || rest.indexOf('.') < 0
                ? key + " {" + entry(rest, edit, "", true, false) + "}"
                : key + "\n" + indent + "  " + entry(rest, edit, indent + "  ", false, false);
    }

    private TextChange inBraces(Entry into, Optional<Entry> before, String words) {
        if (before.isPresent()) {
            int at = before.get().isMissing()
                    ? behindBlank(before.get().end())
                    : before.get().end();
            return new TextChange(at, at, ", " + words);
        }
        int at = into.start() + 1;
        String rest = text.substring(at, into.end() - 1);
        return new TextChange(at, at, words + (rest.isBlank() ? "" : ", "));
    }

    private TextChange inLines(Entry into, Optional<Entry> before, String rest, FormEdit edit, boolean isProse) {
        if (before.isEmpty()) {
            Entry next = into.entries().get(0);
            int at = next.keyStart();
            String indent = indent(at);
            return new TextChange(at, at, entry(rest, edit, indent, false, isProse) + "\n" + indent);
        }
        int behind = contentEnd(before.get());
        int at = lineEnd(behind);
        String indent = indent(before.get().keyStart());
        return new TextChange(at, at, "\n" + indent + entry(rest, edit, indent, false, isProse));
    }

    /** The blanks before a key at the start of its line. */
    private String indent(int keyStart) {
        String line = text.substring(text.lastIndexOf('\n', keyStart - 1) + 1, keyStart);
        return " ".repeat(line.length());
    }

    /** Where an entry ends, without the blank lines and comments below it. */
    private int contentEnd(Entry entry) {
        if (entry.style() == Notation.BLOCK && !entry.entries().isEmpty()) {
            return contentEnd(entry.entries().get(entry.entries().size() - 1));
        }
        int end = entry.end();
        if (entry.style() == Notation.LITERAL || entry.style() == Notation.FOLDED) {
            while (end > entry.start() && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
        }
        return end;
    }
}

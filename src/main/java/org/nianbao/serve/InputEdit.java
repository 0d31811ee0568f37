package org.nianbao.serve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
import org.nianbao.input.Reading;

/**
 * Writes values of the form into the text of an input. Where a value stands, only it changes; one that is missing is added in
 * the form's order. All other bytes stay, and so do comments, quotation marks and the order of the keys.
 */
final class InputEdit {
    private final String text;
    private final SourceSpans places;
    private final InputTree tree;
    private final Form form;
    private final Map<String, Integer> ranks = new HashMap<>();

    private InputEdit(Reading.Filled filled, InputTree tree) {
        this.places = filled.places();
        this.text = places.source().text();
        this.tree = tree;
        this.form = filled.report().form();
        paths(form).forEach(path -> {
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

    /** The paths of the form's places, in its order. */
    private static Stream<String> paths(Form form) {
        return Stream.concat(
                form.facts().stream().map(fact -> fact.key()),
                form.sections().stream()
                        .flatMap(section -> section instanceof Section.TableSection
                                ? form.cells().blocks(section.key()).stream()
                                        .flatMap(block -> block.cells().stream())
                                        .map(cell -> cell.path().dotted())
                                : Stream.of(section.key())));
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
        while (!left.isEmpty()) {
            Optional<Reading.Filled> filled = reader.read(changed);
            Optional<InputTree> tree = InputTree.of(new Source("", changed));
            if (filled.isEmpty() || tree.isEmpty()) {
                return Optional.empty();
            }
            InputEdit input = new InputEdit(filled.get(), tree.get());
            List<TextChange> changes = new ArrayList<>();
            Set<String> done = new TreeSet<>();
            for (FormEdit edit : left.values()) {
                Optional<TextChange> change = input.change(edit);
                if (change.isEmpty()) {
                    return Optional.empty();
                }
                if (changes.stream().noneMatch(other -> touches(other, change.get()))) {
                    changes.add(change.get());
                    done.add(edit.path());
                }
            }
            String next = TextChange.apply(
                    TextChange.ordered(changes, changed.length()).orElseThrow(), changed);
            if (!keeps(tree.get(), next, left, done) || !input.hasAll(left, done, next)) {
                return Optional.empty();
            }
            changed = next;
            left.keySet().removeAll(done);
        }
        return Optional.of(changed);
    }

    private static boolean touches(TextChange one, TextChange other) {
        return one.from() <= other.to() && other.from() <= one.to();
    }

    /** Whether all values that were not edited are read as before. */
    private static boolean keeps(InputTree before, String next, Map<String, FormEdit> edits, Set<String> done) {
        Optional<InputTree> after = InputTree.of(new Source("", next));
        if (after.isEmpty()) {
            return false;
        }
        Map<String, String> now = after.get().scalars();
        long differences = before.scalars().entrySet().stream()
                .filter(value -> !value.getValue().equals(now.get(value.getKey())))
                .filter(value -> edits.keySet().stream()
                        .noneMatch(path -> done.contains(path)
                                && (isOfCharts(path, value.getKey())
                                        || path.equals(value.getKey())
                                        || path.startsWith(value.getKey() + ".")
                                        || value.getKey().startsWith(path + "."))))
                .count();
        return differences == 0;
    }

    /** Whether the edits that were made are read as they were meant. */
    private boolean hasAll(Map<String, FormEdit> edits, Set<String> done, String next) {
        Map<String, String> now =
                InputTree.of(new Source("", next)).orElseThrow().scalars();
        return done.stream()
                .filter(path -> now.containsKey(path)
                        && form.cells().find(new CellPath(path)).isPresent())
                .allMatch(path -> {
                    FormEdit edit = Objects.requireNonNull(edits.get(path));
                    return (edit.tilde() ? "~" : edit.line()).equals(now.get(path));
                });
    }

    /** Members of a list move up when another one goes. */
    private static boolean isOfCharts(String path, String key) {
        return path.startsWith(ChartEdit.PREFIX) && key.startsWith(ChartEdit.PREFIX);
    }

    private Optional<TextChange> change(FormEdit edit) {
        String path = edit.path();
        if (path.startsWith(ChartEdit.PREFIX)) {
            String chart = path.substring(ChartEdit.PREFIX.length());
            return form.charts().stream().anyMatch(spec -> spec.key().equals(chart))
                    ? ChartEdit.of(text, tree, chart, !edit.line().isEmpty())
                    : Optional.empty();
        }
        if (!ranks.containsKey(path)) {
            return Optional.empty();
        }
        boolean isProse = form.sections().stream()
                .anyMatch(section ->
                        section instanceof Section.ProseSection && section.key().equals(path));
        if (!places.has(path)) {
            return added(path, edit, isProse);
        }
        Optional<Entry> entry = tree.at(places.start(path));
        if (isProse) {
            return entry.filter(Entry::isScalar)
                    .map(one -> edit.tilde()
                            ? new TextChange(one.start(), one.end(), "~")
                            : ProseEdit.of(text, one, edit.value()));
        }
        if (entry.isEmpty()) {
            return part(path, edit);
        }
        boolean isOneValue = entry.get().isScalar() || entry.get().style() == Notation.FLOW;
        return isOneValue ? Optional.of(instead(entry.get(), written(edit))) : Optional.empty();
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
            boolean below = !isFlow(into) && rest.indexOf('.') > 0;
            String indent = indent(into.keyStart()) + "  ";
            String words = below
                    ? "\n" + indent + entry(rest, edit, indent, false, false)
                    : " {" + entry(rest, edit, "", true, false) + "}";
            return Optional.of(new TextChange(into.start(), into.start(), words));
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
            String value = isProse && !edit.tilde() ? ProseEdit.written(edit.value()) : " " + written(edit);
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
        int end = text.indexOf('\n', behind);
        int at = end < 0 ? text.length() : end;
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

package org.nianbao.input;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nianbao.form.Axis;
import org.nianbao.form.Block;
import org.nianbao.form.FormCell;
import org.nianbao.form.KeyTree;
import org.nianbao.form.Label;
import org.nianbao.input.RowText.Field;

/**
 * Finds rows of a table by their labels, as keys or as printed, with or without their numbers and the labels of the groups
 * that they are in. Blanks, line breaks and quotation marks are ignored.
 */
final class RowLabels {
    private static final String NUMBER = "(?:[一二三四五六七八九十]+、|\\([一二三四五六七八九十]+\\)|\\d{1,2}[.、]?)";
    private static final Pattern NUMBERED = Pattern.compile("^" + NUMBER);
    private static final Pattern IGNORED = Pattern.compile("[\\s\\p{Z}\\p{Cf}\"“”'‘’「」『』]");

    private final List<Named> rows;
    private final List<Named> groups = new ArrayList<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final Pattern heads;

    private record Named(KeyTree keys, Pattern label) {}

    /**
     * @param keys of the table or of a part of it
     * @param titles that may stand above the table
     */
    RowLabels(KeyTree keys, Stream<String> titles) {
        this.rows = keys.rows()
                .filter(row -> !labels(row).isEmpty())
                .map(row -> new Named(row, pattern(labels(row))))
                .toList();
        addGroups(keys);
        titles.map(RowLabels::normal).forEach(words::add);
        keys.cells().forEach(this::addHeads);
        String alternatives = words.stream()
                .filter(word -> !word.isEmpty())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        this.heads = Pattern.compile("(?:" + NUMBER + "?(?:" + alternatives + "))*");
    }

    private static List<Label> labels(KeyTree row) {
        return row.cells().findFirst().map(FormCell::row).map(Axis.Leaf::labels).orElse(List.of());
    }

    private void addGroups(KeyTree keys) {
        keys.label()
                .filter(label -> label.single().isPresent())
                .ifPresent(label -> groups.add(new Named(keys, pattern(path(keys, label)))));
        keys.children().values().forEach(this::addGroups);
    }

    private static List<Label> path(KeyTree group, Label label) {
        List<Label> labels = labels(group);
        return labels.subList(0, labels.indexOf(label) + 1);
    }

    private static Pattern pattern(List<Label> labels) {
        StringBuilder pattern = new StringBuilder();
        for (Label group : labels.subList(0, labels.size() - 1)) {
            pattern.append("(?:")
                    .append(NUMBER)
                    .append("?")
                    .append(words(group))
                    .append(")?");
        }
        return Pattern.compile(pattern.append(NUMBER)
                .append("?")
                .append(words(labels.get(labels.size() - 1)))
                .toString());
    }

    private static String words(Label label) {
        return spellings(label).map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
    }

    private static Stream<String> spellings(Label label) {
        String printed = normal(label.text());
        return Stream.of(normal(label.key()), printed, NUMBERED.matcher(printed).replaceFirst(""))
                .distinct();
    }

    private void addHeads(FormCell cell) {
        Block block = cell.block();
        block.title().map(RowLabels::normal).ifPresent(words::add);
        words.add(normal(block.corner()));
        cell.column().labels().stream().flatMap(RowLabels::spellings).forEach(words::add);
        List<Label> row = cell.row().labels();
        row.subList(0, Math.max(0, row.size() - 1)).stream()
                .flatMap(RowLabels::spellings)
                .forEach(words::add);
    }

    /** The row with a label. */
    Optional<KeyTree> row(String label) {
        return find(rows, label);
    }

    /** The group with a label that some tables have as a single row. */
    Optional<KeyTree> group(String label) {
        return find(groups, label);
    }

    private static Optional<KeyTree> find(List<Named> named, String label) {
        String text = normal(label);
        return named.stream()
                .filter(row -> row.label().matcher(text).matches())
                .map(Named::keys)
                .findFirst();
    }

    /** Whether words are column heads, labels of groups and titles, or each a part of one; so are none. */
    boolean areHeads(List<Field> fields) {
        List<String> texts = fields.stream().map(field -> normal(field.text())).toList();
        return heads.matcher(String.join("", texts)).matches()
                || texts.stream().allMatch(text -> words.stream().anyMatch(word -> word.contains(text)));
    }

    /** The keys of the rows. */
    List<String> names() {
        return rows.stream()
                .map(row -> row.keys().label().map(Label::key).orElse(""))
                .toList();
    }

    /** A label without the number before it. */
    static String withoutNumber(String label) {
        return NUMBERED.matcher(normal(label)).replaceFirst("");
    }

    private static String normal(String text) {
        return IGNORED.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }
}

package org.nianbao.input;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.form.KeyTree;
import org.nianbao.form.Label;
import org.nianbao.input.RowText.Field;

/** Explains where the figures of a table go in which a group of the form is a single row, as in other editions. */
final class SingleRow {
    private SingleRow() {}

    /** The diagnostic of a group whose columns were typed as if it were a row; empty for anything else. */
    static Optional<Diagnostic> of(KeyTree group, YamlNode item) {
        if (group.label().flatMap(Label::single).isEmpty()) {
            return Optional.empty();
        }
        if (item.isMapping()) {
            String row = item.values().entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue().text())
                    .collect(Collectors.joining(", ", "{", "}"));
            return isRow(group, item) ? Optional.of(diagnostic(group, item.place(), row)) : Optional.empty();
        }
        List<Field> figures = item.isScalar()
                ? RowText.fields(item.source(), item.textStart(), item.textEnd())
                : item.members().stream()
                        .map(member -> new Field(member.text(), member.start(), member.end()))
                        .toList();
        return figures.size() > 1 && figures.stream().allMatch(Field::isFigure)
                ? Optional.of(diagnostic(group, item.place(), row(figures)))
                : Optional.empty();
    }

    /** Whether a mapping has the columns of a group in place of its rows. */
    static boolean isRow(KeyTree group, YamlNode item) {
        Set<String> columns = group.cells().map(cell -> cell.column().path()).collect(Collectors.toSet());
        Set<String> typed = item.values().keySet();
        return group.label().flatMap(Label::single).isPresent()
                && !typed.isEmpty()
                && columns.containsAll(typed)
                && !group.children().keySet().containsAll(typed);
    }

    private static String row(List<Field> figures) {
        return figures.stream().map(Field::text).collect(Collectors.joining(" "));
    }

    private static Diagnostic diagnostic(KeyTree group, SourceSpan place, String row) {
        Label label = group.label().orElseThrow();
        String single = label.single().orElseThrow();
        return error(group, place)
                .help(Message.of("single-row.help", single, label.key() + ": {" + single + ": " + row + "}"));
    }

    /** The diagnostic of a pasted row. */
    static Diagnostic pasted(KeyTree group, SourceSpan place, List<Field> figures) {
        Label label = group.label().orElseThrow();
        String single = label.single().orElseThrow();
        return error(group, place)
                .help(Message.of("single-row.help", single, label.key() + " " + single + " " + row(figures)));
    }

    private static Diagnostic error(KeyTree group, SourceSpan place) {
        return Diagnostic.error(
                "single-row",
                place,
                group.label().map(Label::key).orElse(""),
                group.rows().count());
    }
}

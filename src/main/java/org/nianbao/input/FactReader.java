package org.nianbao.input;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.TextEdit;
import org.nianbao.form.Fact;

/** Reads the facts of an input: the single values at its top. */
final class FactReader {
    private static final Pattern QUOTED =
            Pattern.compile("([“\"])([^“”\"]+)[”\"]|[‘']([^‘’']+)[’']|「([^「」]+)」|《([^《》]+)》");

    /** Blanks between two Chinese characters. */
    private static final Pattern SPACED = Pattern.compile("(?<=\\p{IsHan})[\\s\\p{Z}]+(?=\\p{IsHan})");

    /** Marks that end a sentence or a part of one. */
    private static final Pattern MARKS_BEHIND = Pattern.compile("[。，、；：,;:.]+$");

    private final MappingReader fields;

    FactReader(MappingReader fields) {
        this.fields = fields;
    }

    /** The fact as it is printed; empty, with a diagnostic, if it cannot be read. */
    Optional<String> read(Fact fact, YamlNode item) {
        Optional<String> text = Optional.of(item.text().strip());
        Optional<String> printed = switch (fact.type()) {
            case TEXT -> text.filter(words -> !item.isTilde() && words.lines().count() == 1);
            case YEAR -> text.filter(year -> WrittenDate.year(year).isPresent());
            case DATE -> text.flatMap(WrittenDate::read).map(WrittenDate::printed);
            case CHOICE -> text.filter(fact.choices()::contains);
        };
        if (printed.isEmpty()) {
            fields.report(wrong(fact, item));
        } else if (fact.role().equals(Optional.of(Fact.Role.AGENCY))) {
            name(fact, item, printed.get());
        }
        return printed;
    }

    private static Diagnostic wrong(Fact fact, YamlNode item) {
        Message expected = fact.type() == Fact.Type.CHOICE
                ? MappingReader.oneOf(fact.choices())
                : Message.of("a-" + Fact.written(fact.type()));
        Diagnostic wrong = Diagnostic.error("wrong-value", item.place(), fact.key(), expected);
        return meant(fact, item.text())
                .map(words -> wrong.instead(new TextEdit(item.start(), item.end(), words)))
                .orElse(wrong);
    }

    /** What can only be meant by a value that is none of its type. */
    private static Optional<String> meant(Fact fact, String typed) {
        return switch (fact.type()) {
            case YEAR -> WrittenDate.meantYear(typed).map(String::valueOf);
            case CHOICE ->
                Optional.of(unquoted(Normalizer.normalize(typed, Normalizer.Form.NFKC)
                                .replaceAll("[\\s\\p{Z}]+|[，。,.;；]$", "")))
                        .filter(fact.choices()::contains);
            case TEXT, DATE -> Optional.empty();
        };
    }

    /** Marks around a name, and blanks in it, would be printed everywhere. */
    private void name(Fact fact, YamlNode item, String typed) {
        String name = unquoted(typed);
        if (!name.equals(typed)) {
            warn("quoted-name", fact, item, name);
        }
        String whole = SPACED.matcher(name).replaceAll("");
        if (!whole.equals(name)) {
            warn("blank-in-name", fact, item, whole);
        }
        String bare = MARKS_BEHIND.matcher(whole).replaceFirst("");
        if (!bare.equals(whole) && !bare.isEmpty()) {
            warn("mark-behind-name", fact, item, bare);
        }
    }

    private void warn(String id, Fact fact, YamlNode item, String meant) {
        fields.report(Diagnostic.warning(id, item.place(), fact.key())
                .instead(new TextEdit(item.start(), item.end(), meant)));
    }

    private static String unquoted(String words) {
        Matcher quoted = QUOTED.matcher(words);
        return quoted.matches() ? words.substring(1, words.length() - 1).strip() : words;
    }
}

package org.nianbao.input;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.nianbao.chinese.Script;
import org.nianbao.chinese.Simplified;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Nearest;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.TextEdit;
import org.nianbao.expression.Expression;

/** Reads the fields of a mapping and reports those that are missing, unknown or wrong. */
final class MappingReader {
    /** Spaces that YAML takes for a part of a word, such as the full-width one, and invisible characters. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{Cf}]+");

    /** Numbers in front of a key, which the form prints. */
    private static final Pattern NUMBERED = Pattern.compile(
            "^(?:[（(][一二三四五六七八九十0-9]{1,3}[）)]|第?[一二三四五六七八九十]{1,3}[、.．章节]|[0-9]{1,2}[、.．)）]|[①-⑳⒈-⒛⑴-⒇])+");

    private final YamlNode mapping;
    private final Diagnostics diagnostics;
    private final Optional<Source> layer;

    /**
     * Makes a reader that accepts any fields.
     *
     * @param layer the file of a form that is based on another one
     */
    MappingReader(YamlNode mapping, Diagnostics diagnostics, Optional<Source> layer) {
        this.mapping = mapping;
        this.diagnostics = diagnostics;
        this.layer = layer;
    }

    MappingReader(YamlNode mapping, Diagnostics diagnostics) {
        this(mapping, diagnostics, Optional.empty());
    }

    /** A reader of another mapping. Reports required fields that are missing and fields of neither set. */
    MappingReader of(YamlNode item, Set<String> required, Set<String> optional) {
        Set<String> known = new TreeSet<>(required);
        known.addAll(optional);
        requireMapping(item);
        item.values().keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> diagnostics.add(unknown("unknown-field", item.key(name), known)));
        MappingReader reader = new MappingReader(item, diagnostics, layer);
        reader.require(required);
        return reader;
    }

    /** Reports required fields that are missing from a mapping. */
    void require(Set<String> required) {
        for (String name : new TreeSet<>(required)) {
            if (mapping.isMapping() && !has(name)) {
                error("missing-field", mapping, name);
            }
        }
    }

    private void requireMapping(YamlNode item) {
        if (!item.isMapping()) {
            error("no-mapping", item);
        }
    }

    YamlNode mapping() {
        return mapping;
    }

    boolean has(String name) {
        return value(name).isPresent();
    }

    Optional<YamlNode> value(String name) {
        return mapping.value(name);
    }

    /** A field that is a mapping with keys of the author's choice: words without the characters of a path's syntax. */
    Map<String, YamlNode> open(String name) {
        Optional<YamlNode> item = value(name);
        item.ifPresent(this::requireMapping);
        Map<String, YamlNode> values = item.map(YamlNode::values).orElse(Map.of());
        for (String key : values.keySet()) {
            if (key.isEmpty() || key.matches(".*[.{}|\\s].*")) {
                error("bad-name", item.orElseThrow().key(key), key);
            }
        }
        return values;
    }

    Optional<String> text(String name) {
        return value(name).flatMap(item -> text(item, name));
    }

    Optional<String> text(YamlNode item, String name) {
        if (!item.isScalar() || item.isTilde() || item.isMissing()) {
            wrong(item, name, Message.of("a-text"));
            return Optional.empty();
        }
        return Optional.of(item.text());
    }

    /** A name, on one line, without spaces around it. */
    Optional<String> name(String field, YamlNode item) {
        String name = item.text().strip();
        if (name.isEmpty() || item.isTilde() || name.lines().count() > 1) {
            wrong(item, field, Message.of("a-text"));
            return Optional.empty();
        }
        return Optional.of(name);
    }

    /** The members of a list; none if the field is missing. Anything but a list is an error. */
    List<YamlNode> members(String name) {
        List<YamlNode> members = value(name).map(YamlNode::members).orElse(List.of());
        if (has(name) && members.isEmpty()) {
            wrong(name, Message.of("a-list"));
        }
        return members;
    }

    /** Reads each mapping in a list. */
    <T> List<T> each(String name, Set<String> required, Set<String> optional, Function<MappingReader, T> reader) {
        return members(name).stream()
                .map(member -> reader.apply(of(member, required, optional)))
                .toList();
    }

    /** A list of texts; empty if the field is missing. */
    List<String> texts(String name) {
        List<String> texts = members(name).stream().map(YamlNode::text).toList();
        if (texts.contains("")) {
            wrong(name, Message.of("a-list"));
        }
        return texts;
    }

    /** A value that is parsed from a text; if it cannot be, this is reported with the expected form. */
    <T> Optional<T> parsed(String name, Message expected, Function<String, Optional<T>> parser) {
        return value(name).flatMap(item -> {
            Optional<T> parsed = parser.apply(item.text());
            if (parsed.isEmpty()) {
                wrong(item, name, expected);
            }
            return parsed;
        });
    }

    /** A value whose text matches a regular expression. */
    <T> Optional<T> matching(String name, Message expected, String pattern, Function<String, T> parser) {
        return parsed(
                name,
                expected,
                text -> Optional.of(text)
                        .filter(typed -> typed.matches(pattern))
                        .map(parser));
    }

    Optional<Integer> year(String name) {
        return parsed(name, Message.of("a-year"), WrittenDate::year);
    }

    /** A whole number from 0 to 99999. */
    Optional<Integer> number(String name) {
        return matching(name, Message.of("a-number"), "0|[1-9][0-9]{0,4}", Integer::valueOf);
    }

    boolean flag(String name) {
        return matching(name, Message.verbatim("true / false"), "true|false", "true"::equals)
                .orElse(false);
    }

    /** A constant of an enum, by its name in lower case. */
    <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> type) {
        Map<String, E> constants = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            constants.put(constant.name().toLowerCase(Locale.ROOT), constant);
        }
        return parsed(name, oneOf(constants.keySet()), text -> Optional.ofNullable(constants.get(text)));
    }

    /** A text that is one of some names; any other is an error. */
    Optional<String> name(String name, Collection<String> known) {
        Optional<String> text = text(name);
        text.filter(unknown -> !known.contains(unknown))
                .ifPresent(unknown -> unknownName(unknown, known, value(name).orElseThrow()));
        return text;
    }

    /** The id of a rule; one that the form does not explain is an error. */
    Optional<String> rule(String name, Set<String> rules) {
        Optional<String> rule = text(name);
        rule.filter(id -> !rules.contains(id))
                .ifPresent(id -> diagnostics.add(Diagnostic.error("unknown-rule", mapping.placeOf(id), id)));
        return rule;
    }

    /**
     * Compiles a regular expression.
     *
     * @param item where it is written
     * @param expanded the expression after the file's own words were inserted
     */
    Expression expression(YamlNode item, String expanded) {
        try {
            return Expression.of(expanded, item.place());
        } catch (Expression.Unfit e) {
            error("expression-unusable", item, e.reason());
            return Expression.never(item.place());
        }
    }

    /** The expected form of a value that is one of some words. */
    static Message oneOf(Collection<String> words) {
        return Message.verbatim(String.join(" / ", words));
    }

    /** Reports the value of a field that is not as expected. */
    void wrong(String name, Message expected) {
        wrong(value(name).orElseThrow(), name, expected);
    }

    void wrong(YamlNode item, String name, Message expected) {
        error("wrong-value", item, name, expected);
    }

    /** Reports an error at a value. */
    void error(String id, YamlNode item, Object... arguments) {
        report(Diagnostic.error(id, item.place(), arguments));
    }

    void report(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    /** Reports a path that does not exist, with the nearest ones that do. */
    void unknownPath(String path, Collection<String> known, YamlNode item) {
        unknownName(path, Nearest.pathSuggestion(path, known), item);
    }

    /** Reports a name that does not exist, with the nearest one that does. */
    void unknownName(String name, Collection<String> known, YamlNode item) {
        unknownName(name, Nearest.suggestion(name, known), item);
    }

    /** If a base uses a name that a form based on it has removed, the mistake is most likely in the latter. */
    private void unknownName(String name, Message nearest, YamlNode item) {
        Message help = layer.filter(own -> own != item.source())
                .map(own -> Message.of("or-renamed", nearest, own.name()))
                .orElse(nearest);
        diagnostics.add(
                Diagnostic.error("unknown-name", item.placeOf(name), name).help(help));
    }

    /** The diagnostic of an unknown key: a wrong colon, an invisible character, Traditional script, or a wrong word. */
    Diagnostic unknown(String id, YamlNode key, Collection<String> known) {
        String word = INVISIBLE.matcher(key.text()).replaceAll("");
        String bare = NUMBERED.matcher(word).replaceFirst("");
        String first = word.replaceFirst("[：:∶]+$", "");
        Diagnostic unknown = Diagnostic.error(id, key.place(), key.text());
        if (known.contains(first) && !first.equals(word)) {
            return unknown.instead(new TextEdit(key.start(), key.end(), first));
        }
        if (known.contains(bare) && !bare.equals(word)) {
            return unknown.fact(Message.of("numbered-key", key.text()))
                    .instead(new TextEdit(key.start(), key.end(), bare));
        }
        Message help = Nearest.suggestion(word, known);
        if (key.text().matches(".+[：:].*")) {
            help = Message.of("half-width-colon");
        } else if (known.contains(word) || key.text().matches("[\\p{Z}\\p{Cf}].+")) {
            help = Message.of("invisible", word);
            boolean inside = known.contains(word) && key.text().startsWith(word.substring(0, 1));
            unknown = unknown.edit(inside ? List.of(new TextEdit(key.start(), key.end(), word)) : List.of());
        } else if (known.contains(Simplified.of(word))) {
            help = Message.of("in-simplified", Simplified.of(word), Keywords.SCRIPT, Script.HANT.written());
        }
        return unknown.help(help);
    }
}

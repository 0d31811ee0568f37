package org.nianbao.input;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.nianbao.chinese.Script;
import org.nianbao.chinese.Simplified;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Nearest;
import org.nianbao.diagnostic.Source;

/** Reads the fields of mappings in the program's own data files, and tells every field that is wrong. */
final class MappingReader {
    /** Full-width and other spaces that YAML takes for a part of a word, and what is not seen at all. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{Cf}]+");

    private final Diagnostics diagnostics;
    private final Optional<Source> layer;

    MappingReader(Diagnostics diagnostics) {
        this(diagnostics, Optional.empty());
    }

    /**
     * Prepares to read a form.
     *
     * @param layer the file that changes others, if the form is based on one
     */
    MappingReader(Diagnostics diagnostics, Optional<Source> layer) {
        this.diagnostics = diagnostics;
        this.layer = layer;
    }

    /** A mapping's fields by name. Unknown and missing ones are problems; what isn't known is left out. */
    Map<String, YamlNode> of(YamlNode item, Set<String> required, Set<String> optional) {
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        Set<String> known = new TreeSet<>(required);
        known.addAll(optional);
        requireMapping(item);
        item.entries(diagnostics).forEach((key, entry) -> {
            if (known.contains(key)) {
                fields.put(key, entry.value());
            } else {
                diagnostics.add(unknown("unknown-field", entry.key(), known));
            }
        });
        for (String name : new TreeSet<>(required)) {
            if (item.isMapping() && !fields.containsKey(name)) {
                missing(item, name);
            }
        }
        return fields;
    }

    /** Some fields of a mapping that may have others too. Missing ones are problems. */
    Map<String, YamlNode> those(YamlNode item, Set<String> required) {
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        Map<String, YamlNode.Entry> entries = item.entries(new Diagnostics());
        for (String name : new TreeSet<>(required)) {
            YamlNode.Entry entry = entries.get(name);
            if (entry == null) {
                missing(item, name);
            } else {
                fields.put(name, entry.value());
            }
        }
        return fields;
    }

    private void missing(YamlNode item, String name) {
        diagnostics.add(Diagnostic.error("missing-field", item.place(), name));
    }

    /** A field that is a mapping whose keys anybody may choose. A key can't hold what a dotted path needs. */
    Map<String, YamlNode> open(Map<String, YamlNode> fields, String name) {
        Map<String, YamlNode> members = new LinkedHashMap<>();
        YamlNode item = fields.get(name);
        if (item != null) {
            requireMapping(item);
            item.entries(diagnostics).forEach((key, entry) -> {
                if (key.isEmpty() || key.matches(".*[.{}|\\s].*")) {
                    diagnostics.add(Diagnostic.error("bad-name", entry.key().place(), key));
                }
                members.put(key, entry.value());
            });
        }
        return members;
    }

    Optional<String> text(Map<String, YamlNode> fields, String name) {
        YamlNode item = fields.get(name);
        if (item == null) {
            return Optional.empty();
        }
        if (!item.isScalar() || item.isTilde() || item.isMissing()) {
            wrong(item, name, Message.of("a-text"));
            return Optional.empty();
        }
        return Optional.of(item.text());
    }

    /** The members of a list; none if the field is not there. Anything but a list is a problem. */
    List<YamlNode> members(Map<String, YamlNode> fields, String name) {
        YamlNode list = fields.get(name);
        if (list == null) {
            return List.of();
        }
        if (list.members().isEmpty()) {
            wrong(list, name, Message.of("a-list"));
        }
        return list.members();
    }

    /** A list of texts; empty if the field is not there. */
    List<String> texts(Map<String, YamlNode> fields, String name) {
        List<String> texts = members(fields, name).stream().map(YamlNode::text).toList();
        if (texts.contains("")) {
            wrong(fields, name, Message.of("a-list"));
        }
        return texts;
    }

    Optional<Integer> year(Map<String, YamlNode> fields, String name) {
        return text(fields, name).flatMap(text -> {
            if (text.matches("[12][0-9]{3}")) {
                return Optional.of(Integer.valueOf(text));
            }
            wrong(fields, name, Message.of("a-year"));
            return Optional.empty();
        });
    }

    /** A whole number from 0 to 99999. */
    Optional<Integer> number(Map<String, YamlNode> fields, String name) {
        return text(fields, name).flatMap(text -> {
            if (text.matches("0|[1-9][0-9]{0,4}")) {
                return Optional.of(Integer.valueOf(text));
            }
            wrong(fields, name, Message.of("a-number"));
            return Optional.empty();
        });
    }

    /**
     * A regular expression.
     *
     * @param written the expression, with the file's own words already put in
     */
    Pattern pattern(YamlNode item, String written) {
        try {
            return Pattern.compile(written);
        } catch (PatternSyntaxException e) {
            wrong(item, item.text(), Message.verbatim(String.valueOf(e.getDescription())));
            return Pattern.compile("");
        }
    }

    boolean flag(Map<String, YamlNode> fields, String name) {
        return text(fields, name)
                .map(text -> {
                    if (!Set.of("true", "false").contains(text)) {
                        wrong(fields, name, Message.verbatim("true / false"));
                    }
                    return text.equals("true");
                })
                .orElse(false);
    }

    /** One of an enum's constants, by its lower-case name. */
    <E extends Enum<E>> Optional<E> oneOf(Map<String, YamlNode> fields, String name, Class<E> type) {
        return text(fields, name).flatMap(text -> {
            List<String> known = new ArrayList<>();
            for (E constant : type.getEnumConstants()) {
                String written = constant.name().toLowerCase(Locale.ROOT);
                if (written.equals(text)) {
                    return Optional.of(constant);
                }
                known.add(written);
            }
            wrong(fields, name, Message.verbatim(String.join(" / ", known)));
            return Optional.empty();
        });
    }

    /** Tells of a field that is there and doesn't take its value. */
    void wrong(Map<String, YamlNode> fields, String name, Message expected) {
        wrong(Objects.requireNonNull(fields.get(name)), name, expected);
    }

    void wrong(YamlNode item, String name, Message expected) {
        diagnostics.add(Diagnostic.error("wrong-value", item.place(), name, expected));
    }

    /** Tells of a path that leads nowhere, with the nearest ones that do not. */
    void unknownPath(String name, Collection<String> known, YamlNode item) {
        diagnostics.add(Diagnostic.error("unknown-name", item.placeOf(name), name)
                .help(orRenamed(Nearest.pathSuggestion(name, known), item)));
    }

    /** Where a base speaks of what a form based on it has taken away, the mistake is most likely there. */
    private Message orRenamed(Message nearest, YamlNode item) {
        return layer.filter(own -> own != item.source())
                .map(own -> Message.of("or-renamed", nearest, own.name()))
                .orElse(nearest);
    }

    /** Tells of a rule that is named and that nobody explains. */
    void requireRule(String rule, Set<String> rules, YamlNode item) {
        if (!rules.contains(rule)) {
            diagnostics.add(Diagnostic.error("unknown-rule", item.placeOf(rule), rule));
        }
    }

    /** Tells of a name that stands for nothing. */
    void unknownName(String name, Collection<String> known, YamlNode item) {
        diagnostics.add(Diagnostic.error("unknown-name", item.placeOf(name), name)
                .help(orRenamed(Nearest.suggestion(name, known), item)));
    }

    /** What is wrong with a key that nobody knows: its colon, its script, or else its words; with the nearest known one. */
    Diagnostic unknown(String id, YamlNode key, Collection<String> known) {
        String word = INVISIBLE.matcher(key.text()).replaceAll("");
        Message help = Nearest.suggestion(word, known);
        if (key.text().matches(".+[：:].*")) {
            help = Message.of("half-width-colon");
        } else if (known.contains(word) || key.text().matches("[\\p{Z}\\p{Cf}].+")) {
            help = Message.of("invisible", word);
        } else if (known.contains(Simplified.of(word))) {
            help = Message.of("in-simplified", Simplified.of(word), Keywords.SCRIPT, Script.HANT.written());
        }
        return Diagnostic.error(id, key.place(), key.text()).help(help);
    }

    private void requireMapping(YamlNode item) {
        if (!item.isMapping()) {
            diagnostics.add(Diagnostic.error("no-mapping", item.place()));
        }
    }
}

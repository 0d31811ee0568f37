package org.nianbao.input;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.diagnostic.TypedText;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value in a YAML file with its place.
 *
 * @param keys of a mapping where they were written, by their text; empty for anything else
 * @param values of a mapping by key, in order; empty for anything else
 * @param members of a sequence, in order; empty for anything else
 */
record YamlNode(
        Source source, Node node, Map<String, YamlNode> keys, Map<String, YamlNode> values, List<YamlNode> members) {
    /** The field that says behind which key of the base a new entry is put. */
    static final String AFTER = "after";

    /** A part of a scalar as a plain scalar of its own, between two UTF-16 offsets of its source. */
    static YamlNode part(Source source, String text, int start, int end) {
        Node node = new ScalarNode(Tag.STR, text, mark(source, start), mark(source, end), ScalarStyle.PLAIN);
        return new YamlNode(source, node, Map.of(), Map.of(), List.of());
    }

    /** Another text at the same place. */
    YamlNode saying(String text) {
        return part(source, text, start(), end());
    }

    private static Mark mark(Source source, int offset) {
        return new Mark(source.name(), source.codePoints(offset), 0, 0, new int[0], 0);
    }

    boolean isScalar() {
        return node instanceof ScalarNode;
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    boolean isSequence() {
        return node instanceof SequenceNode;
    }

    /** Whether it is a plain {@code ~}: known to have no value. */
    boolean isTilde() {
        return isPlain("~");
    }

    /** Whether nothing follows the key's colon. */
    boolean isMissing() {
        return isPlain("");
    }

    private boolean isPlain(String text) {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && scalar.getValue().equals(text);
    }

    /** Whether nothing follows the colon, or nothing is below the bar behind it. */
    boolean isUnwritten() {
        return isMissing()
                || (node instanceof ScalarNode scalar
                        && scalar.getScalarStyle() == ScalarStyle.LITERAL
                        && scalar.getValue().isBlank());
    }

    /** The UTF-16 offset of a scalar's first character, inside its quotation marks or below the bar of a block. */
    int textStart() {
        if (!(node instanceof ScalarNode scalar) || scalar.isPlain()) {
            return start();
        }
        boolean isBlock = "|>".indexOf(source.text().charAt(start())) >= 0;
        return isBlock ? Math.min(end(), source.lineStart(source.lineAt(start()) + 1)) : start() + 1;
    }

    /** The UTF-16 offset behind a scalar's last character, inside its quotation marks. */
    int textEnd() {
        boolean isQuoted = node instanceof ScalarNode scalar
                && (scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED
                        || scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED);
        return isQuoted ? end() - 1 : end();
    }

    /** Whether several of its lines become one: without a bar before them, or behind {@code >}. */
    boolean isFolded() {
        if (!(node instanceof ScalarNode scalar) || scalar.getScalarStyle() == ScalarStyle.LITERAL) {
            return false;
        }
        if (scalar.getScalarStyle() == ScalarStyle.FOLDED) {
            long typed = source.text()
                    .substring(start(), end())
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .count();
            return typed > text().lines().filter(line -> !line.isBlank()).count();
        }
        return node.getEndMark().getLine() > node.getStartMark().getLine();
    }

    /** Whether it is below a bar or an angle bracket. */
    boolean isBlock() {
        return node instanceof ScalarNode scalar
                && (scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED);
    }

    /** The comment that ends the line of a value without quotation marks, with its #. */
    Optional<SourceSpan> comment() {
        SourceLine line = SourceLine.at(source, end());
        String rest = source.text().substring(end(), Math.max(end(), line.end()));
        int hash = end() + rest.length() - rest.stripLeading().length();
        return node instanceof ScalarNode scalar
                        && scalar.isPlain()
                        && rest.strip().startsWith("#")
                ? Optional.of(source.between(hash, line.end()))
                : Optional.empty();
    }

    /** A scalar's text as it was typed, without the types that YAML 1.1 guesses; empty for anything else. */
    String text() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** The keys and the scalars of this value and of all in it. */
    Stream<TypedText> texts() {
        return isScalar()
                ? Stream.of(new TypedText(source, text(), start(), end()))
                : Stream.of(keys.values(), values.values(), members)
                        .flatMap(Collection::stream)
                        .flatMap(YamlNode::texts);
    }

    /** Offset of the first character, in UTF-16 units. */
    int start() {
        return source.offset(node.getStartMark().getIndex());
    }

    /** Offset behind the last character, in UTF-16 units. */
    int end() {
        return source.offset(node.getEndMark().getIndex());
    }

    SourceSpan place() {
        return source.between(start(), end());
    }

    /** The point behind its last character; YAML counts the blank lines and comments below a mapping to it. */
    SourceSpan placeBehind() {
        int last = source.lineAt(Math.max(start(), end() - 1));
        String line = source.line(last).strip();
        while (last > place().line() && (line.isEmpty() || line.startsWith("#") || source.lineStart(last) >= end())) {
            last--;
            line = source.line(last).strip();
        }
        int behind = source.lineStart(last) + source.line(last).stripTrailing().length();
        return source.between(behind, behind);
    }

    /** The place of {@code words} inside this value, or of the value. */
    SourceSpan placeOf(String words) {
        return source.find(words, start(), end());
    }

    /** A mapping without some of its entries. */
    YamlNode without(Collection<String> names) {
        Map<String, YamlNode> fewer = new LinkedHashMap<>(values);
        fewer.keySet().removeAll(names);
        return new YamlNode(source, node, keys, fewer, members);
    }

    /** The value of a mapping's key. */
    Optional<YamlNode> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The key itself, where it was written. */
    YamlNode key(String key) {
        return Objects.requireNonNull(keys.get(key));
    }

    /** A sequence's members, or else this value as the only one. */
    List<YamlNode> oneOrMore() {
        return isSequence() ? members : List.of(this);
    }

    /**
     * This value as a change of a base's value: a mapping's entries are added to those of the base or replace them,
     * {@code ~} removes one, a list of mappings follows that of the base, and anything else replaces it.
     *
     * @param diagnostics gets an error for each key of the base that is named and does not exist
     */
    YamlNode over(YamlNode base, Diagnostics diagnostics) {
        if (isMapping() && base.isMapping()) {
            return merged(base, diagnostics);
        }
        if (isSequence() && members.stream().allMatch(YamlNode::isMapping)) {
            List<YamlNode> all = new ArrayList<>(base.members);
            all.addAll(members);
            return new YamlNode(source, node, keys, values, all);
        }
        return this;
    }

    private YamlNode merged(YamlNode base, Diagnostics diagnostics) {
        Map<String, YamlNode> allKeys = new LinkedHashMap<>();
        Map<String, YamlNode> allValues = new LinkedHashMap<>();
        for (String key : order(base, diagnostics)) {
            Optional<YamlNode> inherited = base.value(key);
            Optional<YamlNode> own = value(key)
                    .map(change -> inherited
                            .map(before -> change.over(before, diagnostics))
                            .orElse(change));
            allKeys.put(key, own.isPresent() ? key(key) : base.key(key));
            allValues.put(key, own.or(() -> inherited).orElseThrow());
        }
        return new YamlNode(source, node, allKeys, allValues, List.of());
    }

    /** The keys of a base with those of this mapping added, moved or removed. */
    private List<String> order(YamlNode base, Diagnostics diagnostics) {
        List<String> order = new ArrayList<>(base.values.keySet());
        Message known = Message.of("known-are", String.join(", ", order));
        values.forEach((key, value) -> {
            int at = order.contains(key) ? order.indexOf(key) : order.size();
            boolean isNew = !order.remove(key);
            if (value.isTilde()) {
                if (isNew) {
                    diagnostics.add(Diagnostic.error("nothing-to-remove", key(key).place(), key)
                            .help(known));
                }
                return;
            }
            Optional<YamlNode> after = value.value(AFTER);
            if (after.isPresent()) {
                String name = after.get().text();
                at = order.indexOf(name) + 1;
                if (at == 0) {
                    diagnostics.add(Diagnostic.error("unknown-name", after.get().place(), name)
                            .help(known));
                }
            }
            order.add(at, key);
        });
        return order;
    }
}

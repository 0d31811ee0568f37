package org.nianbao.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.SourceSpan;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value in a YAML file that knows where it stands.
 *
 * @param base what it changes, in a file that others are based on: a mapping's entries are added to those of the base or
 *     take their places, {@code ~} takes one away, a list of mappings goes on behind that of the base, and anything else
 *     takes its place
 */
record YamlNode(Source source, Node node, @Nullable YamlNode base) {
    /** Where an entry that is new to a base is put. */
    static final String AFTER = "after";

    YamlNode(Source source, Node node) {
        this(source, node, null);
    }

    /** The same value as a change of another one. */
    YamlNode over(YamlNode other) {
        return new YamlNode(source, node, other);
    }

    /** What a mapping holds under one key. */
    record Entry(YamlNode key, YamlNode value) {}

    boolean isScalar() {
        return node instanceof ScalarNode;
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    boolean isSequence() {
        return node instanceof SequenceNode;
    }

    /** A plain {@code ~}: a value that is known to be none. */
    boolean isTilde() {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && scalar.getValue().equals("~");
    }

    /** Nothing behind the key's colon. */
    boolean isMissing() {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && scalar.getValue().isEmpty();
    }

    /** Nothing behind the colon, or nothing below the bar behind it: what stands there is still to be written. */
    boolean isUnwritten() {
        return isMissing()
                || (node instanceof ScalarNode scalar
                        && scalar.getScalarStyle() == DumperOptions.ScalarStyle.LITERAL
                        && scalar.getValue().isBlank());
    }

    /** Several lines without a bar before them, which YAML joins to one. */
    boolean isFolded() {
        return node instanceof ScalarNode scalar
                && (scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN
                        || scalar.getScalarStyle() == DumperOptions.ScalarStyle.DOUBLE_QUOTED
                        || scalar.getScalarStyle() == DumperOptions.ScalarStyle.SINGLE_QUOTED)
                && node.getEndMark().getLine() > node.getStartMark().getLine();
    }

    /** A scalar's text as it was typed, never as YAML 1.1 would guess its type; empty for anything else. */
    String text() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** Offset of the first character, in UTF-16 units. */
    int start() {
        return offset(node.getStartMark());
    }

    /** Offset behind the last character, in UTF-16 units. */
    int end() {
        return offset(node.getEndMark());
    }

    SourceSpan place() {
        return source.between(start(), end());
    }

    /** The place of {@code words} inside this value, or of the value. */
    SourceSpan placeOf(String words) {
        return source.find(words, start(), end());
    }

    /**
     * A mapping's entries by key, in order. A key that is written twice, or is no plain word, is a problem; the
     * first one counts. Anything but a mapping has no entries.
     */
    Map<String, Entry> entries(Diagnostics diagnostics) {
        Map<String, Entry> own = ownEntries(diagnostics);
        return base != null && base.isMapping() && isMapping()
                ? changed(base.entries(diagnostics), own, diagnostics)
                : own;
    }

    private static Map<String, Entry> changed(
            Map<String, Entry> base, Map<String, Entry> own, Diagnostics diagnostics) {
        List<Map.Entry<String, Entry>> all = new ArrayList<>(base.entrySet());
        own.forEach((key, entry) -> {
            Entry before = base.get(key);
            int at = base.containsKey(key) ? index(all, key) : all.size();
            if (before != null) {
                all.remove(at);
            }
            if (entry.value().isTilde()) {
                if (before == null) {
                    diagnostics.add(
                            Diagnostic.error("nothing-to-remove", entry.key().place(), key)
                                    .help(Message.of("known-are", String.join(", ", base.keySet()))));
                }
                return;
            }
            Optional<YamlNode> after = Optional.ofNullable(
                            entry.value().ownEntries(new Diagnostics()).get(AFTER))
                    .map(Entry::value);
            if (after.isPresent()) {
                at = index(all, after.get().text()) + 1;
                if (at == 0) {
                    diagnostics.add(Diagnostic.error(
                                    "unknown-name",
                                    after.get().place(),
                                    after.get().text())
                            .help(Message.of("known-are", String.join(", ", base.keySet()))));
                }
            }
            YamlNode value = before == null ? entry.value() : entry.value().over(before.value());
            all.add(at, Map.entry(key, new Entry(entry.key(), value)));
        });
        Map<String, Entry> entries = new LinkedHashMap<>();
        all.forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        return entries;
    }

    private static int index(List<Map.Entry<String, Entry>> entries, String key) {
        return entries.stream().map(Map.Entry::getKey).toList().indexOf(key);
    }

    private Map<String, Entry> ownEntries(Diagnostics diagnostics) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                YamlNode key = new YamlNode(source, tuple.getKeyNode());
                if (!key.isScalar()) {
                    diagnostics.add(Diagnostic.error("bad-key", key.place()));
                    continue;
                }
                Entry entry = new Entry(key, new YamlNode(source, tuple.getValueNode()));
                Entry first = entries.putIfAbsent(key.text(), entry);
                if (first != null) {
                    diagnostics.add(Diagnostic.error(
                            "duplicate-key",
                            key.place(),
                            key.text(),
                            first.key().place().line()));
                }
            }
        }
        return entries;
    }

    /** A sequence's members, in order; none for anything else. */
    List<YamlNode> members() {
        List<YamlNode> members = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node member : sequence.getValue()) {
                members.add(new YamlNode(source, member));
            }
            if (base != null && members.stream().allMatch(YamlNode::isMapping)) {
                members.addAll(0, base.members());
            }
        }
        return members;
    }

    private int offset(Mark mark) {
        return source.offset(mark.getIndex());
    }
}

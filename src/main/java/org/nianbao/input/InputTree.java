package org.nianbao.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Source;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where the keys and values of an input stand and how they are written, for whoever changes some of them. Immutable. */
public final class InputTree {
    private final Entry root;
    private final Map<Integer, Entry> byStart = new HashMap<>();
    private final Map<String, String> scalars = new LinkedHashMap<>();

    /** How a value is written. */
    public enum Notation {
        PLAIN,
        QUOTED,
        LITERAL,
        FOLDED,
        FLOW,
        BLOCK
    }

    /**
     * A value with the key that it belongs to. Offsets are in UTF-16 units.
     *
     * @param key empty for the whole input and for the members of a list
     * @param keyStart of the key, or of the value if there is none
     * @param start of the value
     * @param end behind the value; of a block of rows or of prose, blank lines and comments below it may be before that
     * @param isMapping whether it has entries
     * @param text of a scalar; empty for anything else
     * @param entries of a mapping or members of a list, in order
     */
    public record Entry(
            String key,
            int keyStart,
            int start,
            int end,
            Notation style,
            boolean isMapping,
            String text,
            List<Entry> entries) {
        public Entry {
            entries = List.copyOf(entries);
        }

        public boolean isScalar() {
            return style != Notation.FLOW && style != Notation.BLOCK;
        }

        /** Whether nothing follows its colon. */
        public boolean isMissing() {
            return style == Notation.PLAIN && text.isEmpty();
        }

        /** The entry of a key. */
        public Optional<Entry> entry(String wanted) {
            return entries.stream().filter(one -> one.key().equals(wanted)).findFirst();
        }
    }

    private InputTree(YamlNode root) {
        this.root = entry("", root.start(), root, "");
    }

    /** The tree of a text; empty if it is not YAML, or no input for another reason. */
    public static Optional<InputTree> of(Source source) {
        return YamlFile.input(source, new Diagnostics()).map(InputTree::new);
    }

    /** The whole input. */
    public Entry root() {
        return root;
    }

    /** The value that begins at an offset. */
    public Optional<Entry> at(int start) {
        return Optional.ofNullable(byStart.get(start));
    }

    /** The texts of all scalars, by their keys joined with dots. */
    public Map<String, String> scalars() {
        return Map.copyOf(scalars);
    }

    private Entry entry(String key, int keyStart, YamlNode value, String path) {
        List<Entry> entries = new ArrayList<>();
        value.values()
                .forEach((name, below) -> entries.add(
                        entry(name, value.key(name).start(), below, path.isEmpty() ? name : path + "." + name)));
        int number = 0;
        for (YamlNode member : value.members()) {
            entries.add(entry("", member.start(), member, path + "." + number++));
        }
        Entry entry = new Entry(
                key, keyStart, value.start(), value.end(), style(value), value.isMapping(), value.text(), entries);
        if (entry.isScalar()) {
            scalars.put(path, entry.text());
        }
        byStart.put(entry.start(), entry);
        return entry;
    }

    private static Notation style(YamlNode value) {
        if (value.node() instanceof ScalarNode scalar) {
            ScalarStyle style = scalar.getScalarStyle();
            return switch (style) {
                case LITERAL -> Notation.LITERAL;
                case FOLDED -> Notation.FOLDED;
                case PLAIN -> Notation.PLAIN;
                default -> Notation.QUOTED;
            };
        }
        FlowStyle style = value.node() instanceof MappingNode mapping
                ? mapping.getFlowStyle()
                : value.node() instanceof SequenceNode sequence ? sequence.getFlowStyle() : FlowStyle.BLOCK;
        return style == FlowStyle.FLOW ? Notation.FLOW : Notation.BLOCK;
    }
}

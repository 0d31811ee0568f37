package org.nianbao.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.SourceSpan;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Parses a YAML file and checks its tags, keys and characters. */
final class YamlFile {
    /** The tags that YAML 1.1 gives to values without one. */
    private static final Set<Tag> IMPLICIT =
            Set.of(Tag.MAP, Tag.SEQ, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE);

    private final Source source;
    private final Diagnostics diagnostics;

    /** The values read so far; an alias leads to the value of its anchor. */
    private final IdentityHashMap<Node, YamlNode> values = new IdentityHashMap<>();

    /** Whether a tag or an invisible character makes the file unusable. */
    private boolean refused;

    private YamlFile(Source source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
    }

    /** Reads a user's file: no anchors or aliases, limited depth and size. Empty if it is no mapping. */
    static Optional<YamlNode> input(Path file, String name, Diagnostics diagnostics) {
        return Bytes.read(file, name, diagnostics).flatMap(source -> input(source, diagnostics));
    }

    /** Reads a user's file from its text. */
    static Optional<YamlNode> input(Source source, Diagnostics diagnostics) {
        return new YamlFile(source, diagnostics).mapping(false);
    }

    /** Reads a file of the templates, which may have anchors and aliases. Empty if it is no mapping. */
    static Optional<YamlNode> template(Path file, Diagnostics diagnostics) {
        return Bytes.read(file, file.toString(), diagnostics)
                .flatMap(source -> new YamlFile(source, diagnostics).mapping(true));
    }

    private Optional<YamlNode> mapping(boolean aliases) {
        try {
            return mapping(compose(aliases));
        } catch (EventLimits.LimitsExceeded e) {
            diagnostics.add(e.diagnostic());
        } catch (MarkedYAMLException e) {
            diagnostics.addAll(new SyntaxErrorExplainer(source, e).diagnostics());
        } catch (YAMLException e) {
            String sentence = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            diagnostics.add(Diagnostic.error("not-yaml", source.top(), sentence));
        } catch (NumberFormatException e) { // thrown by SnakeYAML's scanner
            diagnostics.add(SyntaxErrorExplainer.escape(source));
        }
        return Optional.empty();
    }

    private @Nullable Node compose(boolean aliases) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Bytes.LONGEST);
        options.setMaxAliasesForCollections(50);
        options.setTagInspector(tag -> true); // composing makes no objects; our own check has the better message
        Parser events =
                aliases ? new ParserImpl(new StreamReader(source.text()), options) : new EventLimits(source, options);
        return new Composer(events, new Resolver(), options).getSingleNode();
    }

    private Optional<YamlNode> mapping(@Nullable Node root) {
        if (root == null) {
            diagnostics.add(Diagnostic.error("empty", source.top()));
            return Optional.empty();
        }
        YamlNode value = value(root);
        if (!value.isMapping()) {
            SourceSpan place = value.place();
            List<Diagnostic> colons = new SourceLine(source, place.line()).colons();
            diagnostics.addAll(colons.isEmpty() ? List.of(Diagnostic.error("no-mapping", place)) : colons);
            return Optional.empty();
        }
        return refused ? Optional.empty() : Optional.of(value);
    }

    private YamlNode value(Node node) {
        YamlNode known = values.get(node);
        if (known != null) {
            return known;
        }
        Map<String, YamlNode> keys = new LinkedHashMap<>();
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        List<YamlNode> members = new ArrayList<>();
        YamlNode value = new YamlNode(source, node, keys, entries, members);
        values.put(node, value);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> addEntry(tuple, keys, entries));
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(member -> members.add(value(member)));
        }
        refuse(node, value);
        return value;
    }

    /** Adds an entry whose key is a scalar; of equal keys the first one counts. */
    private void addEntry(NodeTuple tuple, Map<String, YamlNode> keys, Map<String, YamlNode> entries) {
        YamlNode key = value(tuple.getKeyNode());
        YamlNode value = value(tuple.getValueNode());
        if (!key.isScalar()) {
            Optional<Diagnostic> row = WrittenRow.wrong(key);
            refused |= row.isPresent();
            diagnostics.add(row.orElseGet(() -> Diagnostic.error("bad-key", key.place())));
            return;
        }
        YamlNode first = keys.putIfAbsent(key.text(), key);
        if (first == null) {
            entries.put(key.text(), value);
        } else {
            int line = first.place().line();
            diagnostics.add(Diagnostic.error("duplicate-key", key.place(), key.text(), line));
        }
    }

    private void refuse(Node node, YamlNode value) {
        List<Diagnostic> found = new ArrayList<>();
        if (!IMPLICIT.contains(node.getTag())) {
            found.add(Diagnostic.error("tag", value.place(), node.getTag().getValue()));
        }
        if (node instanceof ScalarNode scalar && scalar.getScalarStyle() == DumperOptions.ScalarStyle.DOUBLE_QUOTED) {
            found.addAll(Bytes.unseen(source, value.text(), value.start())); // escapes such as \u202E
        }
        refused |= !found.isEmpty();
        diagnostics.addAll(found);
    }
}

package org.nianbao.input;

import java.nio.file.Path;
import java.util.List;
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

/** A YAML file on its way from bytes to a tree of {@link YamlNode}s. */
final class YamlFile {
    /** What YAML 1.1 calls a value that nobody has tagged. */
    private static final Set<Tag> IMPLICIT =
            Set.of(Tag.MAP, Tag.SEQ, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE);

    private final Source source;
    private final boolean aliases;

    private YamlFile(Source source, boolean aliases) {
        this.source = source;
        this.aliases = aliases;
    }

    /** A file of the program's own templates, which may use anchors and aliases. */
    static YamlFile ofTemplate(Source source) {
        return new YamlFile(source, true);
    }

    /** A file that anybody may have written. */
    static YamlFile ofInput(Source source) {
        return new YamlFile(source, false);
    }

    /** As {@link Bytes#read}. */
    static Optional<Source> read(Path file, String name, Diagnostics diagnostics) {
        return Bytes.read(file, name, diagnostics);
    }

    /** The file's one mapping, or nothing where it isn't one; {@code diagnostics} then says why. */
    Optional<YamlNode> mapping(Diagnostics diagnostics) {
        try {
            return mapping(compose(), diagnostics);
        } catch (EventLimits.LimitsExceeded refused) {
            diagnostics.add(refused.diagnostic());
        } catch (MarkedYAMLException e) {
            diagnostics.addAll(new SyntaxErrorExplainer(source, e).diagnostics());
        } catch (YAMLException e) {
            String sentence = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            diagnostics.add(Diagnostic.error("not-yaml", source.top(), sentence));
        }
        return Optional.empty();
    }

    private @Nullable Node compose() {
        LoaderOptions options = options();
        Parser events = new ParserImpl(new StreamReader(source.text()), options);
        return new Composer(aliases ? events : new EventLimits(source, events), new Resolver(), options)
                .getSingleNode();
    }

    private Optional<YamlNode> mapping(@Nullable Node node, Diagnostics diagnostics) {
        if (node == null) {
            diagnostics.add(Diagnostic.error("empty", source.top()));
            return Optional.empty();
        }
        if (!(node instanceof MappingNode)) {
            SourceSpan place = new YamlNode(source, node).place();
            List<Diagnostic> colons = new SourceLine(source, place.line()).colons();
            diagnostics.addAll(colons.isEmpty() ? List.of(Diagnostic.error("no-mapping", place)) : colons);
            return Optional.empty();
        }
        int before = diagnostics.size();
        refuseTags(node, diagnostics);
        refuseUnseen(node, diagnostics);
        return diagnostics.size() > before ? Optional.empty() : Optional.of(new YamlNode(source, node));
    }

    private LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Bytes.LONGEST);
        options.setMaxAliasesForCollections(50);
        // tags are refused below, with a message of our own; composing makes no objects of them
        options.setTagInspector(tag -> true);
        return options;
    }

    /** What a value in double quotes stands for, an escaped U+202E for example, was not seen when the file was read. */
    private void refuseUnseen(Node node, Diagnostics diagnostics) {
        if (node instanceof ScalarNode scalar && scalar.getScalarStyle() == DumperOptions.ScalarStyle.DOUBLE_QUOTED) {
            diagnostics.addAll(Bytes.unseen(source, scalar.getValue(), new YamlNode(source, node).start()));
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                refuseUnseen(tuple.getKeyNode(), diagnostics);
                refuseUnseen(tuple.getValueNode(), diagnostics);
            }
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(member -> refuseUnseen(member, diagnostics));
        }
    }

    private void refuseTags(Node node, Diagnostics diagnostics) {
        if (!IMPLICIT.contains(node.getTag())) {
            diagnostics.add(Diagnostic.error(
                    "tag", new YamlNode(source, node).place(), node.getTag().getValue()));
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                refuseTags(tuple.getKeyNode(), diagnostics);
                refuseTags(tuple.getValueNode(), diagnostics);
            }
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(member -> refuseTags(member, diagnostics));
        }
    }
}

package org.nianbao.input;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
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
    static Optional<Source> read(Path file, String name, List<Diagnostic> problems) {
        return Bytes.read(file, name, problems);
    }

    /** The file's one mapping, or nothing where it isn't one; {@code problems} then says why. */
    Optional<YamlNode> mapping(List<Diagnostic> problems) {
        try {
            return mapping(compose(), problems);
        } catch (EventLimits.LimitsExceeded refused) {
            problems.add(refused.problem());
        } catch (MarkedYAMLException e) {
            problems.addAll(new SyntaxErrorExplainer(source, e).problems());
        } catch (YAMLException e) {
            String sentence = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            problems.add(Diagnostic.error(
                    "not-yaml", source.top(), Message.of("not-yaml", sentence), Message.of("not-yaml.way-out")));
        }
        return Optional.empty();
    }

    private @Nullable Node compose() {
        LoaderOptions options = options();
        Parser events = new ParserImpl(new StreamReader(source.text()), options);
        return new Composer(aliases ? events : new EventLimits(source, events), new Resolver(), options)
                .getSingleNode();
    }

    private Optional<YamlNode> mapping(@Nullable Node node, List<Diagnostic> problems) {
        if (node == null) {
            problems.add(Diagnostic.error("empty", source.top(), Message.of("empty"), Message.of("empty.way-out")));
            return Optional.empty();
        }
        if (!(node instanceof MappingNode)) {
            SourceSpan place = new YamlNode(source, node).place();
            List<Diagnostic> colons = new SourceLine(source, place.line()).colons();
            problems.addAll(
                    colons.isEmpty()
                            ? List.of(Diagnostic.error(
                                    "no-mapping", place, Message.of("no-mapping"), Message.of("no-mapping.way-out")))
                            : colons);
            return Optional.empty();
        }
        int before = problems.size();
        refuseTags(node, problems);
        refuseUnseen(node, problems);
        return problems.size() > before ? Optional.empty() : Optional.of(new YamlNode(source, node));
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
    private void refuseUnseen(Node node, List<Diagnostic> problems) {
        if (node instanceof ScalarNode scalar && scalar.getScalarStyle() == DumperOptions.ScalarStyle.DOUBLE_QUOTED) {
            problems.addAll(Bytes.unseen(source, scalar.getValue(), new YamlNode(source, node).start()));
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                refuseUnseen(tuple.getKeyNode(), problems);
                refuseUnseen(tuple.getValueNode(), problems);
            }
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(member -> refuseUnseen(member, problems));
        }
    }

    private void refuseTags(Node node, List<Diagnostic> problems) {
        if (!IMPLICIT.contains(node.getTag())) {
            problems.add(Diagnostic.error(
                    "tag",
                    new YamlNode(source, node).place(),
                    Message.of("tag", node.getTag().getValue()),
                    Message.of("tag.way-out")));
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                refuseTags(tuple.getKeyNode(), problems);
                refuseTags(tuple.getValueNode(), problems);
            }
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(member -> refuseTags(member, problems));
        }
    }
}

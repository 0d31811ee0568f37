package org.nianbao.input;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nianbao.problem.Message;
import org.nianbao.problem.Place;
import org.nianbao.problem.Problem;
import org.nianbao.problem.Source;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A YAML file on its way from bytes to a tree of {@link Item}s. */
final class YamlFile {
    /** Four times the longest report anybody has published; more is no report. */
    private static final int LONGEST = 2 * 1024 * 1024;

    private static final int DEEPEST = 40;

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

    /**
     * Reads a file's text.
     *
     * @return the text, or nothing where it is no UTF-8, too long or cannot be read; {@code problems} then says so
     */
    static Optional<Source> read(Path file, String name, List<Problem> problems) {
        try {
            if (Files.size(file) > LONGEST) {
                problems.add(Problem.error(
                        "too-long", Message.of("too-long", name, LONGEST / 1024), Message.of("too-long.way-out")));
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length > 1 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xff + 0xfe) { // a UTF-16 byte order mark
                problems.add(notUtf8(name, "UTF-16"));
                return Optional.empty();
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(new Source(name, text.startsWith("\uFEFF") ? text.substring(1) : text));
        } catch (CharacterCodingException e) {
            problems.add(notUtf8(name, "GB18030"));
        } catch (IOException e) {
            problems.add(Problem.error("unreadable", Message.of("unreadable", name), Message.of("unreadable.way-out")));
        }
        return Optional.empty();
    }

    private static Problem notUtf8(String name, String likely) {
        return Problem.error(
                "not-utf-8", Message.of("not-utf-8", name, likely), Message.of("not-utf-8.way-out", likely));
    }

    /** The file's one mapping, or nothing where it isn't one; {@code problems} then says why. */
    Optional<Item> mapping(List<Problem> problems) {
        Node node;
        try {
            node = new Yaml(options()).compose(new StringReader(source.text()));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
            Place place = mark == null ? source.top() : new Place(source, mark.getLine() + 1, mark.getColumn() + 1, 0);
            problems.add(Problem.error(
                    "not-yaml",
                    place,
                    Message.of("not-yaml", String.valueOf(e.getProblem())),
                    Message.of("not-yaml.way-out")));
            return Optional.empty();
        } catch (YAMLException e) {
            problems.add(refused(e));
            return Optional.empty();
        }
        if (!(node instanceof MappingNode)) {
            Place place = node == null ? source.top() : new Item(source, node).place();
            problems.add(
                    Problem.error("no-mapping", place, Message.of("no-mapping"), Message.of("no-mapping.way-out")));
            return Optional.empty();
        }
        int before = problems.size();
        refuseTags(node, problems);
        return problems.size() > before ? Optional.empty() : Optional.of(new Item(source, node));
    }

    private LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(aliases ? 50 : 0);
        // tags are refused below, with a message of our own; composing makes no objects of them
        options.setTagInspector(tag -> true);
        return options;
    }

    private Problem refused(YAMLException e) {
        if (!aliases) {
            for (Event event : events()) {
                if (event instanceof AliasEvent alias) {
                    Mark mark = alias.getStartMark();
                    return Problem.error(
                            "alias",
                            new Place(source, mark.getLine() + 1, mark.getColumn() + 1, 0),
                            Message.of("alias"),
                            Message.of("alias.way-out"));
                }
            }
        }
        return Problem.error(
                "not-yaml",
                source.top(),
                Message.of(
                        "not-yaml",
                        String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
                Message.of("not-yaml.way-out"));
    }

    private List<Event> events() {
        List<Event> events = new ArrayList<>();
        try {
            for (Event event : new Yaml(options()).parse(new StringReader(source.text()))) {
                events.add(event);
            }
        } catch (YAMLException endOfWhatCanBeRead) {
            return events;
        }
        return events;
    }

    private void refuseTags(Node node, List<Problem> problems) {
        if (!IMPLICIT.contains(node.getTag())) {
            problems.add(Problem.error(
                    "tag",
                    new Item(source, node).place(),
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

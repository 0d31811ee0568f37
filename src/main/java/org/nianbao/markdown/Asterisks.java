package org.nianbao.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;
import org.nianbao.text.AsteriskPair;

/** Reads emphasis by {@link AsteriskPair} instead of CommonMark's rule, which commonmark-java does not let replace. */
final class Asterisks implements InlineContentParserFactory, InlineContentParser, PostProcessor {
    /** A run of asterisks, until all of its line is parsed. */
    private static final class Asterisk extends CustomNode {
        private final int length;

        Asterisk(int length) {
            this.length = length;
        }
    }

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('*');
    }

    @Override
    public InlineContentParser create() {
        return this;
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        return ParsedInline.of(new Asterisk(scanner.matchMultiple('*')), scanner.position());
    }

    @Override
    public Node process(Node node) {
        List<Node> children = Inlines.children(node);
        children.forEach(this::process);
        if (children.stream().anyMatch(Asterisk.class::isInstance)) {
            emphasize(children);
        }
        return node;
    }

    private static void emphasize(List<Node> siblings) {
        StringBuilder text = new StringBuilder();
        Map<Integer, Asterisk> runs = new TreeMap<>();
        for (Node node : siblings) {
            if (node instanceof Asterisk run) {
                runs.put(text.length(), run);
                text.append("*".repeat(run.length));
            } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                text.append('\n');
            } else {
                text.append(Inlines.text(List.of(node)));
            }
        }
        List<AsteriskPair.AsteriskRun> found = new ArrayList<>();
        runs.forEach((at, run) -> found.add(new AsteriskPair.AsteriskRun(at, run.length)));
        for (AsteriskPair pair : AsteriskPair.in(text.toString(), found)) {
            Asterisk open = Objects.requireNonNull(runs.remove(pair.open()));
            wrap(open, Objects.requireNonNull(runs.remove(pair.close())));
        }
        runs.values().forEach(run -> replace(run, new Text("*".repeat(run.length))));
    }

    /** Puts the nodes between two runs into an element, or into two for three asterisks. */
    private static void wrap(Asterisk open, Asterisk close) {
        Node outer = open.length == 1 ? new Emphasis("*") : new StrongEmphasis("**");
        Node inner = outer;
        if (open.length == 3) {
            inner = new Emphasis("*");
            outer.appendChild(inner);
        }
        for (Node next = open.getNext(); next != null && next != close; next = open.getNext()) {
            inner.appendChild(next);
        }
        replace(open, outer);
        close.unlink();
    }

    private static void replace(Node node, Node by) {
        node.insertAfter(by);
        node.unlink();
    }
}

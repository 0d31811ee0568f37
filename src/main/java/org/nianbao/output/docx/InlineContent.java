package org.nianbao.output.docx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.nianbao.page.Elements;
import org.nianbao.typography.Typography.TextRole;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * The content of one paragraph: text, line breaks and pictures. White space is collapsed as in HTML; full-width and no-break
 * spaces are kept. Not thread-safe.
 */
final class InlineContent {
    private final List<Inline> pieces = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private RunFormat pendingFormat = RunFormat.PLAIN;
    private boolean space;
    private boolean atStart = true;
    private boolean breaksWords;

    /** A piece of a paragraph. */
    sealed interface Inline permits TextInline, Break, WordBreak, Image {}

    /** Text in one format. */
    record TextInline(String text, RunFormat format) implements Inline {}

    /** A line break. */
    record Break() implements Inline {}

    /** A long word, which may break anywhere. It stands once before the text. */
    record WordBreak() implements Inline {}

    /** A picture: an {@code img} element. */
    record Image(Element img) implements Inline {}

    /**
     * The format of text.
     *
     * @param style id of a character style, or empty
     * @param marks names of the elements around the text: {@code strong}, {@code em}; in a comparison {@code del} and
     *     {@code ins}
     * @param href target of a link, or empty
     */
    record RunFormat(String style, Set<String> marks, String href) {
        static final RunFormat PLAIN = new RunFormat("", Set.of(), "");

        /** As {@code equals}, which Java takes long to link in a record. */
        boolean isSame(RunFormat other) {
            return style.equals(other.style) && marks.equals(other.marks) && href.equals(other.href);
        }

        RunFormat inside(Element element) {
            return switch (element.getLocalName()) {
                case "strong", "em", "del", "ins" -> with(element.getLocalName());
                case "a" -> new RunFormat(style, marks, element.getAttribute("href"));
                case "b" -> {
                    int level = Elements.headingLevel(element);
                    yield level == 0
                            ? with("strong")
                            : new RunFormat(StyleIds.runIn(TextRole.heading(level)), marks, href);
                }
                default -> this;
            };
        }

        private RunFormat with(String mark) {
            Set<String> all = new HashSet<>(marks);
            all.add(mark);
            return new RunFormat(style, all, href);
        }
    }

    /** The content of an element in a character style, which may be empty. */
    static InlineContent of(Element element, String style) {
        InlineContent line = new InlineContent();
        line.addChildren(element, new RunFormat(style, Set.of(), ""));
        return line;
    }

    void add(Node node) {
        add(node, RunFormat.PLAIN);
    }

    List<Inline> pieces() {
        endRun();
        if (breaksWords) {
            pieces.add(0, new WordBreak());
            breaksWords = false;
        }
        return List.copyOf(pieces);
    }

    /** The same content with each run of text broken into lines by a function. */
    InlineContent broken(Function<String, List<String>> lines) {
        InlineContent broken = new InlineContent();
        for (Inline piece : pieces()) {
            if (piece instanceof TextInline text) {
                for (String line : lines.apply(text.text())) {
                    broken.pieces.add(new TextInline(line, text.format()));
                    broken.pieces.add(new Break());
                }
                broken.pieces.remove(broken.pieces.size() - 1);
            } else {
                broken.pieces.add(piece);
            }
        }
        return broken;
    }

    /** The same content with some characters strong, in runs of their own. */
    InlineContent strong(IntPredicate characters) {
        InlineContent strong = new InlineContent();
        for (Inline piece : pieces()) {
            if (piece instanceof TextInline text) {
                text.text()
                        .codePoints()
                        .forEach(character -> strong.addCharacter(
                                character,
                                characters.test(character) ? text.format().with("strong") : text.format()));
                strong.endRun();
            } else {
                strong.pieces.add(piece);
            }
        }
        return strong;
    }

    boolean isEmpty() {
        return pieces.isEmpty() && pending.isEmpty();
    }

    private void addChildren(Element parent, RunFormat format) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            add(child, format);
        }
    }

    private void add(Node node, RunFormat format) {
        if (node instanceof Text text) {
            add(text.getData(), format);
        } else if (node instanceof Element element) {
            switch (element.getLocalName()) {
                case "br" -> {
                    endRun();
                    pieces.add(new Break());
                    space = false;
                    atStart = true;
                }
                case "wbr" -> breaksWords = true;
                case "img" -> {
                    addSpace();
                    endRun();
                    pieces.add(new Image(element));
                    atStart = false;
                }
                default -> addChildren(element, format.inside(element));
            }
        }
    }

    private void add(String text, RunFormat format) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
                space = true;
            } else {
                addSpace();
                addCharacter(c, format);
                atStart = false;
            }
        }
    }

    private void addCharacter(int character, RunFormat format) {
        if (!format.isSame(pendingFormat)) {
            endRun();
            pendingFormat = format;
        }
        pending.appendCodePoint(character);
    }

    private void addSpace() {
        if (space && !atStart) {
            pending.append(' ');
        }
        space = false;
    }

    private void endRun() {
        if (!pending.isEmpty()) {
            pieces.add(new TextInline(pending.toString(), pendingFormat));
            pending.setLength(0);
        }
    }
}

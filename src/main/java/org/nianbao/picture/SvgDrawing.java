package org.nianbao.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.nianbao.diagnostic.Message;

/** Builds an SVG picture and replaces its text by outlines. */
final class SvgDrawing {
    /** An attribute with the line of the original file, for messages; it is removed at the end. */
    static final String LINE = "line";

    private static final int MOST_CHARACTERS = 5_000;

    private final StringBuilder out = new StringBuilder();
    private final List<Passage> passages = new ArrayList<>();
    private final Set<String> families = new TreeSet<>();
    private final List<Range> texts = new ArrayList<>();
    private int text;

    /** Some text of the original file, and the line where it ends. */
    private record Passage(String text, int line) {}

    /** The place of a text element in the written SVG. */
    private record Range(int start, int end) {}

    /** Remembers the typefaces that are used. */
    UnaryOperator<String> families(Lettering lettering) {
        return list -> {
            String family = lettering.family(list);
            families.add(family);
            return family;
        };
    }

    void open(String element, int line) {
        text = element.equals("text") ? out.length() : text;
        boolean root = out.isEmpty();
        out.append('<').append(element);
        if (root) {
            out.append(" xmlns=\"" + SvgFile.SVG + "\" xmlns:xlink=\"" + SvgFile.XLINK + "\"");
        }
        attribute(LINE, String.valueOf(line));
    }

    void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        out.append(escape(value).replace("\"", "&quot;")).append('"');
    }

    /** Ends the attributes of an element. */
    void opened() {
        out.append('>');
    }

    void rule(String selectors, String declarations) {
        out.append(escape(selectors + "{" + declarations + "}"));
    }

    void text(String words, int line) {
        out.append(escape(words));
        passages.add(new Passage(words, line));
    }

    void close(String element) {
        out.append("</").append(element).append('>');
        if (element.equals("text")) {
            texts.add(new Range(text, out.length()));
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /**
     * The picture without text.
     *
     * @throws PictureRejected if a character has no glyph, or the drawing library finds a fault
     */
    String outlined(Lettering lettering) throws PictureRejected {
        families.add(lettering.family());
        StringBuilder words = new StringBuilder();
        for (Passage passage : passages) {
            words.append(passage.text());
            requireGlyphs(passage, lettering);
        }
        if (words.length() > MOST_CHARACTERS) {
            throw PictureRejected.size(Message.of("size.characters", MOST_CHARACTERS));
        }
        SvgOutlines outlines = SvgOutlines.of(texts.isEmpty() ? out.toString() : withFonts(lettering, words));
        List<String> groups = outlines.groups();
        for (int i = texts.size() - 1; i >= 0; i--) {
            out.replace(texts.get(i).start(), texts.get(i).end(), groups.get(i));
        }
        return out.toString().replaceAll(" " + LINE + "=\"[0-9]+\"", "");
    }

    private void requireGlyphs(Passage passage, Lettering lettering) throws PictureRejected {
        for (int character : passage.text().codePoints().toArray()) {
            if (!Character.isWhitespace(character)
                    && !families.stream().allMatch(family -> lettering.has(family, character))) {
                throw PictureRejected.glyph(passage.line(), Character.toString(character));
            }
        }
    }

    /** The picture with the fonts of its text. The default typeface is that of charts. */
    private String withFonts(Lettering lettering, CharSequence words) {
        String svg = out.toString();
        int root = svg.indexOf('>');
        String face =
                svg.substring(0, root).contains(" font-family=") ? "" : " font-family=\"'" + lettering.family() + "'\"";
        return svg.substring(0, root)
                + face
                + ">"
                + lettering.svgFonts(families, words.toString())
                + svg.substring(root + 1);
    }
}

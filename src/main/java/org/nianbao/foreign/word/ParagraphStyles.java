package org.nianbao.foreign.word;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The styles of paragraphs (ECMA-376 Part 1, 17.7). */
final class ParagraphStyles {
    /** Styles that are based on one another are few; a longer chain is a circle. */
    private static final int LONGEST_CHAIN = 20;

    private final Map<String, Element> styles = new HashMap<>();

    private ParagraphStyles() {}

    static ParagraphStyles of(Optional<Element> part) {
        ParagraphStyles read = new ParagraphStyles();
        part.ifPresent(
                sheet -> sheet.select("w|style").forEach(style -> read.styles.put(style.attr("w:styleId"), style)));
        return read;
    }

    /** The name of a paragraph's style, which is the same in every language of Word: {@code caption}, {@code title}. */
    String role(Element p) {
        Element style = style(p);
        Element name = style == null ? null : style.selectFirst("> w|name");
        return name == null ? "" : name.attr("w:val").toLowerCase(Locale.ROOT);
    }

    /** The numbering of a paragraph's style, or of those that it is based on. */
    @Nullable
    Element numbering(Element p) {
        Element style = style(p);
        for (int i = 0; style != null && i < LONGEST_CHAIN; i++) {
            Element found = style.selectFirst("> w|pPr > w|numPr:has(w|numId)");
            if (found != null) {
                return found;
            }
            Element based = style.selectFirst("> w|basedOn");
            style = based == null ? null : styles.get(based.attr("w:val"));
        }
        return null;
    }

    private @Nullable Element style(Element p) {
        Element named = p.selectFirst("> w|pPr > w|pStyle");
        return named == null ? null : styles.get(named.attr("w:val"));
    }
}

package org.nianbao.output.pdf;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nianbao.font.FontFile;
import org.nianbao.font.Fonts;
import org.nianbao.page.Elements;
import org.nianbao.page.Page;
import org.nianbao.typography.Typography;
import org.nianbao.typography.Typography.TextRole;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Finds the font files that contain the characters of a page. The renderer reads the metrics of every font it gets, which
 * means megabytes of tables each.
 */
final class FontsInUse {
    private static final String PAGE_NUMBER = "—0123456789";

    private final Typography typography;
    private final Fonts fonts;
    private final Set<FontFile> files = new LinkedHashSet<>();

    /** The characters seen so far. */
    private final Map<TextRole, BitSet> characters = new EnumMap<>(TextRole.class);

    private FontsInUse(Typography typography, Fonts fonts) {
        this.typography = typography;
        this.fonts = fonts;
    }

    static Set<FontFile> on(Page page, Typography typography, Fonts fonts) {
        FontsInUse found = new FontsInUse(typography, fonts);
        found.use(PAGE_NUMBER, TextRole.PAGE_NUMBER);
        found.walk(page.body(), TextRole.BODY);
        return found.files;
    }

    private void walk(Node parent, TextRole role) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                walk(element, roleOf(element, role));
            } else if (child instanceof Text text && !text.getData().isBlank()) {
                use(text.getData(), role);
            }
        }
    }

    private void use(String text, TextRole role) {
        BitSet seen = characters.computeIfAbsent(role, unused -> new BitSet());
        List<FontFile> chain = fonts.chain(typography.style(role).font());
        files.add(chain.get(0));
        text.codePoints().filter(character -> !seen.get(character)).forEach(character -> {
            seen.set(character);
            chain.stream()
                    .filter(file -> !Character.isWhitespace(character) && file.has(character))
                    .findFirst()
                    .ifPresent(files::add);
        });
    }

    private static TextRole roleOf(Element element, TextRole parent) {
        int level = Elements.headingLevel(element);
        if (level > 0) {
            return TextRole.heading(level);
        }
        return switch (element.getLocalName()) {
            case "h1" -> TextRole.TITLE;
            case "table" -> Elements.hasClass(element, "small") ? TextRole.TABLE_SMALL : TextRole.TABLE;
            case "figcaption" -> TextRole.CAPTION;
            case "p" -> Elements.hasClass(element, "draft") ? TextRole.HEADING_1 : parent;
            default -> parent;
        };
    }
}

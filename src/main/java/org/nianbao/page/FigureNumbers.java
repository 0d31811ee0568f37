package org.nianbao.page;

import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Numbers the captions of a page's figures, pictures and charts alike: 图1, 图2 … */
final class FigureNumbers {
    private static final Pattern NUMBERED = Pattern.compile("图\\s*[0-9一二三四五六七八九十].*", Pattern.DOTALL);

    private FigureNumbers() {}

    /** Puts numbers before the captions. One that was typed with a number keeps it, and is counted. */
    static void add(Element body) {
        int number = 0;
        for (Element caption : Elements.named(body, "figcaption")) {
            number++;
            if (!NUMBERED.matcher(caption.getTextContent().strip()).matches()) {
                caption.insertBefore(
                        caption.getOwnerDocument().createTextNode("图" + number + "　"), caption.getFirstChild());
            }
        }
    }
}

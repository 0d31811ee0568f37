package org.nianbao.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.nianbao.font.TextWidth;
import org.nianbao.page.Elements;
import org.nianbao.typography.Typography.TextRole;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Lets addresses, codes and other long words break at the end of a line, by {@code wbr} elements. A break behind a separator
 * is preferred: the next {@value #HOLE} characters offer no other.
 */
record LongWords(TextWidth widths, TextRole role, double room) {
    /** Words without spaces that no format breaks by itself, and ideographs and rows of symbols that the PDF does not break. */
    private static final Pattern WORD = Pattern.compile(
            "[\\x21-\\x{10ff}]{2,}|[\\x{20000}-\\x{3ffff}]{2,}|[\\p{P}\\p{S}\\p{N}&&[\\x{1100}-\\x{ffff}]]{2,}");

    private static final Pattern SYMBOLS = Pattern.compile("[\\x{1100}-\\x{ffff}&&[^\\p{L}]]+");

    /** Words of a language, and figures, dates and telephone numbers, which the reader takes in as a whole. */
    private static final Pattern WHOLE =
            Pattern.compile("\\p{L}+|[-+(]*[0-9][-+./:,()0-9%~]*|[－＋（]*[０-９][－＋．／：，（）０-９％～]*");

    private static final String SEPARATORS = "/.-?&=_:@#%+,;~";
    private static final int FIRST_RARE_IDEOGRAPH = 0x20000;

    /** The most that a line may be short of a code or an address, in ems; a longer one begins in the line before. */
    private static final double SHORT = 8;

    /** In characters: no address is longer; each break costs the PDF more than the characters around it. */
    private static final int ENDLESS = 300;

    /** In characters, from break to break of an endless word. */
    private static final int STEP = 8;

    private static final int HOLE = 4;
    private static final int EDGE = 2;

    /** Breaks the long words in the text of a block, but not those in tables, nor figures. */
    void breakIn(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text) {
                child = breakWords(text);
            } else if (child instanceof Element element
                    && !element.getLocalName().equals("table")
                    && !Elements.hasClass(element, "unbroken")) {
                breakIn(element);
            }
        }
    }

    /** Inserts the breaks and returns the last part of the text. */
    private Text breakWords(Text text) {
        String data = text.getData();
        Element parent = (Element) text.getParentNode();
        Document document = text.getOwnerDocument();
        int done = 0;
        for (int at : breaks(data)) {
            parent.insertBefore(document.createTextNode(data.substring(done, at)), text);
            parent.insertBefore(document.createElementNS(parent.getNamespaceURI(), "wbr"), text);
            done = at;
        }
        text.setData(data.substring(done));
        return text;
    }

    private List<Integer> breaks(String text) {
        List<Integer> breaks = new ArrayList<>();
        for (MatchResult word : WORD.matcher(text).results().toList()) {
            if (!isLong(word.group())) {
                continue;
            }
            if (SYMBOLS.matcher(word.group()).matches()) {
                int length = word.group().length();
                for (int at = 4; at < length; at += length > ENDLESS ? STEP : 2) { // the halves of —— stay together
                    breaks.add(word.start() + at);
                }
            } else {
                addBreaks(word.group(), word.start(), breaks);
            }
        }
        return breaks;
    }

    private boolean isLong(String word) {
        if (word.codePointAt(0) >= FIRST_RARE_IDEOGRAPH) {
            return true;
        }
        double limit = WHOLE.matcher(word).matches() ? room : Math.min(SHORT, room);
        return word.length() > limit && widths.of(word, role) > limit;
    }

    private void addBreaks(String word, int start, List<Integer> breaks) {
        if (word.length() > ENDLESS) {
            for (int at = STEP; at < word.length(); at += STEP) {
                boolean inCharacter = Character.isSurrogatePair(word.charAt(at - 1), word.charAt(at));
                breaks.add(start + at + (inCharacter ? 1 : 0));
            }
            return;
        }
        boolean ideographs = word.codePointAt(0) >= FIRST_RARE_IDEOGRAPH;
        int hole = room < SHORT ? 0 : HOLE;
        int edge = ideographs ? 1 : EDGE;
        int separated = -hole - 1;
        for (int at = word.offsetByCodePoints(0, edge);
                word.codePointCount(at, word.length()) >= edge;
                at = word.offsetByCodePoints(at, 1)) {
            boolean before = SEPARATORS.indexOf(word.charAt(at)) >= 0 && !isRow(word, at);
            if (!before && SEPARATORS.indexOf(word.charAt(at - 1)) >= 0) {
                separated = at;
            }
            if (!before && (at == separated || at - separated > hole)) {
                breaks.add(start + at);
            }
            if (at == word.length()) {
                return;
            }
        }
    }

    /** Whether a character repeats the two before it, as in =====. */
    private static boolean isRow(String word, int at) {
        return at > 1 && word.charAt(at) == word.charAt(at - 1) && word.charAt(at) == word.charAt(at - 2);
    }
}

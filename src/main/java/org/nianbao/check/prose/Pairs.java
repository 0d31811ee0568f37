package org.nianbao.check.prose;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.nianbao.diagnostic.Diagnostic;

/** Quotation marks and brackets that open and do not close, or close and did not open. */
final class Pairs {
    private static final String OPEN = "“《（〔【「『〈(";
    private static final String CLOSE = "”》）〕】」』〉)";

    private static final Pattern ITEM = Pattern.compile("(?:^|[。；：;:，,])\\s{0,3}[0-9一二三四五六七八九十]{1,3}[)）]$");

    private Pairs() {}

    static void look(ProsePart part) {
        part.paragraphs().forEach(paragraph -> look(part, paragraph));
    }

    private static void look(ProsePart part, Paragraph paragraph) {
        String words = paragraph.text().words();
        Deque<Integer> open = new ArrayDeque<>();
        for (int at = 0; at < words.length(); at++) {
            char c = words.charAt(at);
            if (isHan(c)) {
                continue;
            }
            int closes = CLOSE.indexOf(c);
            if (OPEN.indexOf(c) >= 0) {
                open.push(at);
            } else if (closes >= 0 && (!open.isEmpty() || !isItem(words, at))) {
                if (open.isEmpty() || !match(words.charAt(open.element()), c)) {
                    unpaired(part, paragraph, open.isEmpty() ? at : open.element());
                    return;
                }
                open.pop();
            }
        }
        if (!open.isEmpty()) {
            unpaired(part, paragraph, open.element());
        }
    }

    private static boolean isHan(char c) {
        return c >= 0x4e00 && c <= 0x9fff;
    }

    /** A number with half a bracket behind it opens an item. */
    private static boolean isItem(String words, int bracket) {
        return ITEM.matcher(words).region(Math.max(0, bracket - 6), bracket + 1).find();
    }

    /** A full-width bracket may close a half-width one; that they are mixed is told elsewhere. */
    private static boolean match(char open, char close) {
        int kind = OPEN.indexOf(open);
        return kind == CLOSE.indexOf(close) || (isRound(open) && isRound(close));
    }

    private static boolean isRound(char bracket) {
        return "（(）)".indexOf(bracket) >= 0;
    }

    private static void unpaired(ProsePart part, Paragraph paragraph, int at) {
        String words = paragraph.text().words();
        String mark = words.substring(at, at + 1);
        int from = Math.max(0, at - 8);
        int to = Math.min(words.length(), at + 9);
        part.add(Diagnostic.warning("unpaired", mark, words.substring(from, to)), paragraph, at, to);
    }
}

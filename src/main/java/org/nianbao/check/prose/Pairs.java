package org.nianbao.check.prose;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.nianbao.diagnostic.Diagnostic;

/** Finds quotation marks and brackets that have no other half. */
final class Pairs {
    private static final String OPEN = "“《（〔【「『〈(";
    private static final String CLOSE = "”》）〕】」』〉)";

    /** A number with half a bracket behind it starts an item. */
    private static final Pattern ITEM = Pattern.compile("(?:^|[。；：;:，,])\\s{0,3}[0-9一二三四五六七八九十]{1,3}[)）]$");

    /** In characters: what is quoted before and behind a mark. */
    private static final int QUOTED = 8;

    private Pairs() {}

    static void check(ProsePart part) {
        for (Paragraph paragraph : part.paragraphs()) {
            String words = paragraph.text().words();
            int at = unpaired(words);
            if (at >= 0) {
                int to = Math.min(words.length(), at + 1 + QUOTED);
                String around = words.substring(Math.max(0, at - QUOTED), to);
                part.add(Diagnostic.warning("unpaired", words.substring(at, at + 1), around), paragraph, at, to);
            }
        }
    }

    /** Where the first mark without another half is, or -1. */
    private static int unpaired(String words) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int at = 0; at < words.length(); at++) {
            char c = words.charAt(at);
            if (Paragraph.isHan(c)) {
                continue;
            }
            boolean closes = CLOSE.indexOf(c) >= 0;
            if (OPEN.indexOf(c) >= 0) {
                open.push(at);
            } else if (closes && open.isEmpty() && !isItem(words, at)) {
                return at;
            } else if (closes && !open.isEmpty()) {
                int opened = open.pop();
                if (!match(words.charAt(opened), c)) {
                    return opened;
                }
            }
        }
        return open.isEmpty() ? -1 : open.element();
    }

    private static boolean isItem(String words, int bracket) {
        return ITEM.matcher(words).region(Math.max(0, bracket - 6), bracket + 1).find();
    }

    /** Full-width and half-width brackets match; that they are mixed is reported by {@link Punctuation}. */
    private static boolean match(char open, char close) {
        return OPEN.indexOf(open) == CLOSE.indexOf(close) || (isRound(open) && isRound(close));
    }

    private static boolean isRound(char bracket) {
        return "（(）)".indexOf(bracket) >= 0;
    }
}

package org.nianbao.check.prose;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.problem.Message;
import org.nianbao.problem.Problem;
import org.nianbao.prose.Text;

/** Quotation marks and brackets that open and do not close, or close and did not open. */
final class Pairs {
    private static final String OPEN = "“《（〔【「『〈(";
    private static final String CLOSE = "”》）〕】」』〉)";

    /** A number with half a bracket behind it opens an item. */
    private static final Pattern ITEM = Pattern.compile("(?:^|[。；：])\\s*[0-9一二三四五六七八九十]{1,3}[)）]");

    private Pairs() {}

    static void look(Part part, List<Problem> problems) {
        part.passage().paragraphs().forEach(paragraph -> look(part, paragraph, problems));
    }

    private static void look(Part part, Text paragraph, List<Problem> problems) {
        String words = paragraph.words();
        boolean[] passed = new boolean[words.length()];
        Matcher item = ITEM.matcher(words);
        while (item.find()) {
            passed[item.end() - 1] = true;
        }
        Deque<Integer> open = new ArrayDeque<>();
        for (int at = 0; at < words.length(); at++) {
            int closes = CLOSE.indexOf(words.charAt(at));
            if (OPEN.indexOf(words.charAt(at)) >= 0) {
                open.push(at);
            } else if (closes >= 0 && !passed[at]) {
                if (open.isEmpty() || !match(words.charAt(open.element()), words.charAt(at))) {
                    problems.add(unpaired(part, paragraph, open.isEmpty() ? at : open.element()));
                    return;
                }
                open.pop();
            }
        }
        if (!open.isEmpty()) {
            problems.add(unpaired(part, paragraph, open.element()));
        }
    }

    /** A full-width bracket may close a half-width one; that they are mixed is told elsewhere. */
    private static boolean match(char open, char close) {
        int kind = OPEN.indexOf(open);
        return kind == CLOSE.indexOf(close) || (isRound(open) && isRound(close));
    }

    private static boolean isRound(char bracket) {
        return "（(）)".indexOf(bracket) >= 0;
    }

    private static Problem unpaired(Part part, Text paragraph, int at) {
        String words = paragraph.words();
        String mark = words.substring(at, at + 1);
        int from = Math.max(0, at - 8);
        int to = Math.min(words.length(), at + 9);
        return part.warning(
                "unpaired",
                paragraph,
                at,
                to,
                Message.of("unpaired", mark, words.substring(from, to)),
                Message.of("unpaired.way-out"));
    }
}

package org.nianbao.check.prose;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.problem.Message;
import org.nianbao.problem.Problem;
import org.nianbao.prose.Text;

/** Half-width punctuation in Chinese text, where GB/T 15834-2011 has it full-width; full-width digits and letters. */
final class Punctuation {
    private static final String CHINESE = "[\\u4e00-\\u9fff“”《》（）〔〕，。；：、！？]";

    private static final Pattern WRONG =
            Pattern.compile("(?<=" + CHINESE + ")[,;:?!()\"]|[,;:?!()\"](?=[\\u4e00-\\u9fff“《（〔])"
                    + "|(?<=[\\u4e00-\\u9fff”》）])\\.(?=\\s|$|[\\u4e00-\\u9fff])|[０-９Ａ-Ｚａ-ｚ]+");

    /** Addresses have punctuation of their own. */
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.|[\\w.]+@)[\\w./?&=:#%~+-]*");

    private Punctuation() {}

    /** Told once for a section, at the first place, with how many there are. */
    static void look(Part part, List<Problem> problems) {
        Text first = null;
        int from = 0;
        int to = 0;
        int count = 0;
        for (Text paragraph : part.passage().paragraphs()) {
            String words = ADDRESS.matcher(paragraph.words())
                    .replaceAll(match -> "a".repeat(match.group().length()));
            Matcher wrong = WRONG.matcher(words);
            while (wrong.find()) {
                count++;
                if (first == null) {
                    first = paragraph;
                    from = wrong.start();
                    to = wrong.end();
                }
            }
        }
        if (first != null) {
            String words = first.words();
            String around = words.substring(Math.max(0, from - 8), Math.min(words.length(), to + 8));
            problems.add(part.warning(
                    "width",
                    first,
                    from,
                    to,
                    Message.of("width", words.substring(from, to), around, count),
                    Message.of("width.way-out")));
        }
    }
}

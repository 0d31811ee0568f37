package org.nianbao.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Prose as it was pasted from a paper: with blanks around figures and marks, and with a line end where the paper had one.
 * Finds what belongs to the paper alone. Offsets are UTF-16.
 */
public final class PastedText {
    private static final String MARKS = "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』…—";
    private static final String BLANKS = " \u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f";

    /** Words in front of a blank that is meant: 第一章 总则, 表1 收到申请情况. */
    private static final Pattern LABEL =
            Pattern.compile("(?:第[0-9一二三四五六七八九十百]+[章节条款编]|(?:图|表|附件|附表|附录)[ \u00a0]?[0-9一二三四五六七八九十]*)$");

    private final String typed;
    private final List<Cut> blanks = new ArrayList<>();
    private final List<Cut> lineEnds = new ArrayList<>();

    /** A part that belongs to the paper; between two Latin words a space takes its place. */
    public record Cut(int from, int to, String instead) {}

    private PastedText(String typed) {
        this.typed = typed;
    }

    public static PastedText of(String typed) {
        PastedText text = new PastedText(typed);
        List<PastedLine> lines = PastedLine.of(typed);
        lines.forEach(text::findBlanks);
        if (lines.size() > 1) {
            new BrokenLines(lines).find().forEach(text.lineEnds::add);
        }
        return text;
    }

    /** The blanks that are not printed. */
    public List<Cut> blanks() {
        return List.copyOf(blanks);
    }

    /** The line ends inside sentences, with the indentation behind them. */
    public List<Cut> lineEnds() {
        return List.copyOf(lineEnds);
    }

    /** The text without all of them. */
    public String text() {
        if (blanks.isEmpty() && lineEnds.isEmpty()) {
            return typed;
        }
        List<Cut> all = new ArrayList<>(blanks);
        all.addAll(lineEnds);
        all.sort((a, b) -> Integer.compare(a.from(), b.from()));
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Cut cut : all) {
            text.append(typed, at, cut.from()).append(cut.instead());
            at = cut.to();
        }
        return text.append(typed, at, typed.length()).toString();
    }

    private void findBlanks(PastedLine line) {
        if (line.isTable() || line.hasLink() || line.words().indexOf('\t') >= 0) {
            return;
        }
        int braces = 0;
        for (int at = line.start(); at < line.end(); at++) {
            char c = typed.charAt(at);
            braces += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (braces <= 0 && isBlank(c)) {
                int end = at;
                while (end < line.end() && isBlank(typed.charAt(end))) {
                    end++;
                }
                if (at > line.start() && end < line.end() && isOfPaper(line.start(), at, end)) {
                    blanks.add(new Cut(at, end, ""));
                }
                at = end - 1;
            }
        }
    }

    /** Whether blanks are between Chinese and Chinese, digits or marks. Several between words may be columns. */
    private boolean isOfPaper(int lineStart, int start, int end) {
        char left = typed.charAt(start - 1);
        char right = typed.charAt(end);
        if (isMark(left) || isMark(right)) {
            return isPlain(left) && isPlain(right);
        }
        boolean beside = (isHan(left) && (isHan(right) || isDigit(right))) || (isDigit(left) && isHan(right));
        boolean isColumn = end - start > 1 && isHan(left) && isHan(right);
        return beside
                && !isColumn
                && !LABEL.matcher(typed.substring(Math.max(lineStart, start - 8), start))
                        .find();
    }

    static boolean isBlank(char c) {
        return BLANKS.indexOf(c) >= 0;
    }

    static boolean isHan(char c) {
        return (c >= 0x4e00 && c <= 0x9fff) || c == '〇';
    }

    static boolean isMark(char c) {
        return c > 0x7f && MARKS.indexOf(c) >= 0;
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || c == '%';
    }

    /** Not a mark of Markdown. */
    private static boolean isPlain(char c) {
        return isMark(c) || isHan(c) || isDigit(c) || (c < 0x80 && Character.isLetter(c));
    }
}

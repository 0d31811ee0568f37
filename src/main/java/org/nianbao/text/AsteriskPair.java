package org.nianbao.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Two runs of asterisks that emphasize the words between them: one asterisk each, two, or three.
 *
 * <p>The runs are found as in <a href="https://github.com/tats-u/markdown-cjk-friendly">markdown-cjk-friendly</a>, which
 * relaxes CommonMark's rule beside Chinese, so that {@code **《条例》**规定} is bold. Curly quotes, dashes and ellipses count as
 * Chinese, as they are in Chinese prose. Asterisks that are more likely meant as they are mark nothing: between letters or
 * figures (5*8小时), in masked numbers (138****1234), behind surnames (由张**负责，李**配合), between brackets (“*”), before a comma (*、**).
 *
 * @param open offset of the first run
 * @param close offset of the second run
 * @param length of each run
 */
public record AsteriskPair(int open, int close, int length) {
    /** The maximum nesting. */
    private static final int DEEPEST = 20;

    /** Wide by custom, although Unicode's East_Asian_Width calls them ambiguous. */
    private static final String AMBIGUOUS = "“”‘’…—·";

    /** Ends a clause; a mark in front of it ends emphasis and does not begin it. */
    private static final String STOPS = "、，。；：！？";

    /** The surname at the end of 负责，李 or 和李. */
    private static final Pattern SURNAME = Pattern.compile("[、，。；：！？（）()和与及]\\p{IsHan}$");

    /** A run of asterisks. */
    public record AsteriskRun(int at, int length) {}

    /** The emphasis in a line of Markdown; an asterisk behind a backslash is none. */
    public static List<AsteriskPair> in(String line) {
        return in(line, runs(line));
    }

    /** The runs of asterisks in a line of Markdown, in order. */
    public static List<AsteriskRun> runs(String line) {
        List<AsteriskRun> runs = new ArrayList<>();
        for (int at = 0; at < line.length(); at++) {
            if (line.charAt(at) == '\\') {
                at++;
            } else if (line.charAt(at) == '*') {
                int end = at;
                while (end < line.length() && line.charAt(end) == '*') {
                    end++;
                }
                runs.add(new AsteriskRun(at, end - at));
                at = end - 1;
            }
        }
        return runs;
    }

    /**
     * The emphasis that some runs of asterisks make, inner before outer.
     *
     * @param runs in order
     */
    public static List<AsteriskPair> in(String text, List<AsteriskRun> runs) {
        List<AsteriskPair> found = new ArrayList<>();
        Deque<AsteriskRun> open = new ArrayDeque<>();
        boolean names = false;
        for (AsteriskRun run : runs) {
            Optional<AsteriskRun> partner = open.stream()
                    .filter(one -> one.length() == run.length())
                    .findFirst()
                    .filter(one -> closes(text, run));
            boolean named = names;
            if (partner.filter(one -> areNames(text, one, run) || (named && maybeNames(text, one, run)))
                    .isPresent()) {
                open.remove(partner.get());
                names = true;
                continue;
            }
            names |= partner.isEmpty() && run.length() == 2 && isWord(before(text, run)) && !opens(text, run);
            Optional<AsteriskRun> opener = partner.filter(one -> isMeant(text, one, run));
            if (opener.isPresent()) {
                while (!open.pop().equals(opener.get())) {
                    // what is open inside stays as it is
                }
                found.add(new AsteriskPair(opener.get().at(), run.at(), run.length()));
            } else if (opens(text, run) && open.size() < DEEPEST) {
                open.push(run);
            }
        }
        return found;
    }

    /** Whether words inside a Chinese sentence stand between two single asterisks that are not emphasis, as in 本年*重点*工作. */
    public static boolean isDoubtful(String text, AsteriskRun open, AsteriskRun close) {
        return open.length() == 1
                && close.length() == 1
                && opens(text, open)
                && closes(text, close)
                && !isLatin(before(text, open))
                && !isLatin(after(text, close))
                && !hasStop(text.substring(open.at(), close.at()));
    }

    private static boolean opens(String text, AsteriskRun run) {
        int before = before(text, run);
        int after = after(text, run);
        return isMark(before, run, after) && isFlanking(before, after) && !isClosing(after);
    }

    private static boolean closes(String text, AsteriskRun run) {
        int before = before(text, run);
        int after = after(text, run);
        return isMark(before, run, after) && isFlanking(after, before) && !isOpening(before);
    }

    /** Two asterisks mark words inside a Chinese sentence; one or three may be a sign of multiplication or stand for a name. */
    private static boolean isMeant(String text, AsteriskRun open, AsteriskRun close) {
        String inside = text.substring(open.at() + open.length(), close.at());
        int before = before(text, open);
        if (inside.indexOf('\n') >= 0 || open.length() == 2) {
            return inside.indexOf('\n') < 0
                    && !(isWord(before) && SURNAME.matcher(inside).find());
        }
        int after = after(text, close);
        boolean clause = !hasStop(inside);
        return !isLatin(before)
                && !isLatin(after)
                && (clause ? !(isWord(before) && isWord(after)) : !isWord(before) && !isWord(after));
    }

    /** Whether two runs stand behind the surnames of two people. */
    private static boolean areNames(String text, AsteriskRun one, AsteriskRun other) {
        return one.length() == 2
                && isWord(before(text, one))
                && SURNAME.matcher(text.substring(one.at(), other.at())).find();
    }

    /** Whether two runs may stand behind the names of two people, in a line with a name: 张**、李**同志，联系王**科长. */
    private static boolean maybeNames(String text, AsteriskRun one, AsteriskRun other) {
        return one.length() == 2
                && isWord(before(text, one))
                && (SURNAME.matcher(text.substring(0, one.at())).find()
                        || hasStop(text.substring(one.at(), other.at())));
    }

    private static boolean hasStop(String words) {
        return words.chars().anyMatch(c -> STOPS.indexOf(c) >= 0);
    }

    private static boolean isMark(int before, AsteriskRun run, int after) {
        return run.length() <= 3 && !(isLatin(before) && isLatin(after));
    }

    /** Whether a run stands at the outer side of a word: left-flanking, or right-flanking with the sides exchanged. */
    private static boolean isFlanking(int outside, int inside) {
        return !isSpace(inside)
                && (!isPunctuation(inside)
                        || isCjk(inside)
                        || isSpace(outside)
                        || isPunctuation(outside)
                        || isCjk(outside));
    }

    private static int before(String text, AsteriskRun run) {
        return run.at() == 0 ? '\n' : text.codePointBefore(run.at());
    }

    private static int after(String text, AsteriskRun run) {
        int end = run.at() + run.length();
        return end == text.length() ? '\n' : text.codePointAt(end);
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Latin letters, figures, and the braces of a quoted figure. */
    private static boolean isLatin(int c) {
        return c == '{' || c == '}' || (isWord(c) && !isCjk(c));
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c);
    }

    /** Whether CommonMark calls it punctuation: Unicode's categories P and S. */
    private static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }

    private static boolean isOpening(int c) {
        int type = Character.getType(c);
        return type == Character.START_PUNCTUATION || type == Character.INITIAL_QUOTE_PUNCTUATION;
    }

    private static boolean isClosing(int c) {
        int type = Character.getType(c);
        return type == Character.END_PUNCTUATION || type == Character.FINAL_QUOTE_PUNCTUATION || STOPS.indexOf(c) >= 0;
    }

    /** Whether it is Chinese, Japanese or Korean, full-width punctuation included. */
    private static boolean isCjk(int c) {
        return (c >= 0x1100 && c <= 0x11FF)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE4F)
                || (c >= 0xFF01 && c <= 0xFFEE)
                || (c >= 0x20000 && c <= 0x3FFFF)
                || AMBIGUOUS.indexOf(c) >= 0;
    }
}

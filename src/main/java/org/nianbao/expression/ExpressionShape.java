package org.nianbao.expression;

import java.util.Optional;
import java.util.regex.Pattern;
import org.nianbao.diagnostic.Message;

/**
 * Measures a regular expression, in order to refuse one that could work for long without reading a character of the text:
 * {@code (?:a?)*}, {@code (?:|)(?:|)(?:|)…}, {@code (?<=.{0,9999})}. Whatever {@link Pattern} does between two characters
 * is then limited by the length of the expression.
 */
final class ExpressionShape extends ExpressionScanner {
    /** In characters, words of the form inserted; the longest of a form has a tenth. */
    private static final int LONGEST = 20_000;

    /** In groups within groups. */
    private static final int DEEPEST = 60;

    /** In ways to match nothing at a place. */
    private static final int MOST_WAYS = 64;

    /** In characters that are looked behind at. */
    private static final int FARTHEST = 1000;

    private static final int ENDLESS = 1_000_000;

    /** What follows a backslash and matches a place, not a character. */
    private static final String PLACES = "bBAGzZ";

    private int depth;

    private ExpressionShape(String written) {
        super(written);
    }

    /** Why an expression is refused. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Message reason;

        Refused(String reason, Object... arguments) {
            super(reason, null, false, false);
            this.reason = Message.of(reason, arguments);
        }
    }

    /**
     * A part of an expression.
     *
     * @param ways in which it can match nothing
     * @param longest match in characters, at most {@link #ENDLESS}
     */
    private record Part(int ways, int longest) {
        static final Part CHARACTER = new Part(0, 2);
        static final Part PLACE = new Part(1, 0);

        Part then(Part next) {
            return of((long) ways * next.ways, (long) longest + next.longest);
        }

        Part or(Part other) {
            return of((long) ways + other.ways, Math.max(longest, other.longest));
        }

        Part times(long least, long most) {
            return of(least == 0 ? ways + 1L : ways, longest * most);
        }

        private static Part of(long ways, long longest) {
            return new Part((int) Math.min(ways, ENDLESS), (int) Math.min(longest, ENDLESS));
        }
    }

    /** Why an expression is refused, if it is; its syntax is checked elsewhere. */
    static Optional<Message> fault(String written) {
        if (written.length() > LONGEST) {
            return Optional.of(Message.of("expression-too-long", LONGEST));
        }
        try {
            ExpressionShape shape = new ExpressionShape(written);
            while (shape.at < written.length()) {
                shape.alternatives();
                shape.at++; // a bracket that closes nothing
            }
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.reason);
        }
    }

    /** Reads up to a closing bracket or the end. */
    private Part alternatives() throws Refused {
        if (++depth > DEEPEST) {
            throw new Refused("expression-too-deep", DEEPEST);
        }
        Part all = sequence();
        while (peek() == '|') {
            at++;
            all = all.or(sequence());
        }
        if (all.ways > MOST_WAYS) {
            throw new Refused("expression-empty-ways", MOST_WAYS);
        }
        depth--;
        return all;
    }

    private Part sequence() throws Refused {
        Part all = Part.PLACE;
        while (at < written.length() && peek() != '|' && peek() != ')') {
            all = all.then(repeated(one()));
        }
        return all;
    }

    /** A character, a class, a place or a group, without what repeats it. */
    private Part one() throws Refused {
        return switch (next()) {
            case '\\' -> escaped();
            case '[' -> {
                skipClass();
                yield Part.CHARACTER;
            }
            case '(' -> group();
            case '^', '$' -> Part.PLACE;
            default -> Part.CHARACTER;
        };
    }

    private Part repeated(Part one) throws Refused {
        int from = at;
        char c = peek();
        int close = written.indexOf('}', at);
        if ("?*+{".indexOf(c) < 0 || (c == '{' && close < 0)) {
            return one;
        }
        String[] counts = c == '{' ? written.substring(at + 1, close).split(",", -1) : new String[0];
        at = c == '{' ? close + 1 : at + 1;
        if (peek() == '?' || peek() == '+') { // as few as possible, or as many without trying again
            at++;
        }
        long least = c == '{' ? count(counts[0]) : c == '+' ? 1 : 0;
        long most = c == '{' ? count(counts[counts.length - 1]) : c == '?' ? 1 : ENDLESS;
        if (most > 1 && one.ways > 0) {
            throw new Refused("expression-repeats-nothing", written.substring(from, at));
        }
        return one.times(least, most);
    }

    /** A number of times; endless if it is not written or huge. */
    private static long count(String typed) {
        boolean number =
                !typed.isEmpty() && typed.length() <= 6 && typed.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.parseLong(typed) : ENDLESS;
    }

    private Part escaped() {
        char c = next();
        if (c == 'Q') {
            int from = at;
            skipBehind("\\E");
            return at - from > 2 ? new Part(0, at - from) : Part.PLACE;
        }
        if (c == 'k' || (c >= '1' && c <= '9')) { // a group again, which may be nothing
            skipBehind(c == 'k' ? ">" : "");
            return new Part(1, ENDLESS);
        }
        if (c == 'c') {
            at++;
        }
        if (peek() == '{') {
            skipBehind("}");
        }
        return PLACES.indexOf(c) >= 0 ? Part.PLACE : c == 'X' ? new Part(0, ENDLESS) : Part.CHARACTER;
    }

    private Part group() throws Refused {
        boolean place = false;
        int farthest = ENDLESS;
        if (peek() == '?') {
            at++;
            if (written.startsWith("<=", at) || written.startsWith("<!", at)) {
                at += 2;
                place = true;
                farthest = FARTHEST;
            } else if (peek() == '<') {
                skipBehind(">");
            } else if (peek() == '=' || peek() == '!') {
                at++;
                place = true;
            } else if (flags()) {
                return Part.PLACE;
            }
        }
        Part content = alternatives();
        at++;
        if (content.longest > farthest) {
            throw new Refused("expression-looks-far-behind", farthest);
        }
        return place ? Part.PLACE : content;
    }

    /** Skips flags, and whether they are a group of their own, such as {@code (?i)}. */
    private boolean flags() throws Refused {
        char c = next();
        while (c != ':' && c != '>' && c != ')' && at < written.length()) {
            if (c == 'x') { // a # would begin a comment
                throw new Refused("expression-with-comments");
            }
            c = next();
        }
        return c == ')';
    }
}

package org.nianbao.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.nianbao.expression.Allowance;
import org.nianbao.expression.Expression;
import org.nianbao.expression.ExpressionSearch;

/**
 * Breaks a name that is too long for a line into as few lines as possible, of similar lengths and preferably where a word
 * ends (GB/T 9704-2012, 7.3.1).
 */
public final class BalancedLines {
    /** What a break inside a word costs; a line that is longer or shorter than the others costs the square of the difference. */
    private static final double INSIDE_WORD = 100;

    /** What a break between brackets costs. */
    private static final double INSIDE_BRACKETS = 50;

    /** In characters; the search takes the square of the length. */
    private static final int LONGEST = 500;

    private static final Pattern NO_START = Pattern.compile("[\\p{Pe}\\p{Pf}\\p{Po}·—…]");
    private static final Pattern NO_END = Pattern.compile("[\\p{Ps}\\p{Pi}]");

    private final String text;
    private final double width;
    private final boolean[] wordEnds;

    private BalancedLines(String text, double width, Expression words) {
        this.text = text;
        this.width = width;
        wordEnds = new boolean[text.length() + 1];
        ExpressionSearch word = words.in(text, Allowance.forName());
        while (word.find()) {
            wordEnds[word.end()] = true;
        }
    }

    /**
     * Returns the lines, which joined are the text; a line is wider than {@code width} only if it cannot be broken, or if
     * the text is no name, because it has over {@value #LONGEST} characters.
     *
     * @param width of a line in full-width characters, greater than zero
     * @param words matches up to places where a line should preferably end
     */
    public static List<String> of(String text, double width, Expression words) {
        double all = width(text);
        boolean isOneLine = all <= width || text.length() > LONGEST;
        return isOneLine ? List.of(text) : new BalancedLines(text, width, words).lines((int) Math.ceil(all / width));
    }

    private static double width(String line) {
        return EstimatedWidth.of(line) + AutoSpace.count(line) * AutoSpace.WIDTH;
    }

    /** Tries with this number of lines, then with more. */
    private List<String> lines(int least) {
        for (int count = least; count <= text.length(); count++) {
            List<String> lines = split(count);
            if (!lines.isEmpty()) {
                return lines;
            }
        }
        return List.of(text);
    }

    /** The best split into a number of lines, by dynamic programming; empty if there is none. */
    private List<String> split(int count) {
        double ideal = width(text) / count;
        double[] cost = new double[text.length() + 1];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        cost[0] = 0;
        int[][] starts = new int[count][];
        for (int line = 0; line < count; line++) {
            double[] next = new double[text.length() + 1];
            Arrays.fill(next, Double.POSITIVE_INFINITY);
            starts[line] = new int[text.length() + 1];
            for (int start = 0; start < text.length(); start++) {
                for (int end = start + 1; end <= text.length() && cost[start] < Double.POSITIVE_INFINITY; end++) {
                    double all = cost[start] + cost(start, end, ideal);
                    if (all < next[end]) {
                        next[end] = all;
                        starts[line][end] = start;
                    }
                }
            }
            cost = next;
        }
        return cost[text.length()] < Double.POSITIVE_INFINITY ? lines(starts) : List.of();
    }

    private List<String> lines(int[][] starts) {
        List<String> lines = new ArrayList<>();
        int end = text.length();
        for (int line = starts.length - 1; line >= 0; line--) {
            lines.add(0, text.substring(starts[line][end], end));
            end = starts[line][end];
        }
        return lines;
    }

    private double cost(int start, int end, double ideal) {
        double length = width(text.substring(start, end));
        if (length > width || !mayBreak(end)) {
            return Double.POSITIVE_INFINITY;
        }
        double inside = end == text.length() || wordEnds[end] ? 0 : INSIDE_WORD;
        return (length - ideal) * (length - ideal) + inside + (isBetweenBrackets(end) ? INSIDE_BRACKETS : 0);
    }

    private boolean isBetweenBrackets(int end) {
        String before = text.substring(0, end);
        return before.lastIndexOf('（') > before.lastIndexOf('）');
    }

    /** Whether a line may end here: not in a number or a Latin word, and not at the wrong side of a mark. */
    private boolean mayBreak(int end) {
        if (end == text.length()) {
            return true;
        }
        String before = text.substring(end - 1, end);
        String after = text.substring(end, end + 1);
        return !NO_START.matcher(after).matches()
                && !NO_END.matcher(before).matches()
                && (EstimatedWidth.isFull(before.charAt(0)) || EstimatedWidth.isFull(after.charAt(0)))
                && !Character.isLowSurrogate(after.charAt(0));
    }
}

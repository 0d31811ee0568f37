package org.nianbao.foreign.layout;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** The items of lists that are open, by the places of their bullets and numbers. Not thread-safe. */
final class ListItems {
    /** A bullet; word processors take some from fonts with signs of their own. */
    private static final Pattern BULLET =
            Pattern.compile("[•●○■□◆◇▪▫◦‣⁃\\uF06C\\uF06E\\uF075\\uF0A7\\uF0B7\\uF0D8\\uF0FC]");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,2}[.．]");

    /** In ems; bullets that are nearer stand below each other. */
    private static final double NEAR = 0.6;

    /** In ems; the indent of a paragraph differs by more from that of an item. */
    private static final double EXACT = 0.04;

    /** The places of the bullets and numbers, the innermost first. */
    private final Deque<Double> places = new ArrayDeque<>();

    private double text;

    /** Takes a line; returns how deep the item that begins with it is nested, from 1, or 0 if none does. */
    int depth(GlyphLine line) {
        if (!isItem(line)) {
            return 0;
        }
        double x = line.x();
        while (!places.isEmpty() && places.element() > x + NEAR * line.size()) {
            places.pop();
        }
        if (places.isEmpty() || places.element() < x - NEAR * line.size()) {
            places.push(x);
        }
        text = line.words().size() > 1 ? line.words().get(1).x() : x;
        return places.size();
    }

    /** Whether a line begins with a bullet or a number, and a gap. */
    static boolean isItem(GlyphLine line) {
        return isBullet(line) || begins(line, NUMBER);
    }

    static boolean isBullet(GlyphLine line) {
        return begins(line, BULLET);
    }

    private static boolean begins(GlyphLine line, Pattern mark) {
        return line.words().size() > 1
                && mark.matcher(line.words().get(0).text()).matches();
    }

    boolean isOpen() {
        return !places.isEmpty();
    }

    /** Whether a line begins exactly below the text of the last item. */
    boolean isBelow(GlyphLine line) {
        return isOpen() && Math.abs(line.x() - text) < EXACT * line.size();
    }

    /** Where the text of the last item begins. */
    double text() {
        return text;
    }

    /** Ends all lists. */
    void end() {
        places.clear();
    }
}

package org.nianbao.output.docx;

import org.nianbao.output.XmlWriter;

/**
 * The numbered lists of one document (ECMA-376 Part 1, 17.9.15). Each gets a number of its own, because Word goes on
 * counting wherever two lists share one. For one thread.
 */
final class Lists {
    /** The abstract list of bullets. */
    static final int BULLETS = 0;

    /** The abstract list of numbers. */
    static final int NUMBERS = 1;

    /** The list that all bulleted items share. */
    static final int BULLETED = 1;

    /** How deep Word's lists go. */
    static final int LEVELS = 9;

    /** How far the number stands left of the item's text, in characters. */
    static final int HANGING = 2;

    private final XmlWriter nums = new XmlWriter();
    private int last = BULLETED;

    /** Where the text of an item begins, in characters from the margin. */
    static int indent(int level) {
        return HANGING * (level + 2);
    }

    /** A new list that counts from {@code start} at this level. */
    int numbered(int level, int start) {
        last++;
        nums.open("w:num", "w:numId", Integer.toString(last));
        nums.empty("w:abstractNumId", "w:val", Integer.toString(NUMBERS));
        nums.open("w:lvlOverride", "w:ilvl", Integer.toString(level));
        nums.empty("w:startOverride", "w:val", Integer.toString(start));
        nums.close().close();
        return last;
    }

    /** The {@code w:num} elements to be put behind the skeleton's. */
    String xml() {
        return nums.toString();
    }
}

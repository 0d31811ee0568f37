package org.nianbao.output.docx;

import org.nianbao.output.XmlWriter;

/**
 * The numbered lists of one document (ECMA-376 Part 1, 17.9.15). Each has its own number, because Word continues counting
 * between lists that share one. Not thread-safe.
 */
final class Lists {
    /** The number of the one bulleted list, as in {@code numbering.xml}. */
    static final int BULLETED = 1;

    /** The number of levels of Word's lists. */
    static final int LEVELS = 9;

    /** From the number to the text of an item, in characters. */
    static final int HANGING = 2;

    private final XmlWriter nums = new XmlWriter();
    private int last = BULLETED;

    /** From the margin to the text of an item, in characters. */
    static int indent(int level) {
        return HANGING * (level + 2);
    }

    /** Adds a list that counts from {@code start} at a level, and returns its number. */
    int numbered(int level, int start) {
        last++;
        nums.open("w:num", "w:numId", last).empty("w:abstractNumId", "w:val", 1);
        nums.open("w:lvlOverride", "w:ilvl", level).empty("w:startOverride", "w:val", start);
        nums.close().close();
        return last;
    }

    /** The {@code w:num} elements of all numbered lists. */
    XmlWriter xml() {
        return nums;
    }
}

package org.nianbao.foreign.layout;

/**
 * A paragraph, heading, list item or figure, as a document tags it.
 *
 * @param number from 1; 0 is none
 * @param depth how deep an item is nested in lists, from 1; 0 of any other block
 * @param description alternative text of a figure, or nothing
 */
public record TaggedBlock(int number, int depth, String description) {
    public static final TaggedBlock NONE = new TaggedBlock(0, 0, "");
}

package org.nianbao.foreign.layout;

/**
 * A paragraph, heading or list item, as a document tags it.
 *
 * @param number from 1; 0 is none
 * @param bullets how deep an item is nested in lists, from 1; 0 of any other block
 */
public record TaggedBlock(int number, int bullets) {
    public static final TaggedBlock NONE = new TaggedBlock(0, 0);
}

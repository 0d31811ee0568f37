package org.nianbao.foreign;

/** A part of a document, in reading order. */
public sealed interface Passage permits Passage.Paragraph, Passage.Picture, TableGrid {
    /**
     * A paragraph outside tables.
     *
     * @param text without line breaks, and without white space at its ends
     * @param place where it is
     */
    record Paragraph(String text, Place place) implements Passage {}

    /**
     * A picture.
     *
     * @param description its alternative text, or nothing
     * @param place of the paragraph that it is in or before
     */
    record Picture(String description, Place place) implements Passage {}
}

package org.nianbao.foreign;

/** A part of a document, in reading order. */
public sealed interface DocumentPart permits DocumentPart.TextPart, DocumentPart.PicturePart, TableGrid {
    /**
     * A paragraph outside tables.
     *
     * @param text without line breaks, and without white space at its ends
     * @param bullet of an item of a list with bullets, how deep it is nested, from 1; 0 of any other paragraph
     * @param place where it is
     */
    record TextPart(String text, int bullet, Place place) implements DocumentPart {
        public TextPart(String text, Place place) {
            this(text, 0, place);
        }
    }

    /**
     * A picture.
     *
     * @param description its alternative text, or nothing
     * @param place of the paragraph that it is in or before
     */
    record PicturePart(String description, Place place) implements DocumentPart {}
}

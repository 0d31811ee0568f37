package org.nianbao.foreign;

/** A part of a document, in reading order. */
public sealed interface DocumentPart permits DocumentPart.TextPart, DocumentPart.PicturePart, TableGrid {
    /**
     * A paragraph outside tables.
     *
     * @param text without line breaks, and without white space at its ends
     * @param depth of an item of a list, how deep it is nested, from 1; the text of a numbered one begins with its number. 0 of any
     *     other paragraph
     * @param place where it is
     */
    record TextPart(String text, int depth, Place place) implements DocumentPart {
        public TextPart(String text, Place place) {
            this(text, 0, place);
        }
    }

    /**
     * A picture.
     *
     * @param description its alternative text, or nothing
     * @param caption the line below it, or nothing
     * @param file its bytes in any format, not copied and not to be changed; none if the document does not have them, or they
     *     are more than {@link Limits#PICTURE}
     * @param place of the paragraph that it is in or before
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record PicturePart(String description, String caption, byte[] file, Place place) implements DocumentPart {
        /** A picture whose bytes the document does not have. */
        public PicturePart(String description, Place place) {
            this(description, "", new byte[0], place);
        }

        /** The same with other words. */
        public PicturePart with(String described, String captioned) {
            return new PicturePart(described, captioned, file, place);
        }
    }
}

package org.nianbao.page;

/**
 * A picture on the page.
 *
 * @param name the {@code src} of its {@code img} elements: a path relative to the input's folder, with {@code /}
 * @param kind its file format
 * @param bytes the file; not copied and not to be changed
 * @param width in CSS pixels (1/96 inch), at least 1
 * @param height in CSS pixels, at least 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Picture(String name, PictureType kind, byte[] bytes, int width, int height) {
    /** The picture formats that all output formats support. */
    public enum PictureType {
        PNG("image/png"),
        JPEG("image/jpeg"),
        SVG("image/svg+xml");

        private final String mediaType;

        PictureType(String mediaType) {
            this.mediaType = mediaType;
        }

        /** For example {@code image/png}. */
        public String mediaType() {
            return mediaType;
        }
    }
}

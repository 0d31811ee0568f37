package org.nianbao.page;

/** A picture on the page. */
public final class Picture {
    private final String name;
    private final PictureType kind;
    private final byte[] bytes;
    private final int width;
    private final int height;

    /**
     * Creates a picture.
     *
     * @param name the {@code src} of its {@code img} elements: a path relative to the input's folder, with {@code /}
     * @param kind its file format
     * @param bytes the file; not copied and not to be changed
     * @param width in CSS pixels (1/96 inch), at least 1
     * @param height in CSS pixels, at least 1
     */
    public Picture(String name, PictureType kind, byte[] bytes, int width, int height) {
        this.name = name;
        this.kind = kind;
        this.bytes = bytes;
        this.width = width;
        this.height = height;
    }

    /** The picture formats that all output formats support. */
    public enum PictureType {
        PNG("image/png"),
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

    public String name() {
        return name;
    }

    public PictureType kind() {
        return kind;
    }

    /** The file, not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** In CSS pixels, at least 1. */
    public int width() {
        return width;
    }

    /** In CSS pixels, at least 1. */
    public int height() {
        return height;
    }
}

package org.nianbao.page;

/** A picture that the page shows. */
public final class Picture {
    private final String name;
    private final PictureType kind;
    private final byte[] bytes;
    private final int width;
    private final int height;

    /**
     * Keeps a picture.
     *
     * @param name what the page's {@code img src} says, relative to the input's folder, with {@code /}
     * @param kind what the bytes are
     * @param bytes the file as it was read; not copied, nobody may change it
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

    /** The kinds of picture that every format can show. */
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

    /** What the page's {@code img src} says. */
    public String name() {
        return name;
    }

    /** What the bytes are. */
    public PictureType kind() {
        return kind;
    }

    /** The file as it was read; nobody may change it. */
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

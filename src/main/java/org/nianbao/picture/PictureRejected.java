package org.nianbao.picture;

/** Thrown for a picture that cannot be used. */
final class PictureRejected extends Exception {
    private static final long serialVersionUID = 1;

    private final String id;
    private final transient Object detail;
    private final int line;

    /** @param detail second argument of the diagnostic; the first is the picture's name */
    PictureRejected(String id, Object detail) {
        this(id, detail, 0);
    }

    private PictureRejected(String id, Object detail, int line) {
        super(detail.toString());
        this.id = id;
        this.detail = detail;
        this.line = line;
    }

    /** A format that is not supported, or content that is not allowed. */
    static PictureRejected kind(String detail) {
        return new PictureRejected("picture-kind", detail);
    }

    /** A format that is recognised, but not supported. */
    static PictureRejected format(String format) {
        return new PictureRejected("picture-format", format);
    }

    /** A file that is not what its first bytes say, or ends too early. */
    static PictureRejected broken() {
        return new PictureRejected("picture-broken", "");
    }

    /** Too much to draw. */
    static PictureRejected size(Object detail) {
        return new PictureRejected("picture-too-large", detail);
    }

    /** A part of an SVG that not every format draws, or not alike. */
    static PictureRejected part(int line, String detail) {
        return new PictureRejected("picture-part", detail, line);
    }

    /** A wrong value in an SVG. */
    static PictureRejected value(int line, String detail) {
        return new PictureRejected("picture-value", detail, line);
    }

    /** A character of a text that no font has. */
    static PictureRejected glyph(int line, String character) {
        return new PictureRejected("picture-glyph", character, line);
    }

    /** Something that cannot be drawn, for a reason that only the drawing library knows. */
    static PictureRejected undrawable(Object reason) {
        return new PictureRejected("picture-undrawable", reason);
    }

    String id() {
        return id;
    }

    /** A text or a message. */
    Object detail() {
        return detail;
    }

    /** The line of the file, from 1; 0 if it is not known. */
    int line() {
        return line;
    }
}

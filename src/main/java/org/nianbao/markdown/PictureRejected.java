package org.nianbao.markdown;

/** Thrown for a picture that cannot be used. */
final class PictureRejected extends Exception {
    private static final long serialVersionUID = 1;

    private final String id;

    /** @param detail second argument of the diagnostic; the first is the picture's name */
    PictureRejected(String id, String detail) {
        super(detail);
        this.id = id;
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
    static PictureRejected size(String detail) {
        return new PictureRejected("picture-too-large", detail);
    }

    String id() {
        return id;
    }
}

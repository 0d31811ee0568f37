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

    /** Too much to draw. */
    static PictureRejected size(String detail) {
        return new PictureRejected("picture-too-large", detail);
    }

    String id() {
        return id;
    }
}

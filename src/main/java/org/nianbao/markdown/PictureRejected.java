package org.nianbao.markdown;

/** Says why a picture cannot be used. */
final class PictureRejected extends Exception {
    private static final long serialVersionUID = 1;

    private final String id;

    private PictureRejected(String id, String detail) {
        super(detail);
        this.id = id;
    }

    /** It is of no kind that can be used, or holds what a picture must not. */
    static PictureRejected kind(String detail) {
        return new PictureRejected("picture-kind", detail);
    }

    /** It takes too much to draw. */
    static PictureRejected size(String detail) {
        return new PictureRejected("picture-too-large", detail);
    }

    /** It has words in it, and they would look different on every machine. */
    static PictureRejected text(String element) {
        return new PictureRejected("picture-text", element);
    }

    /** Names the kind of problem. */
    String id() {
        return id;
    }
}

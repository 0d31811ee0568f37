package org.nianbao.output;

/** Something on a page that a format cannot draw, such as a style its renderer does not know. */
public final class UndrawableContent extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Says what.
     *
     * @param what in the renderer's words
     */
    public UndrawableContent(String what) {
        super(what);
    }
}

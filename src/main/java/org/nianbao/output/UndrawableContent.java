package org.nianbao.output;

/** Content of a page that a format cannot draw, such as an unknown style. */
public final class UndrawableContent extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates the exception with the message of the renderer. */
    public UndrawableContent(String message) {
        super(message);
    }
}

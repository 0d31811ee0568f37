package org.nianbao.foreign;

/** A document cannot be read. The message names the cause, in English, for people who know the format. */
public final class UnreadableDocument extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why it cannot be read. */
    public enum Cause {
        /** It is not of its format, or damaged. */
        DAMAGED,
        /** It asks for a password. */
        ENCRYPTED,
        /** It is larger than any report: see {@link Limits}. */
        TOO_LARGE,
        /** It has pictures of pages, but no text. */
        SCANNED
    }

    private final Cause why;

    public UnreadableDocument(Cause why, String detail) {
        super(detail);
        this.why = why;
    }

    public Cause why() {
        return why;
    }

    /** The detail, never null. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}

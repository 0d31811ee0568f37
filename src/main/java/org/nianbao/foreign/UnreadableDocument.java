package org.nianbao.foreign;

import org.nianbao.diagnostic.Message;

/** A document cannot be read. What a library says of the cause is in English, for people who know the format. */
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

    /** What there is too much of. */
    public enum SizeUnit {
        MEBIBYTES("size.mebibytes"),
        /** Unpacked from a ZIP file. */
        UNPACKED_MEBIBYTES("size.unpacked"),
        CELLS("size.cells"),
        PAGES("size.pages"),
        CHARACTERS("size.characters"),
        SHAPES("size.shapes");

        private final String key;

        SizeUnit(String key) {
            this.key = key;
        }
    }

    private final Cause why;
    private final transient Object detail;

    public UnreadableDocument(Cause why, String detail) {
        super(detail);
        this.why = why;
        this.detail = detail;
    }

    private UnreadableDocument(Message size) {
        super(size.toString());
        this.why = Cause.TOO_LARGE;
        this.detail = size;
    }

    /** It is larger than any report. */
    public static UnreadableDocument tooLarge(long number, SizeUnit unit) {
        return new UnreadableDocument(Message.of(unit.key, number));
    }

    public Cause why() {
        return why;
    }

    /** The detail as an argument of a message. */
    public Object detail() {
        return detail;
    }
}

package org.nianbao.output;

/** A file that goes inside a document, for formats that can hold one. */
public final class Attachment {
    private final String name;
    private final String mediaType;
    private final byte[] bytes;

    /**
     * Keeps a file.
     *
     * @param name as people see it, without a folder
     * @param mediaType for example {@code text/csv}
     * @param bytes the file; not copied, nobody may change it
     */
    public Attachment(String name, String mediaType, byte[] bytes) {
        this.name = name;
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    /** As people see it, without a folder. */
    public String name() {
        return name;
    }

    /** The ending of the name with its dot, if it is a few Latin letters and digits; else nothing. */
    public String ending() {
        String ending = name.substring(Math.max(0, name.lastIndexOf('.')));
        return ending.matches("\\.[A-Za-z0-9]{1,8}") ? ending : "";
    }

    /** For example {@code text/csv}. */
    public String mediaType() {
        return mediaType;
    }

    /** The file; nobody may change it. */
    public byte[] bytes() {
        return bytes;
    }
}

package org.nianbao.output;

/**
 * A file that goes inside a document, for formats that can hold one.
 *
 * @param name of the file, as people see it, without a folder
 * @param mediaType for example {@code text/csv}
 * @param bytes the file; not copied, nobody may change it
 */
public record Attachment(String name, String mediaType, byte[] bytes) {
    /** The ending of the name with its dot, if it is one of a few Latin letters and digits; else nothing. */
    public String ending() {
        String ending = name.substring(Math.max(0, name.lastIndexOf('.')));
        return ending.matches("\\.[A-Za-z0-9]{1,8}") ? ending : "";
    }
}

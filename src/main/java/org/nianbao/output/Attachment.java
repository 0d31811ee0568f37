package org.nianbao.output;

/**
 * A file inside a document, for formats that support it.
 *
 * @param name as people see it, without a folder
 * @param mediaType for example {@code text/csv}
 * @param bytes the file; not copied and not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Attachment(String name, String mediaType, byte[] bytes) {
    /** The file extension with its dot if it has one to eight Latin letters and digits, else an empty string. */
    public String ending() {
        String ending = name.substring(Math.max(0, name.lastIndexOf('.')));
        return ending.matches("\\.[A-Za-z0-9]{1,8}") ? ending : "";
    }
}

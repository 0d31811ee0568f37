package org.nianbao.output;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file says of itself beside its page.
 *
 * @param author the body that publishes it, never a person
 * @param date the only date that stands in any file, so that the same input gives the same bytes
 * @param producer this program and its version
 * @param attachments what goes inside the file, if its format can hold it
 */
public record DocumentInfo(String author, Instant date, String producer, List<Attachment> attachments) {
    public DocumentInfo {
        attachments = List.copyOf(attachments);
    }

    /** A stamp without attachments. */
    public DocumentInfo(String author, Instant date, String producer) {
        this(author, date, producer, List.of());
    }

    /** The same stamp with a file more. */
    public DocumentInfo with(Attachment attachment) {
        List<Attachment> all = new ArrayList<>(attachments);
        all.add(attachment);
        return new DocumentInfo(author, date, producer, all);
    }
}

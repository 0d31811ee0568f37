package org.nianbao.output;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The properties of a document.
 *
 * @param author the agency that publishes it, never a person
 * @param date the only date in the file, so that the same input gives the same bytes
 * @param producer this program and its version
 * @param attachments for formats that support them
 */
public record DocumentInfo(String author, Instant date, String producer, List<Attachment> attachments) {
    public DocumentInfo {
        attachments = List.copyOf(attachments);
    }

    /** Properties without attachments. */
    public DocumentInfo(String author, Instant date, String producer) {
        this(author, date, producer, List.of());
    }

    /** The same properties with one more attachment. */
    public DocumentInfo with(Attachment attachment) {
        List<Attachment> all =
                Stream.concat(attachments.stream(), Stream.of(attachment)).toList();
        return new DocumentInfo(author, date, producer, all);
    }
}

package org.nianbao.output;

import java.time.Instant;

/**
 * What a file says of itself beside its page.
 *
 * @param author the body that publishes it, never a person
 * @param date the only date that stands in any file, so that the same input gives the same bytes
 * @param producer this program and its version
 */
public record Stamp(String author, Instant date, String producer) {}

package org.nianbao.diagnostic;

/**
 * A change of a source: the text between two UTF-16 offsets becomes another one.
 *
 * @param start first offset
 * @param end offset behind the last character; {@code start} to insert
 * @param text that is there afterwards
 */
public record TextEdit(int start, int end, String text) {}

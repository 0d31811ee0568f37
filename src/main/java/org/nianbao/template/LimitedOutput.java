package org.nianbao.template;

import java.io.Writer;
import org.nianbao.sandbox.Sandbox;

/** Collects the output of a template, up to a limit. */
final class LimitedOutput extends Writer {
    /** In UTF-16 units; a report has some 40,000. */
    private static final int LIMIT = 16_000_000;

    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(char[] characters, int start, int length) {
        require(length);
        text.append(characters, start, length);
    }

    @Override
    public void write(String words, int start, int length) {
        require(length);
        text.append(words, start, start + length);
    }

    private void require(int length) {
        if (text.length() + length > LIMIT) {
            throw new Sandbox.LimitExceeded("too-much-text", LIMIT);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }
}

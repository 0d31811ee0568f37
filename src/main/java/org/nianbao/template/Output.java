package org.nianbao.template;

import java.io.StringWriter;
import org.nianbao.sandbox.Sandbox;

/** What a template writes, up to what no page needs. */
final class Output extends StringWriter {
    /** In UTF-16 units; a report has some 40,000. */
    private static final int MOST = 16_000_000;

    @Override
    public void write(int character) {
        makeSure(1);
        super.write(character);
    }

    @Override
    public void write(char[] characters, int start, int length) {
        makeSure(length);
        super.write(characters, start, length);
    }

    @Override
    public void write(String words) {
        makeSure(words.length());
        super.write(words);
    }

    @Override
    public void write(String words, int start, int length) {
        makeSure(length);
        super.write(words, start, length);
    }

    private void makeSure(int more) {
        if (getBuffer().length() + more > MOST) {
            throw new Sandbox.LimitExceeded("too-much-text", MOST);
        }
    }
}

package org.nianbao.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nianbao.input.Encoding;

/**
 * The bytes of a text file, and the same as a text whose lines end in a line feed. Encoding, byte order mark and each line's
 * own end stay through all changes. Immutable.
 */
final class TextFile {
    /** The limit of a file's length in bytes, twice that of an input. */
    static final int LONGEST = 512 * 1024;

    private static final String MARK = "\uFEFF";

    private final byte[] bytes;
    private final Charset charset;
    private final boolean mark;
    private final String text;

    /** What each line but the last ends in. */
    private final List<String> ends;

    private TextFile(byte[] bytes, Charset charset, boolean mark, String text, List<String> ends) {
        this.bytes = bytes;
        this.charset = charset;
        this.mark = mark;
        this.text = text;
        this.ends = ends;
    }

    /** @throws IOException if it cannot be read, or is too long */
    static TextFile read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("no file: " + file.getFileName());
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new IOException("too long: " + file.getFileName());
            }
            return of(bytes);
        }
    }

    static TextFile of(byte[] bytes) {
        Charset charset = bytes.length > 0 && isUtf8(bytes)
                ? StandardCharsets.UTF_8
                : Encoding.of(bytes).orElse(StandardCharsets.UTF_8);
        String all = new String(bytes, charset);
        boolean mark = all.startsWith(MARK);
        String text = mark ? all.substring(1) : all;
        List<String> ends = new ArrayList<>();
        StringBuilder plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
                ends.add("\r\n");
                at++;
            } else if (c == '\r' || c == '\n') {
                ends.add(String.valueOf(c));
            }
            plain.append(c == '\r' ? '\n' : c);
        }
        return new TextFile(bytes, charset, mark, plain.toString(), ends);
    }

    private static boolean isUtf8(byte[] bytes) {
        return Arrays.equals(new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    boolean hasBytes(byte[] others) {
        return Arrays.equals(bytes, others);
    }

    /** The text, its lines ended by line feeds. */
    String text() {
        return text;
    }

    /** Whether encoding the text gives the same bytes; otherwise a change would also alter other bytes. */
    boolean canChange() {
        return Arrays.equals(encode(text, ends), bytes);
    }

    /** Whether the encoding is not UTF-8; then another program may read the file, too. */
    boolean isForeign() {
        return !charset.equals(StandardCharsets.UTF_8);
    }

    /** The same file after changes of its text. New lines end like the first line. */
    TextFile with(List<TextChange> changes) {
        String usual = ends.isEmpty() ? "\n" : ends.get(0);
        List<String> after = new ArrayList<>();
        int line = 0;
        int at = 0;
        for (TextChange change : changes) {
            int kept = count(text, at, change.from());
            after.addAll(ends.subList(line, line + kept));
            line += kept + count(text, change.from(), change.to());
            int added = count(change.insert(), 0, change.insert().length());
            for (int i = 0; i < added; i++) {
                after.add(usual);
            }
            at = change.to();
        }
        after.addAll(ends.subList(line, ends.size()));
        String changed = TextChange.apply(changes, text);
        return new TextFile(encode(changed, after), charset, mark, changed, after);
    }

    private static int count(String text, int from, int to) {
        int count = 0;
        for (int at = from; at < to; at++) {
            count += text.charAt(at) == '\n' ? 1 : 0;
        }
        return count;
    }

    private byte[] encode(String plain, List<String> lineEnds) {
        StringBuilder all = new StringBuilder(plain.length() + lineEnds.size() + 1);
        int line = 0;
        for (int at = 0; at < plain.length(); at++) {
            char c = plain.charAt(at);
            if (c == '\n') {
                all.append(lineEnds.get(line++));
            } else {
                all.append(c);
            }
        }
        byte[] body = all.toString().getBytes(charset);
        if (!mark || charset.equals(StandardCharsets.UTF_16)) { // that encoding writes its mark itself
            return body;
        }
        ByteArrayOutputStream marked = new ByteArrayOutputStream(body.length + 3);
        marked.writeBytes(MARK.getBytes(charset));
        marked.writeBytes(body);
        return marked.toByteArray();
    }
}

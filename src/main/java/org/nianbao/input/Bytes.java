package org.nianbao.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.SourceSpan;

/** The bytes of a file on their way to text: UTF-8, with or without a byte order mark, and nothing that is guessed. */
final class Bytes {
    /** Five times the longest report anybody has published; more is no report. */
    static final int LONGEST = 256 * 1024;

    /** In UTF-16 units; ten pages of prose. What reads a line must be able to rely on its end. */
    static final int LONGEST_LINE = 20_000;

    private final byte[] all;
    private final String name;

    private Bytes(byte[] all, String name) {
        this.all = all;
        this.name = name;
    }

    /**
     * Reads a file's text.
     *
     * @return the text, or nothing where it is none, too long or cannot be read; {@code diagnostics} then says so
     */
    static Optional<Source> read(Path file, String name, Diagnostics diagnostics) {
        // a pipe could keep a reader waiting for ever, and a device has no end
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            diagnostics.add(Diagnostic.error("unreadable", name));
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            Bytes bytes = new Bytes(in.readNBytes(LONGEST + 1), name);
            Source source = bytes.source();
            Optional<Diagnostic> unreadable = bytes.diagnostic(source);
            diagnostics.addAll(unreadable.map(List::of).orElseGet(() -> unseen(source, source.text(), 0)));
            return unreadable.isPresent() ? Optional.empty() : Optional.of(source);
        } catch (IOException e) {
            diagnostics.add(Diagnostic.error("unreadable", name));
        }
        return Optional.empty();
    }

    private Optional<Diagnostic> diagnostic(Source source) {
        Optional<Charset> other = Encoding.of(all);
        if (Encoding.program(all).isPresent()) {
            return Optional.of(
                    Diagnostic.error("not-text", name, Encoding.program(all).get()));
        }
        if (all.length > LONGEST) {
            return Optional.of(Diagnostic.error("too-long", name, LONGEST / 1024));
        }
        if (other.isPresent()) {
            String likely = other.get().name();
            return Optional.of(Diagnostic.error("not-utf-8", name, likely));
        }
        return badByte(source).or(() -> controlCharacter(source)).or(() -> longLine(source));
    }

    /** The text; a byte that is no UTF-8 is a {@code U+FFFD} in it. */
    private Source source() {
        String text = new String(all, StandardCharsets.UTF_8);
        return new Source(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private Optional<Diagnostic> badByte(Source source) {
        if (source.text().indexOf('\uFFFD') < 0) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(all);
        CharBuffer out = CharBuffer.allocate(all.length);
        if (!StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            return Optional.empty();
        }
        int mark = out.position() > 0 && out.get(0) == '\uFEFF' ? 1 : 0;
        SourceSpan place = source.between(out.position() - mark, out.position() - mark + 1);
        String shown = String.format("%02X", all[in.position()]);
        return Optional.of(Diagnostic.error("bad-byte", place, name, shown, place.line(), place.column()));
    }

    /** What YAML does not take for a character that can be printed. */
    private static boolean isControl(int c) {
        boolean known = c == '\t' || c == '\n' || c == '\r' || c == 0x85;
        return (c < 0xA0 && Character.isISOControl(c) && !known) || c == 0xFFFE || c == 0xFFFF;
    }

    /** What nobody sees and yet parts words, hides them or turns them round (Unicode, Cf; UAX #9, 2.1). */
    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT || c == 0x2028 || c == 0x2029;
    }

    private static Optional<Diagnostic> controlCharacter(Source source) {
        String text = source.text();
        return IntStream.range(0, text.length())
                .filter(at -> isControl(text.charAt(at)))
                .mapToObj(at -> unseen(text.charAt(at), source.between(at, at + 1)))
                .findFirst();
    }

    /**
     * All characters that no reader of a report could see.
     *
     * @param text stands in the source, or is what a value in it stands for
     * @param start where the text or value begins, in UTF-16 units
     */
    static List<Diagnostic> unseen(Source source, String text, int start) {
        Diagnostics unseen = new Diagnostics();
        for (int at = 0; at < text.length(); at++) {
            int c = text.codePointAt(at);
            if (isControl(c) || isInvisible(c)) {
                boolean typed = source.text().startsWith(Character.toString(c), start + at);
                int from = typed ? start + at : start;
                unseen.add(unseen(c, source.between(from, from + 1)));
            }
        }
        return unseen.list();
    }

    private static Diagnostic unseen(int character, SourceSpan place) {
        String id = isControl(character) ? "control-character" : "invisible-character";
        return Diagnostic.error(id, place, String.format("U+%04X", character))
                .help(Message.of(character == 0 ? "control-character.damaged" : id + ".help"));
    }

    private static Optional<Diagnostic> longLine(Source source) {
        String text = source.text();
        for (int line = 1; source.lineStart(line) < text.length(); line++) {
            int length = source.line(line).length();
            if (length > LONGEST_LINE) {
                return Optional.of(
                        Diagnostic.error("long-line", new SourceSpan(source, line, 1, 0), line, length, LONGEST_LINE));
            }
        }
        return Optional.empty();
    }
}

package org.nianbao.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.SourceSpan;

/** Decodes a file as UTF-8, with or without a byte order mark, and refuses what is not readable text. */
final class Bytes {
    /** The limit of a file's length in bytes: five times the longest published report. */
    static final int LONGEST = 256 * 1024;

    /** The limit of a line's length in UTF-16 units, ten pages of prose: it limits the work of regular expressions. */
    static final int LONGEST_LINE = 20_000;

    /** Characters that end a line in YAML and in no editor. */
    private static final String LINE_ENDS = "\u0085\u2028\u2029";

    /** The characters that pasted text has most, by the key of their name. */
    private static final Map<Integer, String> NAMES = Map.of(
            0x85, "named.line",
            0x2028, "named.line",
            0x2029, "named.paragraph",
            0x200B, "named.nothing",
            0xFEFF, "named.nothing",
            0x200E, "named.direction",
            0x200F, "named.direction",
            0xAD, "named.hyphen");

    /** The id of a diagnostic: no editor shows the character, and YAML does not take it. */
    private static final String CONTROL = "control-character";

    private final byte[] all;
    private final Source source;

    private Bytes(byte[] all, String name) {
        this.all = all;
        String text = new String(all, StandardCharsets.UTF_8);
        this.source = new Source(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /** Reads a file's text; empty, with a diagnostic, if it is no text, is too long or cannot be read. */
    static Optional<Source> read(Path file, String name, Diagnostics diagnostics) {
        // reading a pipe or a device may never end
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            diagnostics.add(Diagnostic.error("unreadable", name));
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            Bytes bytes = new Bytes(in.readNBytes(LONGEST + 1), name);
            Source source = bytes.source;
            List<Diagnostic> unseen = unseen(source, source.text(), 0);
            Optional<Diagnostic> unreadable = bytes.diagnostic(unseen);
            diagnostics.addAll(unreadable.map(List::of).orElse(unseen));
            return unreadable.isPresent() ? Optional.empty() : Optional.of(source);
        } catch (IOException e) {
            diagnostics.add(Diagnostic.error("unreadable", name));
            return Optional.empty();
        }
    }

    private Optional<Diagnostic> diagnostic(List<Diagnostic> unseen) {
        String name = source.name();
        Optional<String> format = Encoding.format(all);
        if (format.isPresent()) {
            return Optional.of(Diagnostic.error("not-text", name, format.get()));
        }
        if (all.length > LONGEST) {
            return Optional.of(Diagnostic.error("too-long", name, LONGEST / 1024));
        }
        return undecoded()
                .or(() -> unseen.stream()
                        .filter(character -> character.id().equals(CONTROL))
                        .findFirst())
                .or(this::longLine);
    }

    /** Nearly every file is UTF-8, which shows without a second look at its bytes. */
    private Optional<Diagnostic> undecoded() {
        boolean clean = source.text().indexOf('\uFFFD') < 0 && source.text().indexOf('\0') < 0;
        return clean
                ? Optional.empty()
                : Encoding.of(all)
                        .map(other -> Diagnostic.error("not-utf-8", source.name(), other.name()))
                        .or(this::badByte);
    }

    private Optional<Diagnostic> badByte() {
        ByteBuffer in = ByteBuffer.wrap(all);
        CharBuffer out = CharBuffer.allocate(all.length);
        if (!StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            return Optional.empty();
        }
        int mark = out.position() > 0 && out.get(0) == '\uFEFF' ? 1 : 0;
        SourceSpan place = source.between(out.position() - mark, out.position() - mark + 1);
        String shown = String.format("%02X", all[in.position()]);
        return Optional.of(Diagnostic.error("bad-byte", place, source.name(), shown, place.line(), place.column()));
    }

    private Optional<Diagnostic> longLine() {
        for (int line = 1; source.lineStart(line) < source.text().length(); line++) {
            int length = source.line(line).length();
            if (length > LONGEST_LINE) {
                return Optional.of(
                        Diagnostic.error("long-line", new SourceSpan(source, line, 1, 0), line, length, LONGEST_LINE));
            }
        }
        return Optional.empty();
    }

    /** Whether YAML does not take it for a printable character. */
    private static boolean isControl(int c) {
        boolean known = c == '\t' || c == '\n' || c == '\r' || c == 0x85;
        return (c < 0xA0 && Character.isISOControl(c) && !known) || c == 0xFFFE || c == 0xFFFF;
    }

    /** Whether it is invisible and may split, hide or reverse text (Unicode, Cf; UAX #9, 2.1). */
    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT || LINE_ENDS.indexOf(c) >= 0;
    }

    /** The text that is parsed as YAML, without invisible line ends; those are reported. */
    static String yaml(Source source) {
        String text = source.text();
        for (int i = 0; i < LINE_ENDS.length(); i++) {
            text = text.replace(LINE_ENDS.charAt(i), ' ');
        }
        return text;
    }

    /**
     * The diagnostics of all invisible characters of a text.
     *
     * @param text a part of the source, or the value of an escaped part
     * @param start where that part begins, in UTF-16 units
     */
    static List<Diagnostic> unseen(Source source, String text, int start) {
        List<Diagnostic> unseen = new ArrayList<>();
        char[] units = text.toCharArray(); // most programs end before String.charAt is compiled
        for (int at = 0; at < units.length; at++) {
            int unit = units[at];
            boolean usual = unit == '\n' || (unit >= ' ' && unit < 0x7F) || (unit >= 0x3000 && unit < 0xA000);
            int c = usual ? unit : text.codePointAt(at);
            if (!usual && (isControl(c) || isInvisible(c))) {
                boolean typed = source.text().startsWith(Character.toString(c), start + at);
                int from = typed ? start + at : start;
                unseen.add(unseen(c, source.between(from, from + 1)));
            }
        }
        return unseen;
    }

    private static Diagnostic unseen(int character, SourceSpan place) {
        String id = isControl(character) ? CONTROL : "invisible-character";
        String code = SourceLine.code(character);
        Object shown = Optional.ofNullable(NAMES.get(character))
                .<Object>map(name -> Message.of("named-character", code, Message.of(name)))
                .orElse(code);
        return Diagnostic.error(id, place, shown)
                .help(Message.of(character == 0 ? "control-character.damaged" : id + ".help"));
    }
}

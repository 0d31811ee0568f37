package org.nianbao.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What bytes are that ought to be UTF-8: told only where it is plain to see. */
final class Encoding {
    /** The first bytes of files that clerks rename to .yaml, and what wrote them. */
    private static final Map<String, String> MAGIC = magic();

    /** Of the characters of two bytes in a text, so many are everyday ones. */
    private static final double MOSTLY = 0.85;

    private Encoding() {}

    private static Map<String, String> magic() {
        Map<String, String> magic = new LinkedHashMap<>();
        magic.put("PK\3\4", "ZIP (.docx, .xlsx, .wps, .zip)");
        magic.put("%PDF-", "PDF");
        magic.put("\u00D0\u00CF\u0011\u00E0", "OLE (.doc, .xls, .wps, .et)");
        magic.put("{\\rtf", "RTF");
        magic.put("\u0089PNG", "PNG");
        magic.put("\u00FF\u00D8\u00FF", "JPEG");
        magic.put("<!DOCTYPE", "HTML");
        magic.put("<html", "HTML");
        magic.put("<?xml", "XML");
        return magic;
    }

    /** The kind of file that is no text, or a text of another kind, if its first bytes say so. */
    static Optional<String> program(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        return MAGIC.entrySet().stream()
                .filter(kind -> start.startsWith(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The encoding that the bytes are in from beginning to end, where it is not UTF-8 and plain to see. */
    static Optional<Charset> of(byte[] bytes) {
        Optional<Charset> wide = utf16(bytes);
        if (wide.isPresent() || mostlyUtf8(bytes)) {
            return wide;
        }
        if (decodes(bytes, "GB18030") && everyday(bytes, 0xB0, 0xD7, 0xA1)) {
            return Optional.of(Charset.forName("GB18030"));
        }
        return decodes(bytes, "Big5") && everyday(bytes, 0xA4, 0xC6, 0x40)
                ? Optional.of(Charset.forName("Big5"))
                : Optional.empty();
    }

    /** By its byte order mark, or else because the zero bytes beside Latin characters all stand on one side. */
    private static Optional<Charset> utf16(byte[] bytes) {
        if (bytes.length < 2) {
            return Optional.empty();
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if (first + second == 0xFF + 0xFE && Math.min(first, second) == 0xFE) {
            return Optional.of(StandardCharsets.UTF_16);
        }
        int little = 0;
        int big = 0;
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            little += bytes[i] > 0 && bytes[i + 1] == 0 ? 1 : 0;
            big += bytes[i] == 0 && bytes[i + 1] > 0 ? 1 : 0;
        }
        if (Math.max(little, big) * 100L < bytes.length || Math.min(little, big) * 5 > Math.max(little, big)) {
            return Optional.empty();
        }
        Charset charset = little > big ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        return new String(bytes, charset).contains(": ") ? Optional.of(charset) : Optional.empty();
    }

    /** Whether more characters are good UTF-8 than bytes are bad: one slip doesn't make it another encoding. */
    private static boolean mostlyUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long bad = text.chars().filter(c -> c == '\uFFFD').count();
        long good = text.chars().filter(c -> c >= 0x80 && c != '\uFFFD').count();
        return good >= bad;
    }

    private static boolean decodes(byte[] bytes, String charset) {
        try {
            return Charset.isSupported(charset)
                    && Charset.forName(charset)
                                    .newDecoder()
                                    .decode(ByteBuffer.wrap(bytes))
                                    .length()
                            > 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /**
     * Whether most characters of two bytes are such as everybody writes. The rows below A4 hold punctuation.
     *
     * @param from the lead byte of the first row of everyday characters
     * @param to the lead byte of the last one
     * @param low the lowest second byte
     */
    private static boolean everyday(byte[] bytes, int from, int to, int low) {
        int all = 0;
        int known = 0;
        for (int i = 0; i + 1 < bytes.length; i++) {
            int lead = bytes[i] & 0xFF;
            int trail = bytes[i + 1] & 0xFF;
            if (lead > 0x80) {
                all++;
                known += ((lead >= from && lead <= to) || (lead >= 0xA1 && lead <= 0xA3)) && trail >= low ? 1 : 0;
                i++;
            }
        }
        return all > 0 && known >= all * MOSTLY;
    }
}

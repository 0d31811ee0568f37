package org.nianbao.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.Optional;

/** Recognizes bytes that are not UTF-8, where they are clear evidence of something else. */
public final class Encoding {
    /** The first bytes of files that clerks rename to .yaml, and their format. */
    private static final Map<String, String> FORMATS = Map.of(
            "PK\3\4", "ZIP (.docx, .xlsx, .wps, .zip)",
            "%PDF-", "PDF",
            "\u00D0\u00CF\u0011\u00E0", "OLE (.doc, .xls, .wps, .et)",
            "{\\rtf", "RTF",
            "\u0089PNG", "PNG",
            "\u00FF\u00D8\u00FF", "JPEG",
            "<!DOCTYPE", "HTML",
            "<html", "HTML",
            "<?xml", "XML");

    /** The least share of common characters among the two-byte characters of a text. */
    private static final double COMMON = 0.85;

    private Encoding() {}

    /** The format of a file that is not plain text, if its first bytes say so. */
    static Optional<String> format(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        return FORMATS.keySet().stream()
                .filter(start::startsWith)
                .map(FORMATS::get)
                .findFirst();
    }

    /** The encoding of all bytes, if it is clearly not UTF-8. */
    public static Optional<Charset> of(byte[] bytes) {
        Optional<Charset> wide = utf16(bytes);
        if (wide.isPresent() || mostlyUtf8(bytes)) {
            return wide;
        }
        // in both, the rows of common characters begin behind those of punctuation
        return decoded(bytes, "GB18030")
                .filter(charset -> mostlyCommon(bytes, 0xB0, 0xD7, 0xA1))
                .or(() -> decoded(bytes, "Big5").filter(charset -> mostlyCommon(bytes, 0xA4, 0xC6, 0x40)));
    }

    /** UTF-16 has a byte order mark, or its zero bytes beside Latin letters are nearly all on one side. */
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

    /** Whether at least as many characters are valid UTF-8 as are not: a damaged byte is no other encoding. */
    private static boolean mostlyUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long bad = text.chars().filter(c -> c == '\uFFFD').count();
        long good = text.chars().filter(c -> c >= 0x80 && c != '\uFFFD').count();
        return good >= bad;
    }

    /** The charset, if all bytes can be decoded by it. */
    private static Optional<Charset> decoded(byte[] bytes, String name) {
        try {
            Charset charset = Charset.forName(name);
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return Optional.of(charset);
        } catch (CharacterCodingException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether most two-byte characters are common ones or punctuation (rows A1 to A3).
     *
     * @param from the lead byte of the first row of common characters
     * @param to the lead byte of the last one
     * @param low the lowest second byte
     */
    private static boolean mostlyCommon(byte[] bytes, int from, int to, int low) {
        int all = 0;
        int common = 0;
        for (int i = 0; i + 1 < bytes.length; i++) {
            int lead = bytes[i] & 0xFF;
            int trail = bytes[i + 1] & 0xFF;
            if (lead > 0x80) {
                all++;
                common += ((lead >= from && lead <= to) || (lead >= 0xA1 && lead <= 0xA3)) && trail >= low ? 1 : 0;
                i++;
            }
        }
        return all > 0 && common >= all * COMMON;
    }
}

package org.nianbao.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/** Changes inputs of a target at random: bytes, characters, words and lines of one, and parts of others. */
final class Mutator {
    private static final int LONGEST = 8_000;
    private static final int MOST_CHANGES = 5;
    private static final int PNG_SIGNATURE = 8;

    private static final List<String> TEXT_WORDS = List.of(
            "{{",
            "}}",
            "{{年度}}",
            "**",
            "*",
            "_",
            "[",
            "](",
            ")",
            "![",
            "\n![](a.png)\n",
            "5*8",
            "|",
            "|---|",
            "- ",
            "1. ",
            "（一）",
            "一、",
            "。",
            "：",
            ": ",
            ", ",
            "{",
            "}",
            "[]",
            "~",
            "|\n",
            ">",
            "'",
            "\"",
            "\\",
            "\\u202e",
            "\\x1b",
            "&a",
            "*a",
            "!!x",
            "<<: ",
            "\t",
            "\r\n",
            "\r",
            "\u0085",
            "\u2028",
            "\u202e",
            "\u200b",
            "\ufeff",
            "\u0000",
            "\ud83d\ude00",
            "\ud840\udc00",
            "<script>",
            "</p>",
            "&#0;",
            "&lt;",
            "<!--",
            "]]>",
            "<?x?>",
            "http://a@b",
            "javascript:x",
            "file:///etc/passwd",
            "../",
            "${7*7}",
            "<#list 1.. as i>",
            "-0",
            "1e9",
            "99999999999999999999",
            "0x1F",
            "1,234",
            "２０２３",
            "012",
            "NaN",
            "核对说明:\n",
            "扩展: a.form.yaml\n",
            "图表: [申请人]\n",
            "版式: 2019\n",
            "文字: 繁体\n",
            "年度: 2019\n",
            "---\n",
            "...\n",
            "%YAML 9\n",
            "? ",
            "  ",
            "                    ",
            "#",
            " #",
            "共收到申请12件",
            "（?<=a",
            "(a+)+$",
            "{n}",
            "<a>",
            "url(#a)",
            "<use href='#a'/>",
            " transform='rotate(1e9)'");

    private static final List<String> BINARY_WORDS = List.of(
            "\0",
            "\0\0\0\0",
            "\u00ff",
            "\u00ff\u00ff\u00ff\u00ff",
            "\u007f\u00ff\u00ff\u00ff",
            "\u0080\0\0\0",
            "\0\0\0\1",
            "IHDR",
            "IDAT",
            "PLTE",
            "tRNS",
            "IEND",
            "eXIf",
            "pHYs",
            "Exif\0\0",
            "II*\0",
            "MM\0*",
            "\u00ff\u00d8",
            "\u00ff\u00d9",
            "\u00ff\u00c0",
            "\u00ff\u00c2",
            "\u00ff\u00c4",
            "\u00ff\u00da",
            "\u00ff\u00db",
            "\u00ff\u00dd\0\4\0\1",
            "\u00ff\u00e1",
            "\u00ff\u00ee\0\u000eAdobe",
            "glyf",
            "loca",
            "cmap",
            "head",
            "name",
            "hmtx",
            "true",
            "OTTO");

    private final Random random;
    private final Target target;
    private final List<byte[]> words;

    Mutator(Target target, long seed) {
        this.random = new Random(seed);
        this.target = target;
        this.words = (target.isText() ? TEXT_WORDS : BINARY_WORDS)
                .stream()
                        .map(word ->
                                word.getBytes(target.isText() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1))
                        .toList();
    }

    /** Makes an input of some others; half of the times, of one of the last ones. */
    byte[] mutant(List<byte[]> others) {
        int last = Math.max(1, others.size() / (random.nextBoolean() ? 1 : 8));
        byte[] bytes = others.get(others.size() - 1 - random.nextInt(last));
        for (int changes = random.nextInt(MOST_CHANGES); changes >= 0; changes--) {
            bytes = changed(bytes, others);
        }
        bytes = bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes;
        return target == Target.PNG && random.nextInt(4) > 0 ? withChecksums(bytes) : bytes;
    }

    private byte[] changed(byte[] bytes, List<byte[]> others) {
        int from = place(bytes);
        int to = random.nextInt(3) > 0 ? after(bytes, from, 1 + random.nextInt(12)) : place(bytes);
        if (from > to) {
            return changed(bytes, others);
        }
        byte[] word = words.get(random.nextInt(words.size()));
        byte[] part = Arrays.copyOfRange(bytes, from, to);
        return switch (random.nextInt(9)) {
            case 0 -> spliced(bytes, from, to, new byte[0]);
            case 1, 2 -> spliced(bytes, from, from, word);
            case 3 -> spliced(bytes, from, after(bytes, from, word.length), word);
            case 4 -> spliced(bytes, from, from, repeated(random.nextBoolean() ? word : part));
            case 5 -> spliced(bytes, place(bytes), -1, part);
            case 6 -> withByte(bytes, from);
            case 7 -> withNumber(bytes, from);
            default -> withOther(bytes, from, to, others.get(random.nextInt(others.size())));
        };
    }

    /** A place in an input; in a text often the beginning of a line. */
    private int place(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        boolean isLine = target.isText() && random.nextInt(3) == 0;
        while (isLine && at > 0 && bytes[at - 1] != '\n') {
            at--;
        }
        return whole(bytes, at);
    }

    /** In a text, where the character begins that is at a place; rarely within it. */
    private int whole(byte[] bytes, int at) {
        int start = at;
        boolean isWhole = target.isText() && random.nextInt(50) > 0;
        while (isWhole && start < bytes.length && start > 0 && (bytes[start] & 0xC0) == 0x80) {
            start--;
        }
        return start;
    }

    private int after(byte[] bytes, int from, int length) {
        return whole(bytes, Math.min(bytes.length, from + length));
    }

    private byte[] repeated(byte[] part) {
        byte[] all = new byte[part.length * (1 + random.nextInt(40))];
        for (int at = 0; at < all.length; at++) {
            all[at] = part[at % part.length];
        }
        return all;
    }

    private byte[] withByte(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        int bound = target.isText() ? 0x80 : 0x100;
        if (at < changed.length && (!target.isText() || changed[at] > 0)) {
            changed[at] =
                    (byte) (random.nextBoolean() ? random.nextInt(bound) : changed[at] ^ (1 << random.nextInt(7)));
        }
        return changed;
    }

    /** Another digit at the next digit, or another number of one to four bytes. */
    private byte[] withNumber(byte[] bytes, int from) {
        byte[] changed = bytes.clone();
        int at = from;
        while (target.isText() && at < changed.length && (changed[at] < '0' || changed[at] > '9')) {
            at++;
        }
        if (target.isText() && at < changed.length) {
            changed[at] = (byte) ('0' + random.nextInt(10));
        } else if (at + Integer.BYTES <= changed.length) {
            int width = 1 << random.nextInt(3);
            byte[] number = ByteBuffer.allocate(Integer.BYTES)
                    .putInt(1 << random.nextInt(32))
                    .array();
            System.arraycopy(number, Integer.BYTES - width, changed, at, width);
        }
        return changed;
    }

    private byte[] withOther(byte[] bytes, int from, int to, byte[] other) {
        int start = place(other);
        int end = Math.max(start, random.nextBoolean() ? place(other) : after(other, start, to - from));
        return spliced(bytes, from, to, Arrays.copyOfRange(other, start, end));
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] part) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes, 0, from);
        all.writeBytes(part);
        int rest = Math.max(from, to);
        all.write(bytes, rest, bytes.length - rest);
        return all.toByteArray();
    }

    /** A PNG whose chunks have their checksums, so that more than the first of them is read. */
    private static byte[] withChecksums(byte[] png) {
        ByteBuffer buffer = ByteBuffer.wrap(png.clone());
        int at = PNG_SIGNATURE;
        while (at + 12 <= png.length) {
            int end = at + 8 + buffer.getInt(at);
            if (end < at + 8 || end > png.length - 4) {
                break;
            }
            CRC32 sum = new CRC32();
            sum.update(png, at + 4, end - at - 4);
            buffer.putInt(end, (int) sum.getValue());
            at = end + 4;
        }
        return buffer.array();
    }
}

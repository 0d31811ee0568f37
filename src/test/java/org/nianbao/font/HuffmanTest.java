package org.nianbao.font;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What fonts are packed with")
class HuffmanTest {
    private final Random random = new Random(2021);

    @Test
    void whatIsPackedInPartsUnpacksToTheWhole() throws IOException {
        for (int round = 0; round < 200; round++) {
            byte[] bytes = likely(1 + random.nextInt(5000), 1 + random.nextInt(256));
            Huffman code = new Huffman(bytes);
            Bits bits = code.begin(Byte.SIZE * random.nextInt(2 * bytes.length));
            for (int from = 0, to; from < bytes.length; from = to) {
                to = Math.min(bytes.length, from + 1 + random.nextInt(500));
                Bits part = new Bits(0);
                code.add(bytes, from, to, part);
                bits.add(random.nextBoolean() ? part : part.trimmed());
            }
            assertArrayEquals(bytes, unpacked(code.end(bits, bytes)));
        }
    }

    @Test
    void bytesThatWereNotExpectedCanBePacked() throws IOException {
        byte[] bytes = likely(5000, 256);
        for (byte[] sample : new byte[][] {{}, {7}, new byte[100_000]}) {
            assertArrayEquals(bytes, packedAndUnpacked(new Huffman(sample), bytes));
        }
    }

    /** With bytes as often as Fibonacci's numbers, the rarest would have a code of more than fifteen bits. */
    @Test
    void noCodeIsLongerThanTheFormatAllows() throws IOException {
        ByteArrayOutputStream sample = new ByteArrayOutputStream();
        int count = 1;
        int next = 1;
        for (int value = 0; value < 26; value++) {
            sample.write(filled(value, count));
            int sum = count + next;
            count = next;
            next = sum;
        }
        byte[] bytes = likely(5000, 256);
        assertArrayEquals(bytes, packedAndUnpacked(new Huffman(sample.toByteArray()), bytes));
    }

    @Test
    void whatIsLikelyIsPackedSmaller() {
        byte[] bytes = likely(50_000, 256);
        Huffman code = new Huffman(bytes);
        Bits bits = code.begin(0);
        code.add(bytes, 0, bytes.length, bits);
        assertTrue(code.end(bits, bytes).length < bytes.length * 9 / 10);
    }

    /** Bytes of some kinds, of which the lower are more likely. */
    private byte[] likely(int length, int kinds) {
        byte[] bytes = new byte[length];
        for (int k = 0; k < length; k++) {
            bytes[k] = (byte) (random.nextDouble() * random.nextDouble() * random.nextDouble() * kinds);
        }
        return bytes;
    }

    private static byte[] filled(int value, int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] packedAndUnpacked(Huffman code, byte[] bytes) throws IOException {
        Bits bits = code.begin(0);
        code.add(bytes, 0, bytes.length, bits);
        return unpacked(code.end(bits, bytes));
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}

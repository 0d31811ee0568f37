package org.nianbao.font;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.zip.Adler32;
import org.jspecify.annotations.Nullable;

/**
 * Packs bytes of one kind by a code that is made once, from how often they occur: in the ZLIB format (RFC 1950), as one
 * block of DEFLATE with a code of its own and nothing that refers back (RFC 1951, 3.2.7). So a part comes to the same bits
 * wherever it stands, and can be packed before it is known what stands around it. Safe for threads.
 */
final class Huffman {
    private static final int BYTES = 256;
    private static final int END_OF_BLOCK = 256;
    private static final int LONGEST = 15;

    private static final int DEFLATE = 0x78;
    private static final int LEAST_LEVEL = 0x01;
    private static final int LAST_BLOCK_WITH_OWN_CODE = 0b101;

    /** The order in which the lengths of the codes for lengths are written (RFC 1951, 3.2.7). */
    private static final int[] LENGTHS_IN_ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    /** From here on they do not stand for lengths, but for repetitions. */
    private static final int REPETITIONS = 16;

    private final int[] lengths;
    private final int[] codes;

    /**
     * Makes a code.
     *
     * @param sample of what is to be packed
     */
    Huffman(byte[] sample) {
        long[] counts = new long[BYTES + 1];
        for (byte value : sample) {
            counts[value & 0xFF]++;
        }
        int[] found = lengths(counts);
        while (longest(found) > LONGEST) { // the rarer bytes must not be that rare
            for (int k = 0; k < counts.length; k++) {
                counts[k] /= 2;
            }
            found = lengths(counts);
        }
        lengths = found;
        codes = codes(found);
    }

    /** A byte, or what two nodes come to. */
    private record Node(
            long count,
            int number,
            @Nullable Node left,
            @Nullable Node right) {}

    /** In bits, for each byte and for the end, so that those that occur more often are shorter. */
    private static int[] lengths(long[] counts) {
        PriorityQueue<Node> nodes =
                new PriorityQueue<>(Comparator.comparingLong(Node::count).thenComparingInt(Node::number));
        for (int value = 0; value < counts.length; value++) {
            nodes.add(new Node(counts[value] + 1, value, null, null)); // any may occur
        }
        int number = counts.length;
        Node root = nodes.remove();
        while (!nodes.isEmpty()) {
            Node next = nodes.remove();
            nodes.add(new Node(root.count + next.count, number++, root, next));
            root = nodes.remove();
        }
        int[] lengths = new int[counts.length];
        measure(root, 0, lengths);
        return lengths;
    }

    private static void measure(Node node, int depth, int[] lengths) {
        if (node.left == null || node.right == null) {
            lengths[node.number] = depth;
        } else {
            measure(node.left, depth + 1, lengths);
            measure(node.right, depth + 1, lengths);
        }
    }

    private static int longest(int[] lengths) {
        int longest = 0;
        for (int length : lengths) {
            longest = Math.max(longest, length);
        }
        return longest;
    }

    /** In order of their lengths and then of the bytes (RFC 1951, 3.2.2), the first bit lowest. */
    private static int[] codes(int[] lengths) {
        int[] codes = new int[lengths.length];
        int next = 0;
        for (int length = 1; length <= LONGEST; length++) {
            for (int value = 0; value < lengths.length; value++) {
                if (lengths[value] == length) {
                    codes[value] = Integer.reverse(next++) >>> (Integer.SIZE - length);
                }
            }
            next <<= 1;
        }
        return codes;
    }

    /** What stands before all that is packed. */
    Bits begin(int expected) {
        Bits bits = new Bits(expected);
        bits.add(DEFLATE, Byte.SIZE);
        bits.add(LEAST_LEVEL, Byte.SIZE);
        bits.add(LAST_BLOCK_WITH_OWN_CODE, 3);
        bits.add(lengths.length - END_OF_BLOCK - 1, 5);
        bits.add(1, 5); // two codes for distances, which are not used; one alone is no full code
        bits.add(LENGTHS_IN_ORDER.length - 4, 4);
        for (int length : LENGTHS_IN_ORDER) {
            bits.add(length < REPETITIONS ? 4 : 0, 3); // so that the code for a length is the length
        }
        for (int length : lengths) {
            bits.add(Integer.reverse(length) >>> (Integer.SIZE - 4), 4);
        }
        for (int distance = 0; distance < 2; distance++) {
            bits.add(Integer.reverse(1) >>> (Integer.SIZE - 4), 4);
        }
        return bits;
    }

    /** Packs some bytes, to the end of others. */
    void add(byte[] bytes, int from, int to, Bits bits) {
        for (int at = from; at < to; at++) {
            int value = bytes[at] & 0xFF;
            bits.add(codes[value], lengths[value]);
        }
    }

    /**
     * Ends what was begun.
     *
     * @param bytes all that was packed
     */
    byte[] end(Bits bits, byte[] bytes) {
        bits.add(codes[END_OF_BLOCK], lengths[END_OF_BLOCK]);
        Adler32 sum = new Adler32();
        sum.update(bytes);
        var packed = bits.bytes(Integer.BYTES).putInt((int) sum.getValue());
        byte[] exact = new byte[packed.position()];
        packed.get(0, exact);
        return exact;
    }
}

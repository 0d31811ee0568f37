package org.nianbao.font;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bits in a row, of which the first is the lowest of the first byte (RFC 1951, 3.1.1). Not safe for threads while it grows. */
final class Bits {
    private long[] words;
    private int length;

    /** None yet, with room for as many as are expected. */
    Bits(int expected) {
        words = new long[expected / Long.SIZE + 2];
    }

    /** Appends the lowest bits of a number, at most 64, of which the lowest comes first; those above them must be zero. */
    void add(long bits, int count) {
        int word = length / Long.SIZE;
        int shift = length % Long.SIZE;
        if (word + 1 >= words.length) {
            words = Arrays.copyOf(words, 2 * words.length);
        }
        words[word] |= bits << shift;
        if (shift + count > Long.SIZE) {
            words[word + 1] = bits >>> (Long.SIZE - shift);
        }
        length += count;
    }

    void add(Bits others) {
        for (int at = 0; at < others.length; at += Long.SIZE) {
            add(others.words[at / Long.SIZE], Math.min(Long.SIZE, others.length - at));
        }
    }

    /** These bits in no more room than they take. */
    Bits trimmed() {
        Bits copy = new Bits(length);
        copy.add(this);
        return copy;
    }

    /** The bytes, the last filled up with zeros, and room for some more behind them. */
    ByteBuffer bytes(int more) {
        int count = (length + Byte.SIZE - 1) / Byte.SIZE;
        ByteBuffer bytes = ByteBuffer.allocate((words.length + 1) * Long.BYTES + more);
        bytes.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(words);
        return bytes.order(ByteOrder.BIG_ENDIAN).limit(count + more).position(count);
    }
}

package dev.goldenpath.runlog;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds a byte among others, eight at a time: it takes a good part of the time in which a log is read. */
final class Bytes {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte QUOTE = '"';
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

    private Bytes() {}

    /** Where the next one stands; {@code end} where none does. */
    static int next(byte wanted, byte[] bytes, int start, int end) {
        int i = start;
        while (i + Long.BYTES <= end) {
            // A wanted byte becomes 0, and only from 0 does this subtraction take the highest bit.
            long differing = (long) EIGHT.get(bytes, i) ^ ((wanted & 0xFFL) * ONES);
            long found = (differing - ONES) & ~differing & HIGHEST_BITS;
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
            i += Long.BYTES;
        }
        while (i < end && bytes[i] != wanted) {
            i++;
        }
        return i;
    }

    /** Where the quote stands that ends the text that begins at {@code start}; {@code end} where none does. */
    static int closingQuote(byte[] bytes, int start, int end) {
        int quote = next(QUOTE, bytes, start, end);
        while (quote < end && isEscaped(bytes, start, quote)) {
            quote = next(QUOTE, bytes, quote + 1, end);
        }
        return quote;
    }

    /** Behind an odd number of backslashes. */
    private static boolean isEscaped(byte[] bytes, int start, int quote) {
        int first = quote;
        while (first > start && bytes[first - 1] == '\\') {
            first--;
        }
        return (quote - first) % 2 == 1;
    }
}

package dev.goldenpath.runlog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Names of fields, of which a log has a few dozen and repeats them in every line: they are not made anew each time. */
final class FieldName {
    /** A power of two. Threads may overwrite what another met: one of the two is met again. */
    private static final Met[] MET = new Met[256];

    private static final int MOST_TRIES = 8;

    private FieldName() {}

    @SuppressWarnings("ArrayRecordComponent") // Nobody compares two.
    private record Met(byte[] bytes, String name) {
        static Met of(byte[] bytes, int start, int length) {
            byte[] copy = Arrays.copyOfRange(bytes, start, start + length);
            return new Met(copy, new String(copy, StandardCharsets.ISO_8859_1));
        }

        boolean is(byte[] other, int start, int length) {
            if (length != bytes.length) {
                return false;
            }
            // Names are short.
            for (int i = 0; i < length; i++) {
                if (other[start + i] != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The name that stands there, without escapes. */
    static String of(byte[] bytes, int start, int length) {
        int place = length == 0 ? 0 : place(length, bytes[start], bytes[start + length - 1]);
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int tried = (place + tries) & (MET.length - 1);
            Met met = MET[tried];
            if (met == null) {
                met = Met.of(bytes, start, length);
                MET[tried] = met;
            }
            if (met.is(bytes, start, length)) {
                return met.name;
            }
        }
        // So many names there are only in what is no log of ours.
        return Met.of(bytes, start, length).name;
    }

    private static int place(int length, byte first, byte last) {
        return (31 * (31 * length + first) + last) & (MET.length - 1);
    }
}

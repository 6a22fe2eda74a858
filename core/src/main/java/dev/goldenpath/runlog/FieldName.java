package dev.goldenpath.runlog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Names of fields, of which a log has a few dozen and repeats them in every line: they are not made anew each time. */
final class FieldName {
    // Threads may overwrite each other's, which does no harm: all fields of a record are final.
    private static final Met[] MET = new Met[256];

    private FieldName() {}

    @SuppressWarnings("ArrayRecordComponent") // Nobody compares two.
    private record Met(byte[] bytes, String name) {
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
        Met met = MET[place];
        if (met == null || !met.is(bytes, start, length)) {
            byte[] copy = Arrays.copyOfRange(bytes, start, start + length);
            met = new Met(copy, new String(copy, StandardCharsets.ISO_8859_1).intern());
            MET[place] = met;
        }
        return met.name;
    }

    private static int place(int length, byte first, byte last) {
        return (31 * (31 * length + first) + last) & (MET.length - 1);
    }
}

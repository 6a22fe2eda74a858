package dev.goldenpath.policy;

import java.util.Arrays;

/**
 * The constants of one class file after the other, by their numbers; where they lie, not what they say: most are never
 * asked for. Not thread-safe.
 */
final class ConstantPool {
    static final int UTF8 = 1;
    static final int CLASS = 7;
    static final int STRING = 8;
    static final int FIELD = 9;
    static final int METHOD = 10;
    static final int INTERFACE_METHOD = 11;
    static final int NAME_AND_TYPE = 12;
    static final int INVOKE_DYNAMIC = 18;

    private static final int MAGIC = 0xCAFEBABE;
    private static final int BEGIN = 10;
    /** Bytes that follow the tag of each kind; 0 where there is no such kind, and UTF-8 tells its length itself. */
    private static final int[] SIZES = {0, 2, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2};

    private static final int LONG = 5;
    private static final int DOUBLE = 6;

    private final ClassBytes bytes;
    private int[] places = new int[1 << 8];
    private int count;

    /**
     * Of the class files that are read into {@code bytes}.
     */
    ConstantPool(ClassBytes bytes) {
        this.bytes = bytes;
    }

    /**
     * Finds all constants of the class file that is there now.
     *
     * @return where the file goes on behind them
     */
    int read() throws MalformedClassException {
        if (bytes.length() < BEGIN || bytes.int4(0) != MAGIC) {
            throw new MalformedClassException("it does not begin as a class file does");
        }
        count = bytes.int2(BEGIN - 2);
        if (places.length < count) {
            places = new int[count * 2];
        }
        Arrays.fill(places, 0, count, 0);
        int at = BEGIN;
        for (int i = 1; i < count; i++) {
            int tag = bytes.int1(at);
            if (tag >= SIZES.length || SIZES[tag] == 0) {
                throw new MalformedClassException("its constant " + i + " is of the unknown kind " + tag);
            }
            places[i] = at + 1;
            at += 1 + SIZES[tag] + (tag == UTF8 ? bytes.int2(at + 1) : 0);
            if (tag == LONG || tag == DOUBLE) {
                i++;
            }
        }
        return at;
    }

    /** One more than the highest number. */
    int count() {
        return count;
    }

    /** The kind of a constant; 0 for the number that a long or a double takes besides its own. */
    int tag(int number) throws MalformedClassException {
        return places[number] == 0 ? 0 : bytes.int1(places[number] - 1);
    }

    /** The number that a constant begins with: of its text, its class, or its bootstrap method. */
    int first(int number) throws MalformedClassException {
        return bytes.int2(places[number]);
    }

    /** The number that a constant of two has second. */
    int second(int number) throws MalformedClassException {
        return bytes.int2(places[number] + 2);
    }

    /** A number read from the file that must be of a constant of this kind. */
    int checked(int number, int kind) throws MalformedClassException {
        if (number <= 0 || number >= count || tag(number) != kind) {
            throw new MalformedClassException("it names a constant " + number + " of kind " + kind + " that it lacks");
        }
        return number;
    }

    /** Where a text begins. */
    int from(int utf8) {
        return places[utf8] + 2;
    }

    /** Where it has ended. */
    int to(int utf8) throws MalformedClassException {
        return from(utf8) + first(utf8);
    }

    /** Whether a text is this one, which is of plain letters. */
    boolean says(int utf8, String text) throws MalformedClassException {
        if (first(utf8) != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes.int1(from(utf8) + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}

package dev.goldenpath.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of one class file after the other, in one buffer. Not thread-safe. */
final class ClassBytes {
    private static final int FIRST_SIZE = 1 << 14;

    private byte[] array = new byte[FIRST_SIZE];
    private int length;

    /** Reads a file over what was there. */
    void read(ClassFile file) throws IOException {
        length = 0;
        try (InputStream in = file.open()) {
            for (int read = 0; read >= 0; read = in.read(array, length, array.length - length)) {
                length += read;
                if (length == array.length) {
                    array = Arrays.copyOf(array, 2 * length);
                }
            }
        }
    }

    byte[] array() {
        return array;
    }

    int length() {
        return length;
    }

    int int1(int at) throws MalformedClassException {
        return array[inside(at, 1)] & 0xFF;
    }

    int int2(int at) throws MalformedClassException {
        inside(at, 2);
        return (array[at] & 0xFF) << 8 | (array[at + 1] & 0xFF);
    }

    int int4(int at) throws MalformedClassException {
        return int2(at) << 16 | int2(at + 2);
    }

    /** A text of plain letters. */
    String text(int from, int to) throws MalformedClassException {
        return new String(array, inside(from, to - from), to - from, StandardCharsets.UTF_8);
    }

    /** The very place, when so many bytes are there. */
    int inside(int at, int size) throws MalformedClassException {
        if (at < 0 || size < 0 || at > length - size) {
            throw new MalformedClassException("it ends too early");
        }
        return at;
    }
}

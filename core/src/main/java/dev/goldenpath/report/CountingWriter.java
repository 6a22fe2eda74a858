package dev.goldenpath.report;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Counts the bytes that what is written takes in UTF-8. Not thread-safe. */
final class CountingWriter extends FilterWriter {
    private long bytes;

    CountingWriter(Writer writer) {
        super(writer);
    }

    /** How many so far. */
    long bytes() {
        return bytes;
    }

    @Override
    public void write(int character) throws IOException {
        bytes += bytesOf((char) character);
        out.write(character);
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            bytes += bytesOf(buffer[i]);
        }
        out.write(buffer, offset, length);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            bytes += bytesOf(text.charAt(i));
        }
        out.write(text, offset, length);
    }

    private static int bytesOf(char character) {
        if (character < 0x80) {
            return 1;
        }
        // Four of a pair, two by each half.
        return character < 0x800 || Character.isSurrogate(character) ? 2 : 3;
    }
}

package dev.goldenpath.runlog;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * A log of which a piece is held: lines are mostly asked for in the order in which they stand, and most are much shorter
 * than a piece. Not thread-safe.
 */
final class LogWindow implements AutoCloseable {
    private static final int USUAL = 256 * 1024;

    private final RandomAccessFile file;
    private byte[] bytes = new byte[USUAL];
    private long begin;
    private int held;

    LogWindow(Path log) throws IOException {
        file = new RandomAccessFile(log.toFile(), "r");
    }

    /** @throws IOException when it can't be read, or ends before the line does */
    Slice line(long offset, int length) throws IOException {
        if (offset < begin || offset + length > begin + held) {
            load(offset, length);
        }
        return new Slice(bytes, Math.toIntExact(offset - begin), length);
    }

    private void load(long offset, int length) throws IOException {
        if (length > bytes.length) {
            bytes = new byte[length];
        }
        file.seek(offset);
        begin = offset;
        held = 0;
        for (int read = file.read(bytes); read > 0; read = file.read(bytes, held, bytes.length - held)) {
            held += read;
        }
        if (held < length) {
            throw new EOFException("The log ends before its line at byte " + offset + " does.");
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

package dev.goldenpath.runlog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Cuts a log into its lines. What stands behind the last line end was cut short by a kill, and is left out. */
final class WholeLines {
    private static final int BUFFER = 256 * 1024;

    private WholeLines() {}

    /** Takes one line after the other. */
    @FunctionalInterface
    interface Taker {

        /**
         * Takes the next.
         *
         * @param line good for as long as this call lasts
         * @param offset of its first byte in the file
         */
        void take(Slice line, long offset) throws IOException;
    }

    static void of(Path log, Taker taker) throws IOException {
        ByteArrayOutputStream cut = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        long offset = 0;
        try (InputStream in = Files.newInputStream(log)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                int start = 0;
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\n') {
                        Slice line = line(cut, buffer, start, i);
                        taker.take(line, offset);
                        offset += line.length() + 1L;
                        start = i + 1;
                    }
                }
                cut.write(buffer, start, read - start);
            }
        }
    }

    /** What was cut at the end of the buffer before, and its rest. */
    private static Slice line(ByteArrayOutputStream cut, byte[] buffer, int start, int end) {
        if (cut.size() == 0) {
            return new Slice(buffer, start, end - start);
        }
        cut.write(buffer, start, end - start);
        byte[] line = cut.toByteArray();
        cut.reset();
        return new Slice(line, 0, line.length);
    }
}

package dev.goldenpath.runlog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Cuts a log into its lines. What stands behind the last line end was cut short by a kill, and is left out. */
final class WholeLines {
    private static final int BUFFER = 64 * 1024;

    private WholeLines() {}

    /** Takes one line after the other. */
    @FunctionalInterface
    interface Taker {

        /**
         * Takes the next.
         *
         * @param line without its line end
         * @param offset of its first byte in the file
         */
        void take(byte[] line, long offset) throws IOException;
    }

    static void of(Path log, Taker taker) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        long offset = 0;
        try (InputStream in = Files.newInputStream(log)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                int start = 0;
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\n') {
                        line.write(buffer, start, i - start);
                        taker.take(line.toByteArray(), offset);
                        offset += line.size() + 1L;
                        line.reset();
                        start = i + 1;
                    }
                }
                line.write(buffer, start, read - start);
            }
        }
    }
}

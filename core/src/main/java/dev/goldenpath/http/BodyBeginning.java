package dev.goldenpath.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.concurrent.TimeUnit;

/** Keeps the beginning of a body that may have no end. Not thread-safe; use once. */
final class BodyBeginning implements BodyReader {
    private static final int MOST_BYTES = 1 << 20;
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    @Override
    public void read(InputStream body) throws IOException {
        long until = System.nanoTime() + MOST_NANOS;
        byte[] piece = new byte[8 * 1024];
        while (kept.size() < MOST_BYTES && System.nanoTime() - until < 0) {
            int read = body.read(piece, 0, Math.min(piece.length, MOST_BYTES - kept.size()));
            if (read < 0) {
                return;
            }
            kept.write(piece, 0, read);
        }
    }

    String text(Charset charset) {
        return kept.toString(charset);
    }
}

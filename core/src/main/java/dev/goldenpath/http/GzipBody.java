package dev.goldenpath.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A zipped body, opened with its first read; one without a single byte is an empty body. Not thread-safe. */
final class GzipBody extends InputStream {
    private final InputStream wire;
    private @Nullable InputStream plain;

    GzipBody(InputStream wire) {
        this.wire = wire;
    }

    @Override
    public int read() throws IOException {
        return opened().read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return opened().read(target, offset, length);
    }

    private InputStream opened() throws IOException {
        InputStream opened = plain;
        if (opened == null) {
            opened = open();
            plain = opened;
        }
        return opened;
    }

    private InputStream open() throws IOException {
        PushbackInputStream ahead = new PushbackInputStream(wire);
        int first = ahead.read();
        if (first < 0) {
            return InputStream.nullInputStream();
        }
        ahead.unread(first);
        return new GZIPInputStream(ahead);
    }
}

package dev.goldenpath.http;

import dev.goldenpath.client.MarkerSearch;
import dev.goldenpath.client.PassingSearch;
import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.BodyRecorder;
import dev.goldenpath.evidence.Redaction;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records what is read. Leaves it to the call to close what it reads from. Not thread-safe. */
final class RecordedStream extends FilterInputStream {
    private static final int SKIPPED_AT_ONCE = 8 * 1024;

    private final BodyRecorder recorder;
    private final PassingSearch search;
    private final @Nullable String mediaType;
    private final long length;
    private long count;
    private boolean ended;
    private boolean over;
    private @Nullable IOException broken;

    /** A stream of a body of this length, negative where it is not known. */
    RecordedStream(InputStream body, @Nullable String mediaType, long length, MarkerSearch search) {
        super(body);
        this.recorder = new BodyRecorder(mediaType);
        this.length = length;
        this.mediaType = mediaType;
        this.search = search.passing();
    }

    boolean isAtEnd() {
        return ended || count == length;
    }

    /**
     * Nobody is to read it any more.
     *
     * @throws IOException as the last reading, where the body had broken: also where its reader kept that to itself
     */
    void over() throws IOException {
        over = true;
        if (broken != null) {
            throw broken;
        }
    }

    List<String> markers(Redaction redaction) {
        return search.markers(recorder.beginning(), mediaType, redaction);
    }

    Body recorded(Redaction redaction) {
        return recorder.body(redaction, isAtEnd());
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (over) {
            throw new IOException("The body can be read within its reader alone, and that has returned.");
        }
        int read = readOn(target, offset, length);
        if (read < 0) {
            ended = true;
        } else {
            recorder.add(target, offset, read);
            search.add(target, offset, read);
            count += read;
        }
        return read;
    }

    private int readOn(byte[] target, int offset, int length) throws IOException {
        try {
            return in.read(target, offset, length);
        } catch (IOException e) {
            broken = e;
            throw e;
        }
    }

    @Override
    public long skip(long count) throws IOException {
        // By reading: the digest is that of the whole body.
        byte[] skipped = new byte[(int) Math.max(0, Math.min(count, SKIPPED_AT_ONCE))];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        // The call decides whether the connection can be used again.
    }
}

package dev.goldenpath.http;

import dev.goldenpath.client.MarkerSearch;
import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.BodyRecorder;
import dev.goldenpath.evidence.Redaction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a body into memory, up to a limit. */
final class ReadingToMemory implements ResponseReading {
    static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final int FIRST_GUESS = 4 * 1024;

    private MarkerSearch search = MarkerSearch.NONE;
    private @Nullable String mediaType;
    private byte[] content = new byte[0];
    private int length;
    private boolean whole;

    @Override
    public ResponseContent read(InputStream body, @Nullable String declaredType, long declared) throws IOException {
        mediaType = declaredType;
        content = new byte[declared < 0 || declared > MOST_BYTES ? FIRST_GUESS : (int) declared];
        while (true) {
            if (length == content.length) {
                int next = body.read();
                if (next < 0) {
                    break;
                }
                grow();
                content[length++] = (byte) next;
            }
            int read = body.read(content, length, content.length - length);
            if (read < 0) {
                break;
            }
            length += read;
        }
        whole = true;
        content = length == content.length ? content : Arrays.copyOf(content, length);
        return new Kept(content);
    }

    private void grow() throws BodyTooLargeException {
        if (length >= MOST_BYTES) {
            throw new BodyTooLargeException(MOST_BYTES);
        }
        content = Arrays.copyOf(content, Math.min(MOST_BYTES, Math.max(FIRST_GUESS, 2 * length)));
    }

    @Override
    public int weight() {
        return content.length;
    }

    @Override
    public boolean isAtEnd() {
        return whole;
    }

    @Override
    public void searchWith(MarkerSearch given) {
        search = given;
    }

    @Override
    public List<String> markers(Redaction redaction) {
        return search.in(content, length, mediaType, redaction);
    }

    @Override
    public Body recorded(Redaction redaction) {
        if (whole) {
            return Body.of(mediaType, content, redaction);
        }
        BodyRecorder recorder = new BodyRecorder(mediaType);
        recorder.add(content, 0, length);
        return recorder.body(redaction, false);
    }

    private static final class Kept implements ResponseContent {
        private final byte[] bytes;

        Kept(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public byte[] bytes() {
            return bytes;
        }

        @Override
        public InputStream stream() {
            return new ByteArrayInputStream(bytes);
        }
    }
}

package dev.goldenpath.http;

import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.BodyRecorder;
import dev.goldenpath.evidence.Redaction;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** A body that is written piece by piece, and recorded as it passes by. */
final class StreamedBody implements RequestBody {
    private final HttpEntity source;
    private final String mediaType;
    private final Map<String, String> parts;

    /**
     * A body of what {@code source} writes.
     *
     * @param source can be written several times
     */
    StreamedBody(HttpEntity source, String mediaType) {
        this(source, mediaType, Map.of());
    }

    /** As above, of a multipart with these text parts. */
    StreamedBody(HttpEntity source, String mediaType, Map<String, String> parts) {
        this.source = source;
        this.mediaType = mediaType;
        this.parts = Map.copyOf(parts);
    }

    @Override
    public Map<String, String> parts() {
        return parts;
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public int weight() {
        return BodyRecorder.MOST_KEPT;
    }

    @Override
    public Sending begin() {
        return new RecordedEntity(source, new BodyRecorder(mediaType));
    }

    private static final class RecordedEntity extends HttpEntityWrapper implements Sending {
        private final BodyRecorder recorder;
        private boolean whole;

        RecordedEntity(HttpEntity source, BodyRecorder recorder) {
            super(source);
            this.recorder = recorder;
        }

        @Override
        public HttpEntity entity() {
            return this;
        }

        @Override
        public Body recorded(Redaction redaction) {
            return recorder.body(redaction, whole);
        }

        @Override
        public void writeTo(OutputStream wire) throws IOException {
            super.writeTo(new Recorded(wire, recorder));
            whole = true;
        }
    }

    /** Does not close what it writes to. */
    private static final class Recorded extends FilterOutputStream {
        private final BodyRecorder recorder;

        Recorded(OutputStream wire, BodyRecorder recorder) {
            super(wire);
            this.recorder = recorder;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] piece, int offset, int length) throws IOException {
            out.write(piece, offset, length);
            recorder.add(piece, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

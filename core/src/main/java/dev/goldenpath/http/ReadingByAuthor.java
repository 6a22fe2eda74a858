package dev.goldenpath.http;

import dev.goldenpath.client.MarkerSearch;
import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.BodyRecorder;
import dev.goldenpath.evidence.Redaction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands a body to its author's reader while it arrives, and keeps nothing. */
final class ReadingByAuthor implements ResponseReading {
    private final BodyReader reader;
    private MarkerSearch search = MarkerSearch.NONE;
    private @Nullable RecordedStream passing;

    ReadingByAuthor(BodyReader reader) {
        this.reader = reader;
    }

    @Override
    public ResponseContent read(InputStream body, @Nullable String mediaType, long length) throws IOException {
        RecordedStream stream = new RecordedStream(body, mediaType, length, search);
        passing = stream;
        try {
            reader.read(stream);
        } catch (IOException | UncheckedIOException e) {
            stream.over();
            if (e instanceof IOException own) {
                throw new ReaderFailedException(own);
            }
            throw e;
        }
        stream.over();
        return new NotKept();
    }

    @Override
    public boolean isAtEnd() {
        return passing != null && passing.isAtEnd();
    }

    @Override
    public int weight() {
        return BodyRecorder.MOST_KEPT;
    }

    @Override
    public void searchWith(MarkerSearch given) {
        search = given;
    }

    @Override
    public List<String> markers(Redaction redaction) {
        return passing == null ? List.of() : passing.markers(redaction);
    }

    @Override
    public @Nullable Body recorded(Redaction redaction) {
        return passing == null ? null : passing.recorded(redaction);
    }

    private record NotKept() implements ResponseContent {
        @Override
        public byte[] bytes() {
            throw notKept();
        }

        @Override
        public InputStream stream() {
            throw notKept();
        }

        private static IllegalStateException notKept() {
            return new IllegalStateException("The body was handed to the reader of stream(…) and is not kept. "
                    + "Use send() to keep it in memory, or download(file).");
        }
    }
}

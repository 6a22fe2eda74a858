package dev.goldenpath.http;

import dev.goldenpath.client.MarkerSearch;
import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.BodyRecorder;
import dev.goldenpath.evidence.Redaction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a body into a file. */
final class ReadingToFile implements ResponseReading {
    private final Path file;
    private MarkerSearch search = MarkerSearch.NONE;
    private @Nullable RecordedStream passing;

    ReadingToFile(Path file) {
        this.file = file;
    }

    /** Checked before anything is sent: it is no failure of the service. */
    static void requireFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("There is no folder to download " + file.toAbsolutePath() + " into.");
        }
    }

    @Override
    public ResponseContent read(InputStream body, @Nullable String mediaType, long length) throws IOException {
        RecordedStream stream = new RecordedStream(body, mediaType, length, search);
        passing = stream;
        try (OutputStream out = Files.newOutputStream(file)) {
            stream.transferTo(out);
        }
        return new Kept(file);
    }

    @Override
    public int weight() {
        return BodyRecorder.MOST_KEPT;
    }

    @Override
    public boolean isAtEnd() {
        return passing != null && passing.isAtEnd();
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

    private record Kept(Path file) implements ResponseContent {
        @Override
        public byte[] bytes() {
            try {
                long size = Files.size(file);
                if (size > ReadingToMemory.MOST_BYTES) {
                    throw new IllegalStateException("The body is in " + file + ": its " + size
                            + " bytes are too many to read into memory. Use stream().");
                }
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        @Override
        public InputStream stream() {
            try {
                return Files.newInputStream(file);
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        private UncheckedIOException unreadable(IOException e) {
            return new UncheckedIOException("Can't read the body from " + file, e);
        }
    }
}

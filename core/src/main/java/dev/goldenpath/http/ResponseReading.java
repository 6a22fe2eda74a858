package dev.goldenpath.http;

import dev.goldenpath.client.MarkerSearch;
import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.Redaction;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One reading of a response body. Not thread-safe; use once. */
interface ResponseReading {

    /**
     * Reads the body.
     *
     * @param mediaType as declared; {@code null} where none was
     * @param length of the body, negative where it is not known
     */
    ResponseContent read(InputStream body, @Nullable String mediaType, long length) throws IOException;

    /** Whether the last reading came to the body's end; where not, the rest is not wanted. */
    boolean isAtEnd();

    /** How many bytes its record holds on to until it is put into words. */
    int weight();

    /** What in the body, as far as it was kept, tells that it is no real work. */
    List<String> markers(MarkerSearch search, Redaction redaction);

    /** What was read, up to now; {@code null} before it began. */
    @Nullable
    Body recorded(Redaction redaction);
}

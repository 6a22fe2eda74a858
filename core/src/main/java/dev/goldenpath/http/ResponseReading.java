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

    /** Will look with this for what tells that the body is no real work, or another user's; called before it is read. */
    void searchWith(MarkerSearch search);

    /** What that finds in the body; of one that was not kept, in its beginning, but for what is another user's. */
    List<String> markers(Redaction redaction);

    /** What was read, up to now; {@code null} before it began. */
    @Nullable
    Body recorded(Redaction redaction);
}

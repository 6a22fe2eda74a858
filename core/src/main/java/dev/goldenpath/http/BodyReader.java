package dev.goldenpath.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a response body while it arrives.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BodyReader {

    /**
     * Reads the body, or as much of it as is wanted. The stream can't be used any more once this has returned.
     *
     * @param body decompressed
     * @throws IOException when reading breaks
     */
    void read(InputStream body) throws IOException;
}

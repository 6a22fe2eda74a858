package dev.goldenpath.http;

import java.io.InputStream;

/** A response body after it was read. */
interface ResponseContent {

    /**
     * The whole body.
     *
     * @throws IllegalStateException when it was not kept, or is too large for memory
     */
    byte[] bytes();

    /**
     * The body from its beginning.
     *
     * @throws IllegalStateException when it was not kept
     */
    InputStream stream();
}

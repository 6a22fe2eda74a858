package dev.goldenpath.http;

import java.io.IOException;

/** A body does not fit into memory. */
final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLargeException(int most) {
        super("the body is larger than the " + most / 1024 / 1024
                + " MiB that are kept in memory: read it with download(file) or stream(reader)");
    }
}

package dev.goldenpath.http;

import java.io.IOException;

/** The author's reader of a body failed, and not the body. */
final class ReaderFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    ReaderFailedException(IOException thrown) {
        super("the reader of its body failed: " + thrown, thrown);
    }
}

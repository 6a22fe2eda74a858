package dev.goldenpath.benchmarks.ratio;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each side of {@code ratio users} does in a block: every user opens a WebSocket, does this often one step over HTTP and
 * one over the WebSocket, and closes it.
 *
 * @param users how many do so at once
 * @param iterations of each
 * @param http where the HTTP steps go
 * @param socket where the WebSocket steps go
 */
record UsersWork(int users, int iterations, URI http, URI socket) {
    /** For a block, whatever the machine does besides. */
    static final Duration LIMIT = Duration.ofMinutes(5);

    /** The steps of a block. */
    int steps() {
        return 2 * users * iterations;
    }

    /** Of each user one. */
    List<String> tokens() {
        return IntStream.range(0, users)
                .mapToObj(number -> new Secrets(number).token())
                .toList();
    }
}

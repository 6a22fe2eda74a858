package dev.goldenpath.environment;

import java.time.Duration;

/**
 * How WebSockets of a service are opened and kept.
 *
 * @param token how a session shows whose it is
 * @param answerWithin how long the service may take to answer a handshake, once it is connected
 * @param sendWithin how long it may take to hand one message to the network
 * @param largestMessage bytes of the largest message; a larger one ends the session
 * @param keep how many of the newest messages of a session are kept for assertions
 * @since 0.1.0
 */
public record SocketSettings(
        SocketToken token, Duration answerWithin, Duration sendWithin, int largestMessage, int keep) {
    /** What holds where the configuration says nothing: 10 s, 10 s, 1 MiB and 10,000 messages. */
    public static final SocketSettings DEFAULT =
            new SocketSettings(SocketToken.HEADER, Duration.ofSeconds(10), Duration.ofSeconds(10), 1024 * 1024, 10_000);
}

package dev.goldenpath.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What this JVM's sockets exchanged with one peer while a test ran, as the witness saw it.
 *
 * @param service name of the declared service that has this address, absent where none has
 * @param address the peer's IP address, or the path of a Unix domain socket
 * @param port the peer's port, absent for a Unix domain socket
 * @param sentBytes bytes written, as they went over the wire
 * @param receivedBytes bytes read, as they came over the wire
 * @param writes how often was written
 * @param reads how often was read
 * @param foreign whether another client than the library's own did it, so that the witness alone has seen it
 * @param alone whether it is this test's and no other's; of foreign traffic that is not, nobody can tell whose it is
 * @param byTest whether a thread did it that runs the test, or that was made while it ran; else it may be an agent's
 * @since 0.1.0
 */
public record SocketTraffic(
        @Nullable String service,
        String address,
        @Nullable Integer port,
        long sentBytes,
        long receivedBytes,
        long writes,
        long reads,
        boolean foreign,
        boolean alone,
        boolean byTest)
        implements Evidence {

    /** What {@link #kind()} says. */
    public static final String KIND = "socket";

    @Override
    public String kind() {
        return KIND;
    }
}

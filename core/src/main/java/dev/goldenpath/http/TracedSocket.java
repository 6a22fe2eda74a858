package dev.goldenpath.http;

import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.NetworkPhase;
import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A socket that tells its exchange to which address it connects, how long that takes and why it fails. */
final class TracedSocket extends Socket {
    private static final String GIVEN_UP = "given up at the limit of the call";

    private final CurrentTrace current;

    TracedSocket(CurrentTrace current, Proxy proxy) {
        super(proxy);
        this.current = current;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        ConnectionTrace trace = current.get();
        if (trace.isGivenUp()) {
            // The client would go through all addresses of a name.
            throw new SocketException(GIVEN_UP);
        }
        trace.timer().begin(NetworkPhase.CONNECT);
        long begun = System.nanoTime();
        try {
            super.connect(endpoint, timeout);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            trace.timer().end(NetworkPhase.CONNECT);
            attempted(trace, endpoint, took, null);
        } catch (IOException e) {
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            attempted(trace, endpoint, took, trace.isGivenUp() ? GIVEN_UP : FailureWords.ofConnect(e));
            throw e;
        }
    }

    private static void attempted(
            ConnectionTrace trace, SocketAddress endpoint, Duration took, @Nullable String failure) {
        String address = ConnectionTrace.text(endpoint);
        trace.attempted(new Connection.Attempt(address == null ? endpoint.toString() : address, took, failure));
    }
}

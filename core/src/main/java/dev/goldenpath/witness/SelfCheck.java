package dev.goldenpath.witness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;

/** A known number of reads and writes, for the flight recorder to have seen. Use once. */
final class SelfCheck implements WireEvents {
    /** More than a recording of the JDK's own settings lets through in a second. */
    private static final int TIMES = 200;

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final long thread = Thread.currentThread().getId();
    private int port;
    private int writes;
    private int reads;

    /** Does it on the calling thread, and fails with the reason where not all of it was seen. */
    static void of(FlightRecording recording) throws IOException {
        SelfCheck check = new SelfCheck();
        Instant from = Instant.now();
        check.exchange();
        recording.replay(from, check, LIMIT);
        if (check.writes != TIMES || check.reads != TIMES) {
            throw new IOException(
                    "of " + TIMES + " writes and " + TIMES + " reads it saw " + check.writes + " and " + check.reads);
        }
    }

    private void exchange() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket near = new Socket(listening.getInetAddress(), listening.getLocalPort());
                Socket far = listening.accept()) {
            far.setSoTimeout(TIMEOUT_MILLIS);
            port = listening.getLocalPort();
            for (int i = 1; i <= TIMES; i++) {
                near.getOutputStream().write(i);
                if (far.getInputStream().read() != (i & 0xff)) {
                    throw new IOException("its own connection on loopback was answered by another");
                }
            }
        }
    }

    @Override
    public void used(SocketUse use) {
        if (use.thread() == thread && use.bytes() == 1) {
            writes += use.write() && use.peer().port() == port ? 1 : 0;
            reads += use.write() ? 0 : 1;
        }
    }

    @Override
    public void exchangeBegun(long thread, long number) {
        // No exchange of ours.
    }

    @Override
    public void exchangeEnded(ExchangeClaim claim) {
        // No exchange of ours.
    }

    @Override
    public void marked(long thread, TestMark.What what, long recording, long nanos) {
        // No test of ours.
    }

    @Override
    public void forged(long thread) {
        // No test of ours.
    }

    @Override
    public void lost() {
        // The numbers say so.
    }
}

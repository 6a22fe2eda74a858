package dev.goldenpath.benchmarks.accuracy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.stream.LongStream;

/** What a server has told of its {@link ServerRecord}. Immutable. */
final class ServerTimes {
    private static final int LIMIT_MILLIS = 10_000;

    private final long[] nanos;

    private ServerTimes(long[] sorted) {
        this.nanos = sorted;
    }

    static ServerTimes of(LongStream nanos) {
        return new ServerTimes(nanos.sorted().toArray());
    }

    /** Asks at the door to the record. */
    static ServerTimes ask(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}), port)) {
            socket.setSoTimeout(LIMIT_MILLIS);
            String lines = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            return of(lines.lines().mapToLong(Long::parseLong));
        }
    }

    int count() {
        return nanos.length;
    }

    /** What this share of all did not exceed, in milliseconds: a time that one of them really took. */
    double percentile(int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * nanos.length);
        return nanos[Math.max(1, rank) - 1] / 1e6;
    }

    @Override
    public String toString() {
        return Arrays.toString(nanos);
    }
}

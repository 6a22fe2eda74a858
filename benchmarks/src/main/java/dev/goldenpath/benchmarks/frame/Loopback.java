package dev.goldenpath.benchmarks.frame;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/** Where all servers of these benchmarks listen. */
public final class Loopback {
    private Loopback() {}

    /** A listener at a free port of 127.0.0.1, whose queue holds {@code backlog} connections. */
    public static ServerSocketChannel listen(int backlog) throws IOException {
        // With a name, so that none is looked up.
        InetAddress address = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        return ServerSocketChannel.open().bind(new InetSocketAddress(address, 0), backlog);
    }

    /** Runs {@code work} on a thread of its own that keeps no program alive. */
    public static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The other end has gone, and takes note of what it did not get.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** What a connection or a listener does. */
    public interface Work {
        void run() throws IOException;
    }
}

package dev.goldenpath.benchmarks.accuracy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.goldenpath.benchmarks.frame.Loopback;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * A listener whose queue is full, so that the kernel drops the packet that opens a connection and the client's kernel
 * sends it again after one second. By then the queue is empty.
 */
final class SynTrap {
    /** After how long a Linux kernel sends the packet again. */
    static final int RETRANSMISSION_MILLIS = 1000;

    private static final int FULL_AFTER_MILLIS = 50;
    private static final int OPEN_AFTER_MILLIS = 500;
    private static final int FILLERS = 10;

    private SynTrap() {}

    /** Asks the server at {@code port} for a new one, and tells where it listens. */
    static int ask(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}), port)) {
            socket.setSoTimeout(10 * OPEN_AFTER_MILLIS);
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
            if (line == null) {
                throw new IOException("The queue of the listener could not be filled.");
            }
            return Integer.parseInt(line);
        }
    }

    /** Sets a new one, tells its port, and serves the one who is in it. */
    static void set(Socket asking) throws IOException {
        try (ServerSocketChannel server = Loopback.listen(1)) {
            int fillers = fill((InetSocketAddress) server.getLocalAddress());
            long set = System.nanoTime();
            asking.getOutputStream().write((server.socket().getLocalPort() + "\n").getBytes(US_ASCII));
            Delay.until(set, OPEN_AFTER_MILLIS);
            for (int i = 0; i < fillers; i++) {
                server.accept().close();
            }
            try (Socket caught = server.accept().socket()) {
                TruthAnswer.send(caught);
            }
        }
    }

    /** Connects until it can't any more, and tells how many wait in the queue. */
    private static int fill(InetSocketAddress address) throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try {
            while (waiting.size() < FILLERS) {
                Socket filler = new Socket();
                try {
                    filler.connect(address, FULL_AFTER_MILLIS);
                    waiting.add(filler);
                } catch (SocketTimeoutException e) {
                    filler.close();
                    return waiting.size();
                }
            }
        } finally {
            for (Socket filler : waiting) {
                filler.close();
            }
        }
        throw new IOException("The queue takes more than " + FILLERS + " connections.");
    }
}

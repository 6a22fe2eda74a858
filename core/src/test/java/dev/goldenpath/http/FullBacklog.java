package dev.goldenpath.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** An address where connections are not even refused: nobody accepts, and the queue of those who wait is full. */
public final class FullBacklog implements AutoCloseable {
    private static final int MOST = 20;
    private static final int LIMIT_MILLIS = 300;

    private final ServerSocket socket;
    private final List<Socket> waiting = new ArrayList<>();

    private FullBacklog(ServerSocket socket) {
        this.socket = socket;
    }

    public static FullBacklog create() {
        try {
            FullBacklog backlog = new FullBacklog(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            backlog.fill();
            return backlog;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill() throws IOException {
        for (int i = 0; i < MOST; i++) {
            Socket next = new Socket();
            waiting.add(next);
            try {
                next.connect(new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort()), LIMIT_MILLIS);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
        throw new AssertionError("The backlog takes more than " + MOST + " connections");
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        for (Socket each : waiting) {
            each.close();
        }
        socket.close();
    }
}

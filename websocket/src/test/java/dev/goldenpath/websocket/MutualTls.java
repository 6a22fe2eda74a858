package dev.goldenpath.websocket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;

/** Server sockets that let nobody in without a certificate. */
final class MutualTls extends ServerSocketFactory {
    private final ServerSocketFactory sockets;

    MutualTls(ServerSocketFactory sockets) {
        this.sockets = sockets;
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return strict(sockets.createServerSocket(port));
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return strict(sockets.createServerSocket(port, backlog));
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return strict(sockets.createServerSocket(port, backlog, address));
    }

    private static ServerSocket strict(ServerSocket socket) {
        ((SSLServerSocket) socket).setNeedClientAuth(true);
        return socket;
    }
}

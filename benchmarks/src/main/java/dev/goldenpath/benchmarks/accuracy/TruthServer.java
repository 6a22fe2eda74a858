package dev.goldenpath.benchmarks.accuracy;

import dev.goldenpath.benchmarks.frame.JavaCommand;
import dev.goldenpath.benchmarks.frame.Loopback;
import java.io.IOException;
import java.net.Socket;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Answers with known delays, for measured ones to be compared with. Prints the ports of its doors: one that delays the
 * answer alone, one that begins TLS late, one that accepts late, and the {@link SynTrap}. Ends when its standard input
 * does.
 */
final class TruthServer {
    /** From the connection to the server's part in the TLS handshake. */
    static final int TLS_MILLIS = 40;
    /** From a connection's arrival to its acceptance. */
    static final int ACCEPT_MILLIS = 50;

    private TruthServer() {}

    /** Takes the key store of its TLS door. */
    public static void main(String[] arguments) throws IOException {
        SSLSocketFactory tls =
                new SelfSigned(Path.of(arguments[0])).serverContext().getSocketFactory();
        System.out.println(String.join(
                " ",
                open(TruthAnswer::send),
                open(socket -> TruthAnswer.send(handshaken(tls, socket))),
                openLate(),
                open(SynTrap::set)));
        JavaCommand.awaitEndOfInput();
    }

    private static String open(Door door) throws IOException {
        ServerSocketChannel server = Loopback.listen(50);
        Loopback.start(() -> {
            while (true) {
                serve(server, door);
            }
        });
        return port(server);
    }

    private static String openLate() throws IOException {
        ServerSocketChannel server = Loopback.listen(50);
        Selector arrivals = Selector.open();
        server.configureBlocking(false).register(arrivals, SelectionKey.OP_ACCEPT);
        Loopback.start(() -> {
            while (true) {
                arrivals.select();
                Delay.until(System.nanoTime(), ACCEPT_MILLIS);
                serve(server, TruthAnswer::send);
                arrivals.selectedKeys().clear();
            }
        });
        return port(server);
    }

    private static void serve(ServerSocketChannel server, Door door) throws IOException {
        Socket socket = server.accept().socket();
        Loopback.start(() -> {
            try (socket) {
                door.serve(socket);
            }
        });
    }

    private static Socket handshaken(SSLSocketFactory tls, Socket socket) throws IOException {
        Delay.until(System.nanoTime(), TLS_MILLIS);
        SSLSocket secured = (SSLSocket) tls.createSocket(socket, "localhost", socket.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    private static String port(ServerSocketChannel server) {
        return String.valueOf(server.socket().getLocalPort());
    }

    private interface Door {
        void serve(Socket socket) throws IOException;
    }
}

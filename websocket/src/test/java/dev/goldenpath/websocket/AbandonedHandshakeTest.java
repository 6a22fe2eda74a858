package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.SocketSettings;
import dev.goldenpath.environment.Timeouts;
import dev.goldenpath.evidence.CallFailure.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AbandonedHandshakeTest {
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final int LONGEST_MILLIS = 10_000;

    @Test
    void nothingIsSentOverAConnectionThatComesTooLate() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Socket> others = fill(server);
            Set<Integer> othersPorts = new HashSet<>();
            others.forEach(other -> othersPorts.add(other.getLocalPort()));
            URI url = URI.create("http://127.0.0.1:" + server.getLocalPort());
            try (Scene scene = new Scene(url, SocketSettings.DEFAULT, null, new Timeouts(SHORT, SHORT, SHORT))) {
                assertThat(scene.socketAsAlice().attempt("/ws")).brokeWith(Kind.TIMEOUT);

                server.setSoTimeout(LONGEST_MILLIS);
                try (Socket late = acceptOther(server, othersPorts)) {
                    late.setSoTimeout(1_000);
                    assertThat(firstByte(late))
                            .as("what comes of a handshake that was given up")
                            .isEqualTo("nothing");
                }
            } finally {
                for (Socket other : others) {
                    other.close();
                }
            }
        }
    }

    private static Socket acceptOther(ServerSocket server, Set<Integer> known) throws IOException {
        while (true) {
            Socket accepted = server.accept();
            if (!known.contains(accepted.getPort())) {
                return accepted;
            }
        }
    }

    private static String firstByte(Socket socket) throws IOException {
        try {
            int read = socket.getInputStream().read();
            return read < 0 ? "nothing" : "a byte";
        } catch (SocketException | SocketTimeoutException e) {
            // Reset, for the client has closed it, or silent.
            return "nothing";
        }
    }

    /** Until the kernel takes no further connection of a server that accepts none yet. */
    private static List<Socket> fill(ServerSocket server) {
        List<Socket> waiting = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 200);
            } catch (IOException e) {
                return waiting;
            }
        }
        throw new AssertionError("the kernel takes every connection");
    }
}

package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.SocketSettings;
import dev.goldenpath.environment.Timeouts;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.CallFailure.Kind;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.WsHandshake;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What else than a status keeps a session from being opened: each a value to assert on, with evidence and a cause. */
class HandshakeFailureTest {
    private static final Duration SHORT = Duration.ofMillis(400);

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @Test
    void aRedirectIsNotFollowedAndSaysWhereItLeads() {
        try (Scene scene = new Scene(SERVER.url())) {
            SocketAttempt attempt = scene.socket().attempt("/status/302");

            assertThat(attempt).hasStatus(302).hasHeader("location", "/elsewhere");
            assertThat(attempt.failure()).isEmpty();
            assertThatExceptionOfType(ServiceCallException.class)
                    .isThrownBy(() -> scene.socket().connect("/status/302"))
                    .withMessageEndingWith(
                            "  location:    /elsewhere\n  do:          A redirect is not followed: connect"
                                    + " to where it leads, as a service of its own in goldenpath.yaml.");
        }
    }

    @Test
    void aServiceThatHasNoRoomSaysForHowLong() {
        try (Scene scene = new Scene(SERVER.url())) {
            for (int status : List.of(429, 503)) {
                assertThat(scene.socket().attempt("/status/" + status))
                        .hasStatus(status)
                        .hasRetryAfter(Duration.ofSeconds(7));
            }
        }
    }

    @Test
    void aWrongAnswerToTheKeyBreaksTheProtocol() {
        assertBroken(
                "/wrong-accept",
                Kind.PROTOCOL,
                NetworkPhase.UPGRADE,
                "invalid answer to the handshake (Sec-WebSocket-Key returned from server does not match expected response.)");
    }

    @Test
    void aSubprotocolThatWasNotOfferedIsAFinding() {
        assertBroken(
                "/subprotocol/evil.v9",
                Kind.PROTOCOL,
                NetworkPhase.UPGRADE,
                "the service chose the subprotocol 'evil.v9', which was not offered");
        try (Scene scene = new Scene(SERVER.url())) {
            scene.socket()
                    .connecting("/subprotocol/evil.v9")
                    .subprotocol("good.v1")
                    .attempt();

            assertThat(scene.recording.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.rule()).isEqualTo("unrequested-subprotocol");
                assertThat(finding.effect()).isEqualTo(Finding.Effect.WARNING);
                assertThat(finding.words()).endsWith("'evil.v9', which was not offered");
            });
        }
    }

    @Test
    void silenceHasALimit() {
        try (Scene scene = new Scene(SERVER.url(), answeringWithin(SHORT))) {
            assertBroken(
                    scene, "/mute", Kind.TIMEOUT, NetworkPhase.UPGRADE, "no answer to the handshake within 400 ms");
        }
    }

    @Test
    void aConnectionHasALimit() throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Socket> waiting = new ArrayList<>();
            try {
                fill(full, waiting);
                try (Scene scene = scene(full, "http", SHORT)) {
                    assertBroken(scene, "/ws", Kind.TIMEOUT, NetworkPhase.CONNECT, "no connection within 400 ms");
                }
            } finally {
                for (Socket socket : waiting) {
                    socket.close();
                }
            }
        }
    }

    @Test
    void aTlsHandshakeHasALimit() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Scene scene = scene(mute, "https", Duration.ofMillis(1500))) {
            assertBroken(scene, "/ws", Kind.TIMEOUT, NetworkPhase.TLS, "no TLS connection within 1500 ms");
        }
    }

    @Test
    void anUnknownHostIsLookedUpAndThatIsAll() {
        try (Scene scene = new Scene(URI.create("http://no-such-host.invalid:8080"))) {
            assertBroken(scene, "/ws", Kind.UNKNOWN_HOST, NetworkPhase.DNS, "unknown host");
            assertThat(scene.awaited(WsHandshake.class).phases().parts()).containsOnlyKeys(NetworkPhase.DNS);
        }
    }

    @Test
    void nobodyListens() throws IOException {
        URI nobody;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + once.getLocalPort());
        }
        try (Scene scene = new Scene(nobody)) {
            assertBroken(scene, "/ws", Kind.REFUSED, NetworkPhase.CONNECT, "connection refused");
        }
    }

    private static void assertBroken(String path, Kind kind, NetworkPhase phase, String words) {
        try (Scene scene = new Scene(SERVER.url())) {
            assertBroken(scene, path, kind, phase, words);
        }
    }

    private static void assertBroken(Scene scene, String path, Kind kind, NetworkPhase phase, String words) {
        SocketAttempt attempt = scene.socket().attempt(path);

        assertThat(attempt).brokeWith(kind);
        assertThat(attempt.failure()).contains(new CallFailure(kind, phase, words));
        WsHandshake handshake = scene.awaited(WsHandshake.class);
        assertThat(handshake.failure()).isEqualTo(words);
        assertThat(handshake.failureKind()).isEqualTo(kind);
        assertThat(handshake.failurePhase()).isEqualTo(phase);
        assertThatExceptionOfType(ServiceCallException.class)
                .isThrownBy(() -> scene.socket().connect(path))
                .withMessageContaining(
                        ": " + words + ".\n  service:  backend\n  url from: goldenpath.yaml:7\n  do:       ");
    }

    /** Until the kernel takes no further connection of this server, which never accepts one. */
    private static void fill(ServerSocket full, List<Socket> waiting) {
        for (int i = 0; i < 20; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()), 200);
            } catch (IOException e) {
                return;
            }
        }
        throw new AssertionError("the kernel takes every connection");
    }

    private static Scene scene(ServerSocket server, String scheme, Duration limit) {
        URI url = URI.create(scheme + "://127.0.0.1:" + server.getLocalPort());
        return new Scene(url, SocketSettings.DEFAULT, null, new Timeouts(limit, limit, limit));
    }

    private static SocketSettings answeringWithin(Duration limit) {
        SocketSettings defaults = SocketSettings.DEFAULT;
        return new SocketSettings(
                defaults.token(), limit, defaults.sendWithin(), defaults.largestMessage(), defaults.keep());
    }
}

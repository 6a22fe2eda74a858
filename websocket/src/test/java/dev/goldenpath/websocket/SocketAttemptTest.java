package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.SocketSettings;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsHandshake;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketAttemptTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private Scene scene;
    private String base;

    @BeforeEach
    void open() {
        scene = new Scene(SERVER.url(), answeringWithin(Duration.ofSeconds(2)));
        base = SERVER.url().toString().replace("http", "ws");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 401, 403, 404, 429, 500, 503})
    void hasTheStatusOfARefusal(int status) {
        SocketAttempt attempt = scene.socket().attempt("/status/" + status);

        assertThat(attempt).hasStatus(status).wasRefused();
        assertThat(attempt.session()).isEmpty();
        WsHandshake handshake = scene.awaited(WsHandshake.class);
        assertThat(handshake.status()).isEqualTo(status);
        assertThat(handshake.failure()).isEqualTo("refused with status " + status);
        assertThat(handshake.answered()).isTrue();
        assertThat(scene.recorded).hasSize(1);
    }

    @Test
    void hasTheHeadersOfARefusal() {
        assertThat(scene.socket().attempt("/status/429").header("retry-after")).contains("7");
        assertThat(scene.awaited(WsHandshake.class).responseHeaders()).containsEntry("retry-after", List.of("7"));
    }

    @Test
    void anAcceptedAttemptHasASession() {
        SocketAttempt attempt = scene.socket().attempt("/echo");

        assertThat(attempt).wasAccepted().hasStatus(101);
        assertThat(attempt.session()).isPresent();
    }

    @Test
    void connectSaysWhatWasRefusedAndWhatToDo() {
        assertThatRefused(scene.socketAsAlice(), "/status/403")
                .withMessage("WebSocket " + base + "/status/403 as alice: refused with status 403.\n"
                        + "  service:     backend\n"
                        + "  url from:    goldenpath.yaml:7\n"
                        + "  retry after: 7\n"
                        + "  do:          Check what this user may do, or expect the refusal with attempt(path).");
        assertThatRefused(scene.socket(), "/status/401")
                .withMessageStartingWith("WebSocket " + base + "/status/401: refused with status 401.\n")
                .withMessageEndingWith("This client is anonymous: inject it with @AsUser, or expect the refusal with"
                        + " attempt(path).");
        assertThatRefused(scene.socket(), "/status/503")
                .withMessageEndingWith("The service has no room now: look at its health and its limits.");
    }

    @Test
    void doesNotAcceptASubprotocolThatWasNotOffered() {
        assertThatRefused(scene.socket(), "/subprotocol/evil.v9")
                .withMessage("WebSocket " + base + "/subprotocol/evil.v9: the service chose the subprotocol 'evil.v9',"
                        + " which was not offered.\n"
                        + "  service:  backend\n"
                        + "  url from: goldenpath.yaml:7\n"
                        + "  do:       The service breaks the WebSocket protocol (RFC 6455); its owner has to correct"
                        + " it.");
        WsHandshake handshake = scene.awaited(WsHandshake.class);
        assertThat(handshake.status()).isEqualTo(101);
        assertThat(handshake.answered()).isFalse();
        assertThat(scene.evidence(WsClose.class)).isEmpty();
    }

    @Test
    void doesNotAcceptAWrongAnswerToItsKey() {
        assertThatRefused(scene.socket(), "/wrong-accept")
                .withMessageContaining("/wrong-accept: invalid answer to the handshake (");
        assertThat(scene.awaited(WsHandshake.class).answered()).isFalse();
    }

    @Test
    void aSecretThatTheServiceSentIsMaskedInTheCauseToo() {
        // Taken from the words of the library, as if they quoted what the service sent.
        scene.redaction.addValue("returned from server");
        ServiceCallException thrown = catchThrowableOfType(
                ServiceCallException.class, () -> scene.socket().connect("/wrong-accept"));
        assertThat(thrown.getCause())
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("org.glassfish.tyrus.client.exception.DeploymentHandshakeException: Handshake error.")
                .hasRootCauseMessage("org.glassfish.tyrus.core.HandshakeException: Sec-WebSocket-Key *** does not match"
                        + " expected response.");
        assertThat(thrown.getCause().getStackTrace()[0].getClassName()).startsWith("org.glassfish.tyrus.");
        assertThat(thrown).hasStackTraceContaining("***");
        assertThat(Throwables.getStackTrace(thrown)).doesNotContain("returned from server");
    }

    @Test
    void waitsForAnAnswerOnlySoLong() {
        assertThatRefused(scene.socket(), "/mute")
                .withMessageContaining("/mute: no answer to the handshake within 2 s.\n")
                .withMessageEndingWith("Check that the service runs, and that this is its address.");
        assertThat(scene.awaited(WsHandshake.class).status()).isNull();
        assertThat(scene.awaited(WsHandshake.class).remoteAddress()).isNull();
    }

    @Test
    void canBeInterrupted() {
        Thread.currentThread().interrupt();
        SocketAttempt attempt = scene.socket().attempt("/mute");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(attempt).hasToString("WebSocket " + base + "/mute → interrupted");
    }

    @Test
    void saysThatNothingListens() throws Exception {
        URI nobody;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + once.getLocalPort());
        }
        try (Scene elsewhere = new Scene(nobody)) {
            SocketAttempt attempt = elsewhere.socket().attempt("/ws");

            assertThat(attempt.status()).isEmpty();
            assertThat(attempt).hasToString("WebSocket " + attemptUrl(nobody) + " → connection refused");
            assertThat(elsewhere.awaited(WsHandshake.class).failure()).isEqualTo("connection refused");
            assertFails(() -> assertThat(attempt).wasRefused())
                    .withMessage("Expected a refusal, but there was no answer.\n"
                            + "  attempt: WebSocket " + attemptUrl(nobody) + "\n"
                            + "  outcome: connection refused");
            assertFails(() -> assertThat(attempt).hasStatus(401))
                    .withMessageStartingWith("Expected status 401, but there was no answer.\n");
        }
    }

    @Test
    void saysThatAHostIsUnknown() {
        try (Scene elsewhere = new Scene(URI.create("http://no-such-host.invalid:8080"))) {
            assertThat(elsewhere.socket().attempt("/ws"))
                    .hasToString("WebSocket ws://no-such-host.invalid:8080/ws → unknown host");
        }
    }

    @Test
    void aFailedAssertionShowsTheAttempt() {
        SocketAttempt refused = scene.socketAsAlice().attempt("/status/403");
        SocketAttempt accepted = scene.socket().attempt("/echo");

        assertFails(() -> assertThat(refused).hasStatus(401))
                .satisfies(error -> assertThat(error.getMessage())
                        .contains("Expected status 401, but it was 403.\n"
                                + "  attempt: WebSocket " + base + "/status/403 as alice\n"
                                + "  outcome: refused with status 403"));
        assertFails(() -> assertThat(refused).wasAccepted())
                .withMessage("Expected the service to open a session, but it did not.\n"
                        + "  attempt: WebSocket " + base + "/status/403 as alice\n"
                        + "  outcome: refused with status 403");
        assertFails(() -> assertThat(accepted).wasRefused())
                .withMessage("Expected a refusal, but the service opened a session.\n"
                        + "  attempt: WebSocket " + base + "/echo\n"
                        + "  outcome: accepted");
    }

    @Test
    void aRefusalFromTheSetUpIsCited() {
        scene.recording.enter(Phase.SETUP);
        SocketAttempt attempt = scene.socketAsAlice().attempt("/status/403");
        scene.recording.enter(Phase.TEST);
        assertThat(scene.recording.citations()).isEmpty();

        assertThat(attempt).hasStatus(403);
        assertThat(scene.recording.citations()).containsExactly("WebSocket " + base + "/status/403 as alice → 403");
    }

    @Test
    void aUsersAuthorizationIsNotReplaced() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scene.socketAsAlice().connecting("/echo").header("authorization", "Bearer other"))
                .withMessage("This client calls as 'alice', so its Authorization can't be replaced. Inject a client"
                        + " without @AsUser to send another one.");
    }

    @Test
    void whatMakesAHandshakeAUsersIsNotReplaced() {
        String end = " can't be replaced. Inject a client without @AsUser to send another one.";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scene.socketWithoutToken().connecting("/echo").header("x-api-key", "other"))
                .withMessage("This client calls as 'carol', so its x-api-key" + end);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scene.socketWithoutToken().connecting("/echo?a=1&partner=other"))
                .withMessage("This client calls as 'carol', so its query parameter partner" + end);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scene.socketWithoutToken().connecting("/echo").header("Authorization", "other"))
                .withMessage("This client calls as 'carol', by its header X-API-Key and query parameter partner, so it"
                        + " can't send an Authorization besides. Inject a client without @AsUser to send one.");
    }

    @Test
    void aPathStartsWithASlash() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scene.socket().connect("ws"))
                .withMessageStartingWith("The path 'ws' must start with a slash");
    }

    private static SocketSettings answeringWithin(Duration limit) {
        SocketSettings defaults = SocketSettings.DEFAULT;
        return new SocketSettings(
                defaults.token(), limit, defaults.sendWithin(), defaults.largestMessage(), defaults.keep());
    }

    private static String attemptUrl(URI url) {
        return url.toString().replace("http", "ws") + "/ws";
    }

    private static org.assertj.core.api.ThrowableAssertAlternative<ServiceCallException> assertThatRefused(
            ServiceSocket socket, String path) {
        return assertThatExceptionOfType(ServiceCallException.class).isThrownBy(() -> socket.connect(path));
    }

    private static org.assertj.core.api.ThrowableAssertAlternative<AssertionError> assertFails(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable assertion) {
        return assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion);
    }
}

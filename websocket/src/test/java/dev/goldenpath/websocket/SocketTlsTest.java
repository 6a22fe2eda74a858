package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.Certificates;
import dev.goldenpath.client.Spki;
import dev.goldenpath.environment.Origin;
import dev.goldenpath.environment.Secret;
import dev.goldenpath.environment.SocketSettings;
import dev.goldenpath.environment.TlsSettings;
import dev.goldenpath.evidence.CallFailure.Kind;
import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.WsHandshake;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketTlsTest {
    private static final ServerProcess GOOD = new ServerProcess();
    private static final ServerProcess ELSEWHERE = new ServerProcess();
    private static final ServerProcess STRICT = new ServerProcess();
    private static final Origin ORIGIN = new Origin("goldenpath.yaml:9");

    @TempDir
    static Path folder;

    private static Certificates.Issued server;
    private static Certificates.Issued client;
    private static KeyStore trusted;

    @BeforeAll
    static void start() throws Exception {
        Certificates authority = Certificates.in(folder);
        server = authority.server(30);
        client = authority.client("ci", 30);
        trusted = KeyStore.getInstance(authority.authorityStore().toFile(), Certificates.PASSWORD.toCharArray());
        GOOD.start(server.keyStore().toString(), Certificates.PASSWORD);
        ELSEWHERE.start(
                authority.serverNamed("other.example.com", 30).keyStore().toString(), Certificates.PASSWORD);
        STRICT.start(
                server.keyStore().toString(),
                Certificates.PASSWORD,
                authority.authorityStore().toString());
    }

    @AfterAll
    static void stop() throws Exception {
        GOOD.stop();
        ELSEWHERE.stop();
        STRICT.stop();
    }

    @Test
    void trustsWhomTheServiceSaysAndRecordsWhoThatIs() {
        try (Scene scene = scene(GOOD, settings(null, List.of()))) {
            scene.socketAsAlice().connect("/echo");

            WsHandshake handshake = scene.awaited(WsHandshake.class);
            assertThat(handshake.phases().parts())
                    .containsOnlyKeys(NetworkPhase.CONNECT, NetworkPhase.TLS, NetworkPhase.UPGRADE);
            Connection.Tls tls = handshake.tls();
            assertThat(tls.protocol()).isEqualTo("TLSv1.3");
            assertThat(tls.cipher()).startsWith("TLS_");
            assertThat(tls.certificateSubject()).isEqualTo("CN=server-30");
            assertThat(tls.certificateExpires())
                    .isEqualTo(server.certificate().getNotAfter().toInstant());
            assertThat(tls.pin()).isEqualTo(Spki.pin(server.certificate()));
        }
    }

    @Test
    void everyHandshakeIsOneOfItsOwn() {
        try (Scene scene = scene(GOOD, settings(null, List.of()))) {
            for (int i = 0; i < 3; i++) {
                scene.socket().connect("/echo").close();
            }
            assertThat(scene.evidence(WsHandshake.class))
                    .hasSize(3)
                    .allSatisfy(handshake -> assertThat(handshake.tls()).isNotNull());
        }
    }

    @Test
    void doesNotTrustOthers() {
        try (Scene scene = scene(GOOD, null)) {
            assertThat(scene.socket().attempt("/echo")).brokeWith(Kind.TLS);
            assertThat(scene.awaited(WsHandshake.class).failure()).startsWith("TLS failure (no trusted issuer: ");
            assertThat(scene.awaited(WsHandshake.class).tls()).isNull();
        }
    }

    @Test
    void theCertificateMustBeForTheHost() {
        try (Scene scene = scene(ELSEWHERE, settings(null, List.of()))) {
            assertThat(scene.socket().attempt("/echo")).brokeWith(Kind.TLS);
            assertThat(scene.awaited(WsHandshake.class).failure())
                    .startsWith("TLS failure (the certificate is for another host: ");
        }
    }

    @Test
    void showsItsCertificateWhereTheServiceWantsOne() {
        try (Scene scene = scene(STRICT, settings(client, List.of()))) {
            assertThat(scene.socket().attempt("/echo")).wasAccepted();
        }
        // The whole limit passes, for the service refuses only after its part of the TLS handshake.
        try (Scene scene = scene(STRICT, settings(null, List.of()), Duration.ofSeconds(3))) {
            assertThat(scene.socket().attempt("/echo").session()).isEmpty();
        }
    }

    @Test
    void aPinnedKeyIsEnoughAndAnyOtherKeepsEveryByteBack() {
        String pin = Spki.pin(server.certificate());
        try (Scene scene = scene(GOOD, settings(null, List.of(pin)))) {
            assertThat(scene.socketAsAlice().attempt("/echo")).wasAccepted();
            String before = requests(scene);

            String other = "sha256/" + "A".repeat(43) + "=";
            try (Scene pinned = scene(GOOD, settings(null, List.of(other)))) {
                SocketAttempt attempt = pinned.socketAsAlice().attempt("/echo");
                assertThat(attempt).brokeWith(Kind.TLS);
                assertThat(pinned.awaited(WsHandshake.class).failure())
                        .startsWith("TLS failure (none of its keys is pinned: it shows " + pin + ", ")
                        .endsWith(", and goldenpath.yaml:9 pins " + other + ")");
            }
            assertThat(requests(scene)).as("one more for this question alone").isEqualTo(plusOne(before));
        }
    }

    private static String requests(Scene scene) {
        SocketSession session = scene.socket().connect("/requests");
        return session.reader().next(Duration.ofSeconds(10)).orElseThrow().text();
    }

    private static String plusOne(String number) {
        return String.valueOf(Integer.parseInt(number) + 1);
    }

    private static TlsSettings settings(Certificates.Issued identity, List<String> pins) {
        return new TlsSettings(
                trusted,
                null,
                identity == null ? null : identity.open(),
                identity == null ? null : new Secret(Certificates.PASSWORD, ORIGIN),
                pins,
                ORIGIN);
    }

    private static Scene scene(ServerProcess process, TlsSettings tls) {
        return scene(process, tls, SocketSettings.DEFAULT.answerWithin());
    }

    private static Scene scene(ServerProcess process, TlsSettings tls, Duration answerWithin) {
        URI url = URI.create(process.url().toString().replace("http", "https"));
        SocketSettings usual = SocketSettings.DEFAULT;
        return new Scene(
                url,
                new SocketSettings(
                        usual.token(), answerWithin, usual.sendWithin(), usual.largestMessage(), usual.keep()),
                tls);
    }
}

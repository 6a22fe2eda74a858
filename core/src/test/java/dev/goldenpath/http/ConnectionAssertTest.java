package dev.goldenpath.http;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.goldenpath.Certificates;
import dev.goldenpath.Certificates.Issued;
import dev.goldenpath.environment.Origin;
import dev.goldenpath.environment.TlsSettings;
import dev.goldenpath.evidence.NetworkPhase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ConnectionAssertTest {
    @RegisterExtension
    static final ServerProcess PLAIN = new ServerProcess();

    @TempDir
    private static Path folder;

    private static Issued certificate;
    private static KeyStore trust;
    private static HttpsServer https;

    private Scene scene;
    private Scene plain;

    @BeforeAll
    static void startServer() throws Exception {
        Certificates certificates = Certificates.in(folder);
        certificate = certificates.server(30);
        trust = KeyStore.getInstance(certificates.authorityStore().toFile(), Certificates.PASSWORD.toCharArray());
        https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        https.setHttpsConfigurator(new HttpsConfigurator(certificates.context(certificate)));
        https.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[] {'o', 'k'});
            exchange.close();
        });
        https.start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        https.stop(0);
    }

    @BeforeEach
    void openScenes() {
        plain = new Scene(PLAIN.url());
        scene = new Scene(URI.create("https://127.0.0.1:" + https.getAddress().getPort()))
                .with(new TlsSettings(trust, null, null, null, List.of(), new Origin("goldenpath.yaml:7")));
    }

    @AfterEach
    void closeScenes() {
        scene.close();
        plain.close();
    }

    @Test
    void connectionAndTimesMayBeAsExpected() {
        ServiceResponse first = scene.client().get("/").send();
        ServiceResponse second = scene.client().get("/").send();

        assertThat(first)
                .usedTls("TLSv1.3")
                .certificateValidFor(ofDays(14))
                .usedNewConnection()
                .tookAtMost(ofMinutes(1))
                .tookAtMost(NetworkPhase.TLS, ofMinutes(1));
        assertThat(second).usedTls("TLSv1.3").certificateValidFor(ofDays(14)).reusedConnection();
    }

    @Test
    void tooLong() {
        ServiceResponse response = scene.client().get("/").send();

        assertThat(scene.normalised(Headline.of(() -> assertThat(response).tookAtMost(ofNanos(1_000)))))
                .isEqualTo("Expected the exchange to take at most N ms, but it took N ms.");
        assertThat(scene.normalised(
                        Headline.of(() -> assertThat(response).tookAtMost(NetworkPhase.WAIT, ofNanos(1_000)))))
                .isEqualTo("Expected wait to take at most N ms, but it took N ms.");
    }

    @Test
    void whatDidNotHappenTookNoTimeToAssertOn() {
        scene.client().get("/").send();
        ServiceResponse reused = scene.client().get("/").send();

        assertThat(Headline.of(() -> assertThat(reused).tookAtMost(NetworkPhase.TLS, ofSeconds(1))))
                .isEqualTo("Expected tls to take at most 1 s, but it did not happen: the connection was opened for an "
                        + "earlier exchange. Send the request with .onNewConnection().");
        ServiceResponse fresh = scene.client().get("/").onNewConnection().send();
        assertThat(fresh).tookAtMost(NetworkPhase.TLS, ofMinutes(1));
        assertThat(Headline.of(() -> assertThat(fresh).tookAtMost(NetworkPhase.DNS, ofSeconds(1))))
                .isEqualTo("Expected dns to take at most 1 s, but it did not happen: no name was looked up for this "
                        + "connection.");
        assertThat(Headline.of(() ->
                        assertThat(plain.client().get("/answer").send()).tookAtMost(NetworkPhase.TLS, ofSeconds(1))))
                .isEqualTo("Expected tls to take at most 1 s, but it did not happen: the connection used no TLS.");
    }

    @Test
    void anotherTlsOrNone() {
        ServiceResponse secured = scene.client().get("/").send();
        ServiceResponse open = plain.client().get("/answer").send();

        assertThat(Headline.of(() -> assertThat(secured).usedTls("TLSv1.2")))
                .isEqualTo("Expected TLSv1.2, but the connection used TLSv1.3.");
        assertThat(Headline.of(() -> assertThat(open).usedTls("TLSv1.3")))
                .isEqualTo("Expected TLSv1.3, but the connection used no TLS.");
    }

    @Test
    void aCertificateThatExpiresSoon() {
        ServiceResponse secured = scene.client().get("/").send();
        ServiceResponse open = plain.client().get("/answer").send();
        Instant expiry = certificate.certificate().getNotAfter().toInstant();

        assertThat(Headline.of(() -> assertThat(secured).certificateValidFor(ofDays(60))))
                .isEqualTo(
                        "Expected a certificate that is valid for another 60 days, but that of CN=server-30 expires at "
                                + expiry + ".");
        assertThat(Headline.of(() -> assertThat(open).certificateValidFor(ofDays(1))))
                .isEqualTo("Expected a certificate that is valid for another 1 day, but the connection used no TLS.");
    }

    @Test
    void theOtherConnection() {
        ServiceResponse first = scene.client().get("/").send();
        ServiceResponse second = scene.client().get("/").send();

        assertThat(Headline.of(() -> assertThat(first).reusedConnection()))
                .isEqualTo("Expected a reused connection, but this one was opened for the exchange.");
        assertThat(Headline.of(() -> assertThat(second).usedNewConnection()))
                .isEqualTo("Expected a new connection, but this one was opened for an earlier exchange. "
                        + "A request with .onNewConnection() opens one.");
    }
}

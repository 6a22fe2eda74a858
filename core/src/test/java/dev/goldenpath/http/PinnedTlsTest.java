package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.client.Spki;
import dev.goldenpath.environment.Origin;
import dev.goldenpath.environment.ProxySettings;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.NetworkPhase;
import java.net.URI;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PinnedTlsTest {
    private static final String OF_NOBODY = "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @RegisterExtension
    static final ServerProcess PLAIN = new ServerProcess();

    @RegisterExtension
    static final TlsServers SERVERS = new TlsServers();

    @Test
    void aServiceThatShowsOneOfThePinnedKeysIsCalled() {
        for (String pin : shown()) {
            try (Scene scene = new Scene(SERVERS.good()).with(SERVERS.pinning(OF_NOBODY, pin))) {
                assertThat(scene.asAlice().get("/").send().text()).isEqualTo("safe");
                assertThat(scene.exchange().connection().tls().pin()).isEqualTo(shown().get(0));
            }
        }
    }

    @Test
    void anotherSeesNoByteOfTheRequestAndSoNoToken() {
        try (Scene scene = new Scene(SERVERS.good()).with(SERVERS.pinning(OF_NOBODY))) {
            ServiceCallException thrown = catchThrowableOfType(
                    ServiceCallException.class,
                    () -> scene.asAlice().get("/pinned-to-nobody").send());
            assertThat(scene.normalised(thrown.getMessage()))
                    .isEqualTo("""
                    GET https://127.0.0.1:PORT/pinned-to-nobody as alice: TLS failure (none of its keys is pinned: \
                    it shows SHOWN, and goldenpath.yaml:9 pins PINNED).
                      service:    backend
                      url from:   goldenpath.yaml:7
                      broke in:   tls
                      phases:     queued N ms, connect N ms, tls N ms, total N ms
                      request id: REQUEST-ID
                      trace id:   TRACE-ID
                      cause:      javax.net.ssl.SSLException: none of its keys is pinned: it shows SHOWN, and \
                    goldenpath.yaml:9 pins PINNED""".replace("SHOWN", String.join(", ", shown())).replace("PINNED", OF_NOBODY));
            HttpExchange exchange = scene.exchange();
            assertThat(exchange.failure().kind()).isEqualTo(CallFailure.Kind.TLS);
            assertThat(exchange.failure().phase()).isEqualTo(NetworkPhase.TLS);
            assertThat(exchange.status()).isNull();
            assertThat(exchange.connection().sentBytes()).isZero();
        }
        assertThat(seen("/pinned-to-nobody")).isEqualTo("false");
    }

    @Test
    void theServerOfTheseTestsKnowsWhatItSaw() {
        try (Scene scene = new Scene(SERVERS.good()).with(SERVERS.trusting())) {
            scene.client().get("/pinned-by-nobody").send();
        }
        assertThat(seen("/pinned-by-nobody")).isEqualTo("true");
    }

    @Test
    void everyNewConnectionIsLookedAt() {
        try (Scene scene = new Scene(SERVERS.good()).with(SERVERS.pinning(OF_NOBODY))) {
            for (int i = 0; i < 3; i++) {
                assertThat(catchThrowableOfType(
                                ServiceCallException.class,
                                () -> scene.client().get("/").onNewConnection().send()))
                        .hasMessageContaining("none of its keys is pinned");
            }
        }
    }

    @Test
    void theServiceBehindAProxyIsPinnedToo() {
        ProxySettings proxy = new ProxySettings(PLAIN.proxyUrl(), null, null, new Origin("goldenpath.yaml:8"));
        try (Scene scene = new Scene(SERVERS.good()).with(proxy).with(SERVERS.pinning(OF_NOBODY))) {
            assertThat(catchThrowableOfType(
                            ServiceCallException.class,
                            () -> scene.client().get("/").send()))
                    .hasMessageContaining("none of its keys is pinned");
        }
    }

    @Test
    void anotherHostIsNotTheServices() {
        URI named = URI.create(SERVERS.good().toString().replace("127.0.0.1", "localhost"));
        String back = SERVERS.good() + "/";
        try (Scene scene = new Scene(PLAIN.url()).with(SERVERS.pinning(OF_NOBODY))) {
            assertThat(redirected(scene, named + "/").send().text()).isEqualTo("safe");
            assertThat(catchThrowableOfType(
                            ServiceCallException.class,
                            () -> redirected(scene, back).send()))
                    .hasMessageContaining("none of its keys is pinned");
        }
    }

    private static ServiceRequest redirected(Scene scene, String location) {
        return scene.client()
                .get("/answer")
                .query("status", 302)
                .query("h.Location", location)
                .followRedirects();
    }

    private static String seen(String path) {
        try (Scene scene = new Scene(SERVERS.good()).with(SERVERS.trusting())) {
            return scene.client().get("/seen?" + path).send().text();
        }
    }

    private static List<String> shown() {
        try {
            Certificate[] chain = SERVERS.goodCertificate().open().getCertificateChain("server-30");
            return List.of(Spki.pin(chain[0]), Spki.pin(chain[1]));
        } catch (KeyStoreException e) {
            throw new AssertionError(e);
        }
    }
}

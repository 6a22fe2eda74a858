package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.client.Spki;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.CallFailure.Kind;
import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Sha256;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TlsTest {
    @RegisterExtension
    static final ServerProcess PLAIN = new ServerProcess();

    @RegisterExtension
    static final TlsServers SERVERS = new TlsServers();

    @Test
    void aServerOfATrustedAuthorityIsCalledAndItsCertificateTold() throws Exception {
        try (Scene scene = new Scene(SERVERS.good()).with(SERVERS.trusting())) {
            assertThat(scene.client().get("/").send().text()).isEqualTo("safe");
            Connection.Tls tls = scene.exchange().connection().tls();
            assertThat(tls.protocol()).isEqualTo("TLSv1.3");
            assertThat(tls.cipher()).startsWith("TLS_");
            assertThat(tls.certificateSubject()).isEqualTo("CN=server-30");
            assertThat(tls.certificateSha256())
                    .isEqualTo(Sha256.of(SERVERS.goodCertificate().certificate().getEncoded()));
            assertThat(tls.pin()).isEqualTo(Spki.pin(SERVERS.goodCertificate().certificate()));
            assertThat(tls.certificateExpires())
                    .isEqualTo(SERVERS.goodCertificate()
                            .certificate()
                            .getNotAfter()
                            .toInstant());
            assertThat(scene.exchange().phases().parts())
                    .containsOnlyKeys(
                            NetworkPhase.QUEUED,
                            NetworkPhase.CONNECT,
                            NetworkPhase.TLS,
                            NetworkPhase.SEND,
                            NetworkPhase.WAIT,
                            NetworkPhase.RECEIVE);
        }
    }

    @Test
    void aReusedConnectionShakesNoHandsAndKeepsItsFacts() {
        try (Scene scene = new Scene(SERVERS.good()).with(SERVERS.trusting())) {
            ServiceClient client = scene.client();
            client.get("/").send();
            client.get("/").send();
            HttpExchange second = scene.exchanges().get(1);
            assertThat(second.connection().reused()).isTrue();
            assertThat(second.connection().tls())
                    .isEqualTo(scene.exchanges().get(0).connection().tls());
            assertThat(second.phases().parts())
                    .containsOnlyKeys(NetworkPhase.QUEUED, NetworkPhase.SEND, NetworkPhase.WAIT, NetworkPhase.RECEIVE);
        }
    }

    @Test
    void whoShowsTheCertificateThatIsDemandedIsLetIn() {
        try (Scene scene = new Scene(SERVERS.mutual()).with(SERVERS.trustingAndKnown())) {
            assertThat(scene.client().get("/").send().text()).isEqualTo("safe");
        }
    }

    @Test
    void whoShowsNoneIsNot() {
        try (Scene scene = new Scene(SERVERS.mutual()).with(SERVERS.trusting())) {
            ServiceCallException thrown = failing(scene);
            assertThat(thrown.failure().orElseThrow().kind()).isEqualTo(Kind.TLS);
            // Which alert it is depends on the JDK of the server.
            assertThat(scene.normalised(thrown.headline()))
                    .startsWith("GET https://127.0.0.1:PORT/: TLS failure (the service misses the caller's certificate,"
                            + " or refuses it: Received fatal alert: ");
        }
    }

    @Test
    void anExpiredCertificate() {
        assertThat(brokenIn(SERVERS.expired())).startsWith("TLS failure (the certificate has expired: NotAfter: ");
    }

    @Test
    void aCertificateOfTomorrow() {
        assertThat(brokenIn(SERVERS.notYetValid()))
                .startsWith("TLS failure (the certificate is not valid yet: NotBefore: ");
    }

    @Test
    void anAuthorityThatWasMadeAnew() {
        assertThat(brokenIn(SERVERS.ofAnotherAuthority()))
                .isEqualTo("TLS failure (no trusted issuer: signature check failed)");
    }

    @Test
    void aCertificateOfAnotherHost() {
        // By whom it is found depends on the client's version.
        assertThat(brokenIn(SERVERS.ofAnotherHost())).startsWith("TLS failure (the certificate is for another host: ");
    }

    @Test
    void noCommonProtocol() {
        assertThat(brokenIn(SERVERS.outdated())).isEqualTo("TLS failure (Received fatal alert: protocol_version)");
    }

    @Test
    void aServerWithoutTls() {
        assertThat(brokenIn(URI.create(PLAIN.bannerUrl().toString().replace("http:", "https:"))))
                .isEqualTo("TLS failure (the service speaks no TLS: Unsupported or unrecognized SSL message)");
    }

    @Test
    void anUnknownAuthorityInAWholeMessage() {
        try (Scene scene = new Scene(SERVERS.good())) {
            assertThat(scene.normalised(failing(scene).getMessage()).replace("(certificate_unknown) ", ""))
                    .isEqualTo("""
                    GET https://127.0.0.1:PORT/: TLS failure (no trusted issuer: unable to find valid certification \
                    path to requested target).
                      service:    backend
                      url from:   goldenpath.yaml:7
                      broke in:   tls
                      phases:     queued N ms, connect N ms, tls N ms, total N ms
                      request id: REQUEST-ID
                      trace id:   TRACE-ID
                      cause:      javax.net.ssl.SSLHandshakeException: PKIX path building failed: \
                    sun.security.provider.certpath.SunCertPathBuilderException: \
                    unable to find valid certification path to requested target""");
        }
    }

    private static String brokenIn(URI url) {
        try (Scene scene = new Scene(url).with(SERVERS.trusting())) {
            ServiceCallException thrown = failing(scene);
            CallFailure failure = scene.exchange().failure();
            assertThat(thrown.failure()).contains(failure);
            assertThat(failure.kind()).isEqualTo(Kind.TLS);
            assertThat(failure.phase()).isEqualTo(NetworkPhase.TLS);
            assertThat(scene.exchange().status()).isNull();
            assertThat(scene.exchange().connection().tls()).isNull();
            assertThat(scene.exchange().phases().parts())
                    .containsOnlyKeys(NetworkPhase.QUEUED, NetworkPhase.CONNECT, NetworkPhase.TLS);
            return failure.words();
        }
    }

    private static ServiceCallException failing(Scene scene) {
        return catchThrowableOfType(
                ServiceCallException.class, () -> scene.client().get("/").send());
    }
}

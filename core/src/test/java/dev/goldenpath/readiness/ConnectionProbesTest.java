package dev.goldenpath.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.http.FullBacklog;
import dev.goldenpath.http.ServerProcess;
import dev.goldenpath.http.TlsServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Of names, connections and certificates. */
class ConnectionProbesTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @RegisterExtension
    static final TlsServers TLS = new TlsServers();

    @RegisterExtension
    final Gates gates = new Gates(SERVER);

    @Test
    void aConnectionIsOpenedToANameOrToAnAddress() {
        int port = SERVER.url().getPort();
        assertThat(tcp("shop.example.test:" + port))
                .isEqualTo(
                        Sight.of(ServiceState.HEALTHY, "TCP shop.example.test:" + port + " → connected to 127.0.0.1"));
        assertThat(tcp("127.0.0.1:" + port))
                .isEqualTo(Sight.of(ServiceState.HEALTHY, "TCP 127.0.0.1:" + port + " → connected to 127.0.0.1"));
    }

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = once.getLocalPort();
        }
        assertThat(tcp("127.0.0.1:" + port))
                .isEqualTo(Sight.of(ServiceState.UNREACHABLE, "TCP 127.0.0.1:" + port + ": connection refused"));
    }

    @Test
    void whoNeitherAcceptsNorRefusesHasALimit() throws IOException {
        try (FullBacklog full = FullBacklog.create()) {
            String place = "127.0.0.1:" + full.url().getPort();
            assertThat(tcp(place))
                    .isEqualTo(Sight.of(ServiceState.UNREACHABLE, "TCP " + place + ": no connection in time"));
            assertThat(tls(place).words()).isEqualTo("TLS " + place + ": no connection in time");
        }
    }

    @Test
    void theAddressOfAServiceForOtherClientsIsConnectedTo() {
        String place = "127.0.0.1:" + SERVER.url().getPort();
        assertThat(gates.look("tcp", "url: 'URL', address: '" + place + "'").words())
                .isEqualTo("TCP " + place + " → connected to 127.0.0.1");
    }

    @Test
    void aNameThatIsKnownIsToldWithItsAddresses() {
        assertThat(dns("shop.example.test"))
                .isEqualTo(Sight.of(ServiceState.HEALTHY, "DNS shop.example.test → 127.0.0.1"));
        assertThat(dns("second-answers.test").words()).isEqualTo("DNS second-answers.test → 127.0.0.2, 127.0.0.1");
    }

    @Test
    void aNameThatNobodyKnowsIsUnreachable() {
        assertThat(dns("nobody.example.test"))
                .isEqualTo(Sight.of(ServiceState.UNREACHABLE, "DNS nobody.example.test: unknown host"));
        assertThat(tcp("nobody.example.test:80").words()).isEqualTo("TCP nobody.example.test:80: unknown host");
        assertThat(gates.look("health", "url: 'http://nobody.example.test:80', health: /health"))
                .isEqualTo(
                        Sight.of(ServiceState.UNREACHABLE, "GET http://nobody.example.test:80/health: unknown host"));
    }

    @Test
    void aTextThatIsNoPlaceIsRefusedAndWhereItStandsIsTold() {
        for (String text : List.of("db", "db:0", "db:70000", "http://db:80")) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> tcp(text))
                    .withMessage("environments.local.services.backend.probes.tcp (goldenpath.yaml:3): '" + text
                            + "' is no host:port such as db.example.com:5432.");
        }
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> dns("http://db"))
                .withMessage("environments.local.services.backend.probes.dns (goldenpath.yaml:3): "
                        + "'http://db' is no host such as api.example.com.");
    }

    @Test
    void aCertificateThatIsGoodIsHealthy() {
        String place = "127.0.0.1:" + TLS.good().getPort();
        assertThat(tls(place))
                .isEqualTo(Sight.of(ServiceState.HEALTHY, "TLS " + place + " → certificate valid until " + expiry()));
    }

    @Test
    void aCertificateThatHasExpiredIsUnreachable() {
        String place = "127.0.0.1:" + TLS.expired().getPort();
        Sight probe = tls(place);
        assertThat(probe.state()).isEqualTo(ServiceState.UNREACHABLE);
        assertThat(probe.words()).startsWith("TLS " + place + ": the certificate has expired: NotAfter: ");

        Sight call = gates.look("health", "url: '" + TLS.expired() + "', health: /health, " + trust());
        assertThat(call.state()).isEqualTo(ServiceState.UNREACHABLE);
        assertThat(call.words())
                .startsWith("GET " + TLS.expired() + "/health: TLS failure (the certificate has expired: NotAfter: ");
    }

    @Test
    void whoIsNotTrustedOrSpeaksNoTlsOrNothingIsUnreachable() {
        String place = "127.0.0.1:" + TLS.good().getPort();
        assertThat(gates.look("tls", "url: 'URL', probes: { tls: '" + place + "' }")
                        .words())
                .startsWith("TLS " + place + ": no trusted issuer: ");
        String plain = "127.0.0.1:" + SERVER.bannerUrl().getPort();
        assertThat(tls(plain).words()).startsWith("TLS " + plain + ": the service speaks no TLS: ");
        String silent = "127.0.0.1:" + SERVER.silentUrl().getPort();
        assertThat(gates.look("tls", "url: 'URL', timeouts: { connect: 300ms }, probes: { tls: '" + silent + "' }"))
                .isEqualTo(Sight.of(
                        ServiceState.UNREACHABLE, "TLS " + silent + ": connected, but no TLS handshake in time"));
    }

    @Test
    void aCertificateThatExpiresWithinTheNoticeIsAFindingAndNoReasonToBlock() {
        gates.gate("services: { backend: { " + secure("40d") + " } }").require();
        assertThat(gates.evidence(Finding.class))
                .filteredOn(finding -> finding.rule().equals("certificate"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.effect()).isEqualTo(Finding.Effect.WARNING);
                    assertThat(finding.words())
                            .isEqualTo("The certificate of service 'backend' expires at " + expiry());
                    assertThat(finding.remedy())
                            .isEqualTo("Renew it. How long before that is told: 'certificate-notice'.");
                });
    }

    @Test
    void aCertificateThatHasTimeYetIsNoFinding() {
        gates.gate("services: { backend: { " + secure("14d") + " } }").require();
        assertThat(gates.evidence(Finding.class))
                .noneMatch(finding -> finding.rule().equals("certificate"));
    }

    private Sight tcp(String text) {
        return gates.look("tcp", "url: 'URL', timeouts: { connect: 300ms }, probes: { tcp: '" + text + "' }");
    }

    private Sight dns(String text) {
        return gates.look("dns", "url: 'URL', probes: { dns: '" + text + "' }");
    }

    private Sight tls(String text) {
        URI url = TLS.good();
        return gates.look(
                "tls",
                "url: '" + url + "', " + trust() + ", timeouts: { connect: 2s }, probes: { tls: '" + text + "' }");
    }

    private static String secure(String notice) {
        return "url: '" + TLS.good() + "', health: /health, certificate-notice: " + notice + ", " + trust();
    }

    private static String trust() {
        return "tls: { trust: '" + TLS.authority() + "' }";
    }

    private static Instant expiry() {
        return TLS.goodCertificate().certificate().getNotAfter().toInstant();
    }
}

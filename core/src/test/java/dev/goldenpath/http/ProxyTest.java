package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.Origin;
import dev.goldenpath.environment.ProxySettings;
import dev.goldenpath.environment.Secret;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.CallFailure.Kind;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phase;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProxyTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @RegisterExtension
    static final TlsServers SAFE = new TlsServers();

    @Test
    void aPlainRequestGoesThroughTheProxy() {
        try (Scene scene = new Scene(SERVER.url()).with(proxy(SERVER.proxyUrl()))) {
            assertThat(scene.client().get("/echo?a=1").send().text().lines())
                    .contains("GET /echo?a=1", "via: 1.1 test");
            goneThrough(scene.exchange(), SERVER.proxyUrl());
        }
    }

    @Test
    void anAnswerThatAProxyMayHaveGivenItselfProvesNothing() {
        try (Scene scene = new Scene(SERVER.url()).with(proxy(SERVER.proxyUrl()))) {
            for (int status : new int[] {502, 503, 504}) {
                assertThat(scene.client()
                                .get("/answer")
                                .query("status", status)
                                .onNewConnection()
                                .send())
                        .hasStatus(status);
            }
            assertThat(scene.recording.answers(Phase.TEST)).isZero();
            assertThat(scene.client()
                            .get("/answer")
                            .query("status", 500)
                            .onNewConnection()
                            .send())
                    .hasStatus(500);
            assertThat(scene.recording.answers(Phase.TEST)).isEqualTo(1);
        }
    }

    @Test
    void noUpgradeIsAskedForThatTheAuthorDidNotAskFor() {
        try (Scene scene = new Scene(SERVER.url()).with(proxy(SERVER.proxyUrl()))) {
            assertThat(scene.client().get("/echo").send().text()).doesNotContainIgnoringCase("upgrade");
        }
    }

    @Test
    void aSafeRequestGoesThroughATunnelWhichIsPartOfConnecting() {
        try (Scene scene = new Scene(SAFE.good()).with(proxy(SERVER.proxyUrl())).with(SAFE.trusting())) {
            assertThat(scene.client().get("/").send().text()).isEqualTo("safe");
            HttpExchange exchange = scene.exchange();
            goneThrough(exchange, SERVER.proxyUrl());
            assertThat(exchange.connection().tls().certificateSubject()).isEqualTo("CN=server-30");
            assertThat(exchange.url()).isEqualTo(SAFE.good() + "/");
            assertThat(exchange.phases().parts())
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
    void aTunnelIsUsedAgain() {
        try (Scene scene = new Scene(SAFE.good()).with(proxy(SERVER.proxyUrl())).with(SAFE.trusting())) {
            ServiceClient client = scene.client();
            client.get("/").send();
            client.get("/").send();
            assertThat(scene.exchanges().get(1).connection().reused()).isTrue();
            assertThat(scene.exchanges().get(1).phases().of(NetworkPhase.CONNECT))
                    .isEmpty();
        }
    }

    @Test
    void theProxyIsShownItsCredentialsUnaskedAndTheServiceNever() {
        try (Scene scene = new Scene(SERVER.url()).with(demanding("proxy-password"))) {
            String seen = scene.client().get("/echo").send().text();
            assertThat(seen).doesNotContain("proxy-");
            assertThat(scene.exchange().requestHeaders().get("Proxy-Authorization"))
                    .containsExactly("***");
        }
        try (Scene scene =
                new Scene(SAFE.good()).with(demanding("proxy-password")).with(SAFE.trusting())) {
            assertThat(scene.client().get("/").send().text()).isEqualTo("safe");
        }
    }

    @Test
    void wrongCredentialsAreTheProxysRefusalAndNoAnswerOfTheService() {
        refused(new Scene(SERVER.url()).with(demanding("wrong")), 407);
        refused(new Scene(SAFE.good()).with(demanding("wrong")).with(SAFE.trusting()), 407);
    }

    @Test
    void aProxyThatOpensNoTunnelIsNoAnswerOfTheService() {
        refused(new Scene(SAFE.good()).with(proxy(SERVER.refusingProxyUrl())).with(SAFE.trusting()), 403);
    }

    @Test
    void theWholeMessageOfARefusal() {
        try (Scene scene =
                new Scene(SAFE.good()).with(proxy(SERVER.refusingProxyUrl())).with(SAFE.trusting())) {
            ServiceCallException thrown = catchThrowableOfType(
                    ServiceCallException.class, () -> scene.client().get("/").send());
            assertThat(scene.normalised(thrown.getMessage())).isEqualTo("""
                    GET https://127.0.0.1:PORT/: the proxy answered 403.
                      service:    backend
                      url from:   goldenpath.yaml:7
                      broke in:   connect
                      phases:     queued N ms, connect N ms, total N ms
                      request id: REQUEST-ID
                      trace id:   TRACE-ID
                      cause:      dev.goldenpath.http.ProxyRefusedException: the proxy answered 403""");
        }
    }

    @Test
    void aProxyThatIsNotThereRefuses() {
        URI nobody = URI.create("http://127.0.0.1:1");
        try (Scene scene = new Scene(SERVER.url()).with(proxy(nobody))) {
            ServiceCallException thrown = catchThrowableOfType(
                    ServiceCallException.class,
                    () -> scene.client().get("/echo").send());
            assertThat(thrown.failure())
                    .contains(new CallFailure(Kind.REFUSED, NetworkPhase.CONNECT, "connection refused"));
            assertThat(scene.exchange().connection().proxy()).isEqualTo("127.0.0.1:1");
        }
    }

    private static void goneThrough(HttpExchange exchange, URI proxy) {
        assertThat(exchange.connection().proxy()).isEqualTo("127.0.0.1:" + proxy.getPort());
        assertThat(exchange.connection().remoteAddress()).isEqualTo("127.0.0.1:" + proxy.getPort());
        assertThat(exchange.connection().attempts()).hasSize(1);
        assertThat(exchange.connection().reused()).isFalse();
        assertThat(exchange.answered()).isTrue();
    }

    private static void refused(Scene opened, int status) {
        try (Scene scene = opened) {
            ServiceCallException thrown = catchThrowableOfType(
                    ServiceCallException.class,
                    () -> scene.client().get("/echo").send());
            assertThat(scene.normalised(thrown.headline())).endsWith(": the proxy answered " + status + ".");
            HttpExchange exchange = scene.exchange();
            assertThat(thrown.failure()).contains(exchange.failure());
            assertThat(exchange.failure().kind()).isEqualTo(Kind.PROXY);
            assertThat(exchange.status()).isNull();
            assertThat(exchange.responseBody()).isNull();
            assertThat(exchange.answered()).isFalse();
        }
    }

    private static ProxySettings demanding(String password) {
        Origin origin = new Origin("goldenpath.yaml:12");
        return new ProxySettings(SERVER.demandingProxyUrl(), "tester", new Secret(password, origin), origin);
    }

    private static ProxySettings proxy(URI url) {
        return new ProxySettings(url, null, null, new Origin("goldenpath.yaml:12"));
    }
}

package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.goldenpath.evidence.Answer;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.evidence.Redaction;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerRulesTest {
    private static final String BACKEND = "backend: { url: 'http://shop.test' }";

    @TempDir
    private Path folder;

    private final Redaction redaction = new Redaction();

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:80, a loopback address",
        "[::1]:80, a loopback address",
        "0.0.0.0:80, an unspecified address",
        "[::]:80, an unspecified address",
        "169.254.7.7:80, a link-local address",
        "[fe80::1%eth9]:80, a link-local address",
        "192.0.2.7:80, an address of this very machine",
    })
    void noPeerOfARemoteEnvironmentIsNear(String peer, String what) {
        assertThat(judged("remote: true, services: { " + BACKEND + " }", "http://shop.test/a?b", peer))
                .containsExactly(Finding.inTraffic(
                        "peer-on-this-machine",
                        Effect.FAKE,
                        "Service 'backend' (http://shop.test from goldenpath.yaml:1) was called at " + peer + ", "
                                + what + ", although environment 'staging' is 'remote: true'.",
                        "See why its name leads there. Where it is the near end of a tunnel, say 'tunnel: true' at the"
                                + " service."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7:80", "10.0.0.7:80", "[fd00::7]:80", "[2001:db8::7]:80"})
    void aPeerElsewhereIsFine(String peer) {
        assertThat(judged("remote: true, services: { " + BACKEND + " }", "http://shop.test/", peer))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.7:80", "172.16.0.1:80", "100.64.0.1:80", "[fd00::7]:80"})
    void aPrivatePeerIsAFindingWhereThoseAreRefused(String peer) {
        assertThat(judged(
                        "remote: true, refuse-private: true, services: { " + BACKEND + " }", "http://shop.test/", peer))
                .containsExactly(Finding.inTraffic(
                        "private-peer",
                        Effect.FAKE,
                        "Service 'backend' (http://shop.test from goldenpath.yaml:1) was called at " + peer
                                + ", a private address, although environment 'staging' is 'refuse-private: true'.",
                        "See why its name leads there, or remove 'refuse-private'."));
    }

    @Test
    void aPublicPeerIsFineWherePrivateOnesAreRefused() {
        assertThat(judged(
                        "remote: true, refuse-private: true, services: { " + BACKEND + " }",
                        "http://shop.test/",
                        "203.0.113.7:80"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "remote: false, services: { backend: { url: 'http://shop.test' } }",
                "remote: true, services: { backend: { url: 'http://shop.test', tunnel: true } }",
            })
    void aPeerMayBeNearWhereTheEnvironmentSaysSo(String environment) {
        assertThat(judged(environment, "http://shop.test/", "127.0.0.1:80")).isEmpty();
    }

    @Test
    void aProxyMayBeAnywhereAndACallWithoutAConnectionHasNoPeer() {
        Environment environment = environment("remote: true, services: { " + BACKEND + " }");
        URI url = URI.create("http://shop.test/");
        PeerRules rules = new PeerRules(environment);
        ServiceEndpoint service = environment.service("backend");
        assertThat(rules.judge(new PeerCall(service, url, "127.0.0.1:3128", true), redaction))
                .isEmpty();
        assertThat(rules.judge(new PeerCall(service, url, null, false), redaction))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            undeclared-hosts: fail,                 | http://other.test/a          | other.test         | other.test   | FAKE
            ''                                      | http://shop.test:8080/       | shop.test:8080     | shop.test    | FAKE
            ''                                      | https://127.0.0.1:9/         | localhost:9        | 127.0.0.1    | FAKE
            undeclared-hosts: warn,                 | https://[2001:db8::7]:9/a    | [2001:db8::7]:9    | [2001:db8::7]| WARNING
            undeclared-hosts: { allow: [a.test] },  | https://b.a.test/            | b.a.test           | b.a.test     | FAKE
            """)
    void aRedirectToAnUndeclaredHostIsAFinding(String policy, String url, String place, String host, Effect effect) {
        assertThat(judged(policy + " services: { " + BACKEND + " }", url, null))
                .containsExactly(Finding.inTraffic(
                        "undeclared-host",
                        effect,
                        "A redirect of service 'backend' (http://shop.test from goldenpath.yaml:1) led to " + place
                                + ", where no service is declared.",
                        "Declare it as a service, or allow its host: 'undeclared-hosts: { allow: [\"" + host
                                + "\"] }'."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.test/",
                "http://SHOP.test.:80/",
                "http://auth.test:8443/login",
                "http://db.test:5432/",
                "http://localhost:7/",
                "http://cdn.test:9/",
                "http://CDN.test./",
            })
    void aRedirectToWhatIsDeclaredOrAllowedIsFine(String url) {
        String environment = "undeclared-hosts: { allow: cdn.test }, services: { " + BACKEND
                + ", auth: { url: 'https://auth.test:8443/base', address: 'db.test:5432' },"
                + " near: { url: 'http://127.0.0.1:7' } }";
        assertThat(judged(environment, url, null)).isEmpty();
    }

    @Test
    void aRedirectMayBreakBothRulesAndTheTunnelThatCountsIsThatOfItsGoal() {
        String services = "services: { backend: { url: 'http://shop.test', tunnel: true },"
                + " auth: { url: 'http://auth.test', tunnel: true } }";
        assertThat(judged("remote: true, " + services, "http://other.test:9/", "127.0.0.1:9"))
                .extracting(Finding::rule, Finding::words)
                .containsExactly(
                        tuple(
                                "peer-on-this-machine",
                                "A redirect of service 'backend' (http://shop.test from goldenpath.yaml:1) led to"
                                        + " other.test:9 at 127.0.0.1:9, a loopback address, although environment"
                                        + " 'staging' is 'remote: true'."),
                        tuple(
                                "undeclared-host",
                                "A redirect of service 'backend' (http://shop.test from goldenpath.yaml:1) led to"
                                        + " other.test:9, where no service is declared."));
        assertThat(judged("remote: true, " + services, "http://auth.test/", "127.0.0.1:80"))
                .isEmpty();
    }

    @Test
    void noSecretIsInTheWords() {
        redaction.addValue("s3cret-host");
        assertThat(judged(" services: { " + BACKEND + " }", "http://s3cret-host.test/", null))
                .singleElement()
                .satisfies(finding -> assertThat(finding.words() + finding.remedy())
                        .contains("led to ***.test,", "allow: [\"***.test\"]")
                        .doesNotContain("s3cret-host"));
    }

    @Test
    void whatHidesWhoAnsweredIsATunnelOrAProxyOnThisMachine() {
        PeerRules rules = rules("services: { plain: { url: 'http://a.test' },"
                + " tunnel: { url: 'http://b.test', tunnel: true },"
                + " proxy: { url: 'http://c.test', proxy: { url: 'http://localhost:3128' } } }");
        assertThat(rules.obscures(new Answer("plain", null, "127.0.0.1:80"))).isEmpty();
        assertThat(rules.obscures(new Answer("tunnel", null, null)))
                .contains("Service 'tunnel' (goldenpath.yaml:1) is reached through a tunnel.");
        assertThat(rules.obscures(new Answer("proxy", null, "127.0.0.1:3128")))
                .contains("Service 'proxy' (goldenpath.yaml:1) is called through a proxy on this machine,"
                        + " 127.0.0.1:3128 (goldenpath.yaml:1).");
        assertThat(rules.obscures(new Answer("proxy", null, "192.0.2.7:3128"))).isPresent();
        assertThat(rules.obscures(new Answer("proxy", null, "203.0.113.7:3128")))
                .isEmpty();
        assertThat(rules.obscures(new Answer("gone", null, "127.0.0.1:80"))).isEmpty();
    }

    @Test
    void loopbackIsAnAddressOfThisMachineAndADocumentedOneIsNot() throws Exception {
        OwnAddresses own = new OwnAddresses();
        assertThat(own.has(InetAddress.getByName("127.0.0.1"))).isTrue();
        assertThat(own.has(InetAddress.getByName("203.0.113.7"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.test:80", "", "127.0.0.1", "[::1"})
    void aPeerIsAnAddressAndNeverLookedUp(String peer) {
        assertThatThrownBy(() -> PeerAddress.addressOf(peer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(peer + " is no address and port");
    }

    private List<Finding> judged(String environment, String url, String peer) {
        Environment loaded = environment(environment);
        return rules(environment)
                .judge(new PeerCall(loaded.service("backend"), URI.create(url), peer, false), redaction);
    }

    private PeerRules rules(String environment) {
        return new PeerRules(
                environment(environment), address -> address.getHostAddress().equals("192.0.2.7"));
    }

    private Environment environment(String content) {
        return new Project(folder)
                .yaml("environments: { staging: { " + content + " } }")
                .load();
    }
}

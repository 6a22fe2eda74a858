package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.client.JsonText;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Phase;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DiscoveryTest {

    @RegisterExtension
    static final KeyServerProcess SERVER = new KeyServerProcess();

    @Test
    void tellsIssuerTokenEndpointAndKeys() {
        try (KeyScene scene = new KeyScene(SERVER.url(), KeyScene.DISCOVERED)) {
            DiscoveryDocument document =
                    Discovery.of(scene.auth(), scene.clients()).document();

            assertThat(document.issuer()).isEqualTo(SERVER.url().toString());
            assertThat(document.token()).isEqualTo(new Endpoint(scene.auth(), "/token"));
            assertThat(document.keys()).isEqualTo(new Endpoint(scene.auth(), "/keys"));
        }
    }

    @Test
    void isFetchedOnceForManyThreadsByACallOfTheLibrarysOwn() throws Exception {
        try (KeyScene scene = new KeyScene(SERVER.url(), KeyScene.DISCOVERED)) {
            SERVER.behave(Map.of("hold", true));
            Discovery discovery = Discovery.of(scene.auth(), scene.clients());

            Crowd<DiscoveryDocument> crowd = Crowd.of(16, discovery::document);
            Crowd.until("15 threads wait for the one that asks", () -> crowd.waiting() == 15);
            SERVER.behave(Map.of());

            assertThat(crowd.results()).hasSize(16).containsOnly(discovery.document());
            assertThat(SERVER.count("discovery")).isEqualTo(1);
            assertThat(scene.recorded()).singleElement().satisfies(evidence -> {
                assertThat(evidence.phase()).isEqualTo(Phase.PROBE);
                assertThat(((HttpExchange) evidence.evidence()).purpose()).isEqualTo("discovery");
                assertThat(((HttpExchange) evidence.evidence()).answered()).isFalse();
            });
        }
    }

    @Test
    void keepsNoFailure() {
        try (KeyScene scene = new KeyScene(SERVER.url(), KeyScene.DISCOVERED)) {
            SERVER.behave(Map.of("discoveryStatus", 503, "discovery", "{\"error\":\"as told\",\"token\":\"abc\"}"));
            Discovery discovery = Discovery.of(scene.auth(), scene.clients());

            assertThatThrownBy(discovery::document)
                    .isInstanceOf(EnvironmentNotReadyException.class)
                    .hasMessage("""
                            Could not get the discovery document of service 'auth'.
                              request:    GET %s/.well-known/openid-configuration → 503
                              answer:     {"error":"as told","token":"***"}
                              problem:    its status is not 200
                              what to do: See whether service 'auth' is well, and whether its tokens.discovery is \
                            right.""".formatted(SERVER.url()));
            SERVER.behave(Map.of());

            assertThat(discovery.document().issuer()).isEqualTo(SERVER.url().toString());
        }
    }

    @Test
    void saysWhatIsWrongWithTheDocument() {
        assertThat(problemWith("<html>")).isEqualTo("not JSON, see line 1, column 1");
        assertThat(problemWith("{}")).isEqualTo("it has no issuer");
        assertThat(problemWith("{\"issuer\":\"auth\"}")).isEqualTo("its issuer is no http or https url");
        assertThat(problemWith("{\"issuer\":\"https://a\"}")).isEqualTo("it has no token_endpoint");
        assertThat(problemWith("{\"issuer\":\"https://a\",\"token_endpoint\":\"/token\"}"))
                .isEqualTo("its token_endpoint is no http or https url");
    }

    private static String problemWith(String document) {
        SERVER.behave(Map.of("discovery", document));
        try (KeyScene scene = new KeyScene(SERVER.url(), KeyScene.DISCOVERED)) {
            Discovery.of(scene.auth(), scene.clients()).document();
            return "none";
        } catch (EnvironmentNotReadyException e) {
            return e.facts().get(2).value();
        }
    }

    @Test
    void callsWhicheverDeclaredServiceItNames() {
        ServiceEndpoint realm = KeyScene.service("realm", URI.create("https://keys.example.com/realms/one"), null);
        ServiceEndpoint keys = KeyScene.service("keys", URI.create("https://keys.example.com:443"), null);
        SERVER.behave(Map.of(
                "discovery",
                JsonText.write(Map.of(
                        "issuer",
                        "https://keys.example.com",
                        "token_endpoint",
                        "HTTPS://Keys.example.com/realms/one/token?tenant=a%20b",
                        "jwks_uri",
                        "https://keys.example.com/realms/oneself"))));
        try (KeyScene scene = new KeyScene(SERVER.url(), KeyScene.DISCOVERED, keys, realm)) {
            DiscoveryDocument document =
                    Discovery.of(scene.auth(), scene.clients()).document();

            assertThat(document.token()).isEqualTo(new Endpoint(realm, "/token?tenant=a%20b"));
            assertThat(document.keys()).isEqualTo(new Endpoint(keys, "/realms/oneself"));
        }
    }

    @Test
    void callsNobodyUndeclared() {
        SERVER.behave(Map.of(
                "discovery", "{\"issuer\":\"https://a\",\"token_endpoint\":\"https://sso.example.com:8443/token\"}"));
        try (KeyScene scene = new KeyScene(SERVER.url(), KeyScene.DISCOVERED)) {
            DiscoveryDocument document =
                    Discovery.of(scene.auth(), scene.clients()).document();

            assertThat(document.keys()).isNull();
            assertThatThrownBy(document::token)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("""
                            Service 'auth' sends the library to where no service is declared.
                              1. goldenpath.yaml:4  its discovery document names https://sso.example.com:8443/token \
                            as token_endpoint. Declare a service under environments.local.services in \
                            goldenpath.yaml whose url is https://sso.example.com:8443, or correct what the document \
                            says.""");
        }
    }

    @Test
    void isDeclaredOrSaysHowTo() {
        try (KeyScene scene = new KeyScene(SERVER.url(), KeyScene.KEYS)) {
            assertThatThrownBy(() -> Discovery.of(scene.auth(), scene.clients()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("Service 'auth' (goldenpath.yaml:4) declares no discovery. Add the path of its "
                            + "discovery document as services.auth.tokens.discovery in goldenpath.yaml.");
        }
    }
}

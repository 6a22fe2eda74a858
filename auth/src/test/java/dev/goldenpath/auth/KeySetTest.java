package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeySetTest {

    @RegisterExtension
    static final KeyServerProcess SERVER = new KeyServerProcess();

    @Test
    void isFetchedOnceByACallOfTheLibrarysOwn() {
        SERVER.sign("ES256", "k1", Map.of());
        try (KeyScene scene = new KeyScene(SERVER.url(), KeyScene.KEYS)) {
            KeySet keys = KeySet.of(scene.auth(), scene.clients(), null);

            assertThat(keys.named("k1")).extracting(JWK::getKeyID).containsExactly("k1");
            assertThat(keys.all()).hasSize(1);

            assertThat(SERVER.count("keys")).isEqualTo(1);
            assertThat(scene.recorded())
                    .singleElement()
                    .matches(evidence -> "keys".equals(((HttpExchange) evidence.evidence()).purpose()));
        }
    }

    @Test
    void isWhereDiscoverySays() {
        SERVER.sign("ES256", "k1", Map.of());
        try (KeyScene scene = new KeyScene(SERVER.url(), KeyScene.DISCOVERED)) {
            KeySet keys = KeySet.of(scene.auth(), scene.clients(), Discovery.of(scene.auth(), scene.clients()));

            assertThat(keys.named("k1")).hasSize(1);
            assertThat(keys.named("k1")).hasSize(1);

            assertThat(SERVER.count("discovery")).isEqualTo(1);
            assertThat(SERVER.count("keys")).isEqualTo(1);
        }
    }

    @Test
    void followsARotation() {
        SERVER.sign("ES256", "k1", Map.of());
        try (KeyScene scene = new KeyScene(SERVER.url(), KeyScene.KEYS)) {
            KeySet keys = KeySet.of(scene.auth(), scene.clients(), null);
            assertThat(keys.named("k1")).hasSize(1);

            SERVER.rotate();
            SERVER.sign("ES256", "k2", Map.of());

            assertThat(keys.named("k2")).hasSize(1);
            assertThat(keys.all()).extracting(JWK::getKeyID).containsExactly("k2");
            assertThat(SERVER.count("keys")).isEqualTo(2);
        }
    }

    @Test
    void sixteenThreadsWithAnUnknownKidShareAFetchAndOneMoreForThoseWhoCameWhileItRan() throws Exception {
        SERVER.sign("ES256", "k1", Map.of());
        try (KeyScene scene = new KeyScene(SERVER.url(), KeyScene.KEYS)) {
            KeySet keys = KeySet.of(scene.auth(), scene.clients(), null);
            keys.all();
            SERVER.behave(Map.of("hold", true));

            Crowd<List<JWK>> crowd = Crowd.of(16, () -> keys.named("nobody's"));
            Crowd.until("15 threads wait for the one that asks", () -> crowd.waiting() == 15);
            SERVER.behave(Map.of());

            assertThat(crowd.results()).hasSize(16).containsOnly(List.of());
            assertThat(SERVER.count("keys")).isBetween(2, 3);
        }
    }

    @Test
    void unknownKidsAreAskedForAtMostOnceASecond() {
        SERVER.sign("ES256", "k1", Map.of());
        try (KeyScene scene = new KeyScene(SERVER.url(), KeyScene.KEYS)) {
            KeySet keys = KeySet.of(scene.auth(), scene.clients(), null);

            for (int i = 0; i < 4; i++) {
                assertThat(keys.named("unknown-" + i)).isEmpty();
            }

            // The first of all, one at once, and two more, each of which has waited for its second.
            List<Long> begun = scene.recorded().stream()
                    .map(evidence -> evidence.offset().toNanos())
                    .toList();
            assertThat(begun).hasSize(4);
            assertThat(begun.get(3) - begun.get(1)).isGreaterThan(1_999_000_000L);
        }
    }

    @Test
    void saysWhatTheServiceAnsweredInstead() {
        SERVER.behave(Map.of("keysStatus", 404, "keys", "{\"error\":\"no such page\"}"));
        try (KeyScene scene = new KeyScene(SERVER.url(), KeyScene.KEYS)) {
            KeySet keys = KeySet.of(scene.auth(), scene.clients(), null);

            assertThatThrownBy(keys::all)
                    .isInstanceOf(EnvironmentNotReadyException.class)
                    .hasMessage("""
                            Could not get the keys of service 'auth'.
                              request:    GET %s/keys → 404
                              answer:     {"error":"no such page"}
                              problem:    its status is not 200
                              what to do: See whether service 'auth' is well, and whether its tokens.keys is right.\
                            """.formatted(SERVER.url()));
            SERVER.behave(Map.of("keys", "<html>"));
            assertThatThrownBy(keys::all).hasMessageContaining("problem:    not JSON, see line 1, column 1\n");
            SERVER.behave(Map.of("keys", "{\"secrets\":[]}"));
            assertThatThrownBy(keys::all).hasMessageContaining("problem:    it is no JSON Web Key Set\n");
            SERVER.behave(Map.of("keys", "{\"keys\":[]}"));
            assertThatThrownBy(keys::all).hasMessageContaining("problem:    there is no key in it\n");
            SERVER.behave(Map.of("keys", "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"half\"}]}"));
            assertThatThrownBy(keys::all).hasMessageContaining("problem:    it is no JSON Web Key Set\n");
            SERVER.behave(Map.of());
            SERVER.sign("ES256", "k1", Map.of());
            assertThat(keys.all()).hasSize(1);
        }
    }

    @Test
    void saysWhereNobodyAnswers() throws IOException {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
        try (KeyScene scene = new KeyScene(nobody, KeyScene.KEYS)) {
            assertThatThrownBy(KeySet.of(scene.auth(), scene.clients(), null)::all)
                    .isInstanceOf(EnvironmentNotReadyException.class)
                    .message()
                    .startsWith("Could not get the keys of service 'auth'.\n  call:       GET " + nobody
                            + "/keys: connection refused.\n")
                    .endsWith("\n  what to do: See whether service 'auth' is well, and whether its tokens.keys is "
                            + "right.");
        }
    }

    @Test
    void isDeclaredOrSaysHowTo() {
        try (KeyScene scene = new KeyScene(SERVER.url(), null)) {
            assertThatThrownBy(() -> KeySet.of(scene.auth(), scene.clients(), null))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("Service 'auth' (goldenpath.yaml:4) does not say where its keys are. Add the path of "
                            + "its JSON Web Key Set as services.auth.tokens.keys in goldenpath.yaml, or that of its "
                            + "discovery document as tokens.discovery.");
        }
    }

    @Test
    void isLookedForInVainInADiscoveryDocumentWithoutThem() {
        SERVER.behave(Map.of("discovery", "{\"issuer\":\"https://a\",\"token_endpoint\":\"https://a/token\"}"));
        try (KeyScene scene = new KeyScene(SERVER.url(), KeyScene.DISCOVERED)) {
            KeySet keys = KeySet.of(scene.auth(), scene.clients(), Discovery.of(scene.auth(), scene.clients()));

            assertThatThrownBy(keys::all)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("The discovery document of service 'auth' (goldenpath.yaml:4) names no jwks_uri. Add "
                            + "the path of its JSON Web Key Set as services.auth.tokens.keys in goldenpath.yaml.");
        }
    }

    @Test
    void skipsKeysOfUnknownKinds() {
        SERVER.behave(Map.of(
                "keys",
                "{\"keys\":[{\"kty\":\"PQC\",\"kid\":\"new\"},{\"kty\":\"OKP\",\"crv\":\"Ed25519\","
                        + "\"kid\":\"known\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}]}"));
        try (KeyScene scene = new KeyScene(SERVER.url(), KeyScene.KEYS)) {
            assertThat(KeySet.of(scene.auth(), scene.clients(), null).all())
                    .extracting(JWK::getKeyID)
                    .containsExactly("known");
        }
    }
}

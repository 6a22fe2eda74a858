package dev.goldenpath.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.goldenpath.client.JsonText;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * A running Keycloak with the realm {@code golden-path} of {@code keycloak/golden-path-realm.json}, asked with the JDK's
 * own client. Made by {@link KeycloakExtension}, one for all test classes of a JVM. Threads may share it.
 */
final class Keycloak implements CloseableResource, AutoCloseable {
    static final String REALM = "golden-path";
    /** A confidential client with a service account; its tokens have the scope {@code chat} unasked. */
    static final String ROBOT = "robot";

    static final String ROBOT_SECRET = "robot-secret";
    /** A public client that may log users in with their passwords; its tokens have the scope {@code chat} when asked. */
    static final String WEB = "web";

    static final String ALICE = "alice";
    static final String ALICE_PASSWORD = "alice-password";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final KeycloakProcess process;
    private final URI url;

    Keycloak(KeycloakProcess process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** The base URL, such as {@code http://127.0.0.1:41501}. */
    URI url() {
        return url;
    }

    /** The realm's issuer as its tokens and its discovery document name it when asked at {@link #url()}. */
    URI issuer() {
        return url.resolve("/realms/" + REALM);
    }

    /** Where a grant is asked for. */
    URI tokenEndpoint() {
        return url.resolve("/realms/" + REALM + "/protocol/openid-connect/token");
    }

    List<ProcessHandle> processes() {
        return process.processes();
    }

    HttpResponse<String> get(URI target) {
        return send(HttpRequest.newBuilder(target));
    }

    /** Posts these fields as a form. */
    HttpResponse<String> post(URI target, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /**
     * Gives the realm a new RSA key, which signs every token from now on. Keys from before stay published, so that tokens
     * they signed remain good.
     *
     * @return the {@code kid} that signs now
     */
    String rotateKeys() {
        String before = signingKey();
        // The key of the highest priority signs.
        Map<String, Object> key = Map.of(
                "name",
                "rotated-" + UUID.randomUUID(),
                "providerId",
                "rsa-generated",
                "providerType",
                "org.keycloak.keys.KeyProvider",
                "parentId",
                REALM,
                "config",
                Map.of("priority", List.of(Long.toString(System.currentTimeMillis()))));
        HttpResponse<String> made = send(asAdmin("/components")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonText.write(key))));
        String now = signingKey();
        if (made.statusCode() != 201 || now.equals(before)) {
            throw new IllegalStateException(
                    "Keycloak did not rotate its keys: " + made.statusCode() + " " + made.body());
        }
        return now;
    }

    /** The {@code kid} of the key that signs tokens now. */
    String signingKey() {
        return JsonText.parse(send(asAdmin("/keys")).body())
                .at("/active/RS256", String.class)
                .orElseThrow();
    }

    private HttpRequest.Builder asAdmin(String path) {
        HttpResponse<String> login = post(
                url.resolve("/realms/master/protocol/openid-connect/token"),
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        KeycloakProcess.ADMIN,
                        "password",
                        KeycloakProcess.ADMIN_PASSWORD));
        String token =
                JsonText.parse(login.body()).at("/access_token", String.class).orElseThrow();
        return HttpRequest.newBuilder(url.resolve("/admin/realms/" + REALM + path))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Keycloak was asked", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    @Override
    public void close() {
        process.close();
    }
}

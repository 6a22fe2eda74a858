package dev.goldenpath.example.stack.backend;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import dev.goldenpath.example.stack.token.KeysUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;

/** The auth service's public keys as anybody gets to see them, asked for anew each time. Thread-safe. */
final class PublishedKeys {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final HttpRequest request;

    PublishedKeys(URI address) {
        this.request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
    }

    /**
     * A set of keys.
     *
     * @param text as it was served
     * @param keys what it says
     */
    record Served(String text, List<ECKey> keys) {
        boolean names(String id) {
            return keys.stream().anyMatch(key -> id.equals(key.getKeyID()));
        }
    }

    Served fetch() {
        try {
            String text =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return new Served(
                    text,
                    JWKSet.parse(text).getKeys().stream()
                            .filter(ECKey.class::isInstance)
                            .map(ECKey.class::cast)
                            .toList());
        } catch (IOException | ParseException e) {
            throw new KeysUnavailableException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeysUnavailableException(e);
        }
    }
}

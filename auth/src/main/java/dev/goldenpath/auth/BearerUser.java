package dev.goldenpath.auth;

import dev.goldenpath.client.RequestAuthorizer;
import java.util.Map;
import java.util.Optional;

/** A user whose calls carry a bearer token. Thread-safe. */
final class BearerUser implements RequestAuthorizer {
    private final String name;
    private final SharedToken token;

    BearerUser(String name, SharedToken token) {
        this.name = name;
        this.token = token;
    }

    @Override
    public String user() {
        return name;
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("Authorization", "Bearer " + token.get().value());
    }

    @Override
    public Optional<String> token() {
        return Optional.of(token.get().value());
    }

    @Override
    public String toString() {
        return name;
    }
}

package dev.goldenpath.benchmarks.frame;

import dev.goldenpath.client.RequestAuthorizer;
import java.util.Map;
import java.util.Optional;

/**
 * A user with a bearer token that nobody has to ask for.
 *
 * @param user the name as declared
 * @param bare the token
 */
record Bearer(String user, String bare) implements RequestAuthorizer {
    @Override
    public Map<String, String> headers() {
        return Map.of("Authorization", "Bearer " + bare);
    }

    @Override
    public Optional<String> token() {
        return Optional.of(bare);
    }
}

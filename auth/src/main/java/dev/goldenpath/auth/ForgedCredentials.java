package dev.goldenpath.auth;

import dev.goldenpath.client.RequestAuthorizer;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Credentials that nobody was given. Immutable.
 *
 * @param user words for them
 * @param bare the token; {@code null} where they have none
 */
record ForgedCredentials(
        String user,
        Map<String, String> headers,
        Map<String, String> parameters,
        @Nullable String bare) implements RequestAuthorizer {

    ForgedCredentials {
        headers = Map.copyOf(headers);
        parameters = Map.copyOf(parameters);
    }

    @Override
    public Optional<String> token() {
        return Optional.ofNullable(bare);
    }

    @Override
    public boolean isOfNobody() {
        return true;
    }

    /** The words alone: the rest is what a service may take for real. */
    @Override
    public String toString() {
        return user;
    }
}

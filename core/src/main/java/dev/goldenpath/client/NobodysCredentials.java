package dev.goldenpath.client;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Credentials that no user was given: {@code user} is words for them. Immutable. */
record NobodysCredentials(
        String user, Map<String, String> headers, @Nullable String bare) implements RequestAuthorizer {

    NobodysCredentials {
        headers = Map.copyOf(headers);
    }

    @Override
    public Set<String> ownHeaders() {
        return headers.keySet();
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

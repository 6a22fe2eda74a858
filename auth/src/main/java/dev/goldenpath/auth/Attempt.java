package dev.goldenpath.auth;

import dev.goldenpath.client.RequestAuthorizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One set of bad credentials.
 *
 * @param words what they are, such as {@code an expired token}
 * @param credentials {@code null} for none
 * @param secrets what in them must not come back
 */
record Attempt(String words, @Nullable RequestAuthorizer credentials, List<String> secrets) {

    /** Forged ones. */
    static Attempt of(ForgedCredentials forged, String secret) {
        return new Attempt(forged.user(), forged, List.of(secret));
    }

    /** The words alone. */
    @Override
    public String toString() {
        return words;
    }
}

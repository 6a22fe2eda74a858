package dev.goldenpath.example.stack.auth;

import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program that asks for tokens.
 *
 * @param id its name
 * @param secret what only it knows, or null for a public client, which has none
 * @param grants what it may ask by
 * @param account the user it is itself, or null if it only ever acts for others
 */
record OAuthClient(
        String id,
        @Nullable String secret,
        Set<String> grants,
        @Nullable User account) {
    static final String CLIENT_CREDENTIALS = "client_credentials";
    static final String PASSWORD = "password";
    static final String REFRESH_TOKEN = "refresh_token";

    /** Whether it shows the right secret, or shows none and has none. */
    boolean provesItselfBy(String shown) {
        return secret == null
                ? shown.isEmpty()
                : MessageDigest.isEqual(OpaqueToken.digest(secret), OpaqueToken.digest(shown));
    }

    @Override
    public String toString() {
        return id;
    }
}

package dev.goldenpath.example.stack.auth;

import org.jspecify.annotations.Nullable;

/**
 * What tokens are issued for.
 *
 * @param user whose they are
 * @param clientId which client has them, or null after a plain login
 * @param scope the words that were asked for, or null if none were
 */
record Grant(User user, @Nullable String clientId, @Nullable String scope) {
    static Grant ofLogin(User user) {
        return new Grant(user, null, null);
    }

    Grant withScope(@Nullable String other) {
        return new Grant(user, clientId, other);
    }
}

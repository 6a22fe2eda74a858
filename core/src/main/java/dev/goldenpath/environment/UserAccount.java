package dev.goldenpath.environment;

import org.jspecify.annotations.Nullable;

/**
 * One declared test user.
 *
 * @param name the name tests use
 * @param service the service it logs in to
 * @param grant how it gets its token, for example {@code login}
 * @param username what the service knows it by
 * @param password its password
 * @param identity what the service's {@code identity} says of it; absent where that is its name, its user name or the
 *     subject of its token
 * @param origin where it was declared
 * @since 0.1.0
 */
public record UserAccount(
        String name,
        String service,
        String grant,
        String username,
        Secret password,
        @Nullable String identity,
        Origin origin) {}

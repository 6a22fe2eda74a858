package dev.goldenpath.environment;

import org.jspecify.annotations.Nullable;

/**
 * The JSON shape of a service's login. All fields but the paths and the cookie are JSON Pointers.
 *
 * @param path where the login is posted
 * @param username where the user name goes in the request
 * @param password where the password goes in the request
 * @param token where the access token stands in the response; absent where a login gives none
 * @param refresh where the refresh token stands, in the response and in a refresh request; absent where there is none
 * @param refreshPath where a refresh is posted, absent where an expiring token is replaced by a new login
 * @param cookie name of the cookie that makes calls the user's; absent where a login sets none
 * @since 0.1.0
 */
public record LoginEndpoint(
        String path,
        String username,
        String password,
        @Nullable String token,
        @Nullable String refresh,
        @Nullable String refreshPath,
        @Nullable String cookie) {}

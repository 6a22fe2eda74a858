package dev.goldenpath.environment;

import org.jspecify.annotations.Nullable;

/**
 * The JSON shape of a service's login. All fields but the paths are JSON Pointers.
 *
 * @param path where the login is posted
 * @param username where the user name goes in the request
 * @param password where the password goes in the request
 * @param token where the access token stands in the response
 * @param refresh where the refresh token stands, in the response and in a refresh request; absent where there is none
 * @param refreshPath where a refresh is posted, absent where an expiring token is replaced by a new login
 * @since 0.1.0
 */
public record LoginEndpoint(
        String path,
        String username,
        String password,
        String token,
        @Nullable String refresh,
        @Nullable String refreshPath) {}

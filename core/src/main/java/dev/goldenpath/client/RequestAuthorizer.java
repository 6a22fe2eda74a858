package dev.goldenpath.client;

import java.util.Map;
import java.util.Optional;

/**
 * What makes a call the call of one test user. Thread-safe.
 *
 * @since 0.1.0
 */
public interface RequestAuthorizer {

    /** The test user's name as declared. */
    String user();

    /**
     * The headers to send with the next call, by name; may log in, or refresh, first.
     *
     * @throws dev.goldenpath.environment.EnvironmentNotReadyException when the service that issues the token refuses or
     *     cannot be reached
     * @throws dev.goldenpath.environment.ConfigurationException when the issuer's answer is not as declared
     */
    Map<String, String> headers();

    /**
     * The query parameters to send with the next call, by name, not yet encoded; may log in first.
     *
     * @throws dev.goldenpath.environment.EnvironmentNotReadyException as {@link #headers()}
     */
    default Map<String, String> parameters() {
        return Map.of();
    }

    /**
     * The bare token, where this user has one; may log in, or refresh, first.
     *
     * @throws dev.goldenpath.environment.EnvironmentNotReadyException as {@link #headers()}
     */
    Optional<String> token();

    /**
     * Whether nobody has issued to this run what the calls carry, so that it may have been refused for long: a service
     * that says who its caller is, is asked before a test's first call.
     */
    default boolean unproven() {
        return false;
    }
}

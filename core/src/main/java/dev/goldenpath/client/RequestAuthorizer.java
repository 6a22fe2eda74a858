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
     * @throws ServiceCallException when the service that issues the token refuses or cannot be reached
     */
    Map<String, String> headers();

    /**
     * The bare token, where this user has one; may log in, or refresh, first.
     *
     * @throws ServiceCallException as {@link #headers()}
     */
    Optional<String> token();
}

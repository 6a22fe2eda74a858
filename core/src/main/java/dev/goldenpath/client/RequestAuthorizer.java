package dev.goldenpath.client;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What makes a call the call of one test user, or of nobody: credentials that a service has to refuse. Thread-safe.
 *
 * @since 0.1.0
 */
public interface RequestAuthorizer {

    /** The test user's name as declared; of nobody's credentials, words for them, such as {@code an expired token}. */
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
     * Of these headers, those that may have been renewed since, as they are now; makes no call, and waits for nobody. A
     * call that had to wait for a connection goes out with them.
     */
    default Map<String, String> headersAtHand() {
        return Map.of();
    }

    /**
     * The query parameters to send with the next call, by name, not yet encoded; may log in first.
     *
     * @throws dev.goldenpath.environment.EnvironmentNotReadyException as {@link #headers()}
     */
    default Map<String, String> parameters() {
        return Map.of();
    }

    /**
     * The names of all headers that {@link #headers()} may fill, which a test can't set itself. Makes no call.
     *
     * @return {@code Authorization} alone, unless overridden; names in any case
     */
    default Set<String> ownHeaders() {
        return Set.of("Authorization");
    }

    /** As {@link #ownHeaders()}, of {@link #parameters()}; none, unless overridden. */
    default Set<String> ownParameters() {
        return Set.of();
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

    /** Whether these are credentials of no declared user, such as a forged token; evidence then names no user. */
    default boolean isOfNobody() {
        return false;
    }

    /**
     * Credentials of nobody.
     *
     * @param words what they are, for messages: {@code an expired token}
     * @param headers to send, by name
     * @param token the bare one; {@code null} for none, and then they can't go where a service wants a token elsewhere
     *     than in a header
     */
    static RequestAuthorizer ofNobody(String words, Map<String, String> headers, @Nullable String token) {
        return new NobodysCredentials(words, headers, token);
    }
}

package dev.goldenpath.client;

import dev.goldenpath.environment.UserAccount;
import java.util.Set;

/**
 * Makes declared test users able to call. Found with {@link java.util.ServiceLoader}; one instance serves all tests of
 * an environment, from many threads, and is closed after the last.
 *
 * @since 0.1.0
 */
public interface UserProvider extends AutoCloseable {

    /** Whether this provider knows the grant, for example {@code login}. */
    boolean knows(String grant);

    /** The words of the grants it knows, for messages; none, unless overridden. */
    default Set<String> grants() {
        return Set.of();
    }

    /**
     * The authorizer of a user whose grant it knows. Makes no call: the first call made with it logs in.
     *
     * @param clients for the calls the provider makes itself
     */
    RequestAuthorizer authorizer(UserAccount user, Clients clients);

    /** Releases what the users share. */
    @Override
    void close();
}

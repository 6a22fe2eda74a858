package dev.goldenpath.client;

/**
 * Lets a test call a service as a user, or does not. Thread-safe.
 *
 * @since 0.1.0
 */
public interface UserAdmission {
    /** Lets every test. */
    UserAdmission OPEN = (service, user) -> {};

    /**
     * Returns where calls as the user may be made.
     *
     * @param service name of a declared service
     * @param user name of a declared user
     * @throws dev.goldenpath.environment.EnvironmentNotReadyException where the service refuses them all
     */
    void require(String service, String user);
}

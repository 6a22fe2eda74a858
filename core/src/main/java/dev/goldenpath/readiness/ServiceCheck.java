package dev.goldenpath.readiness;

/**
 * One question to a service, asked again and again.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ServiceCheck {

    /**
     * Asks once. Called on any thread, and by one at a time; should end within some seconds, and need not mind secrets in
     * its words that the configuration holds.
     *
     * @throws dev.goldenpath.client.ServiceCallException when no answer arrived: the service is unreachable
     */
    Sight look();
}

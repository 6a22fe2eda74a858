package dev.goldenpath.environment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Test users of which each may be held by one test at a time. Immutable.
 *
 * @param name the name tests use
 * @param users the names of declared users, at least one and each once, in the order of the file
 * @param patience how long to wait for one of them that is free; zero to look once
 * @param expiry how long a holder may give no sign of life before another may take its user, at least a second
 * @param folder what all who share the users share: who holds which stands there; it need not exist yet
 * @param origin where it was declared
 * @since 0.1.0
 */
public record UserPool(
        String name, List<String> users, Duration patience, Duration expiry, Path folder, Origin origin) {

    /** Copies the names. */
    public UserPool {
        users = List.copyOf(users);
    }
}

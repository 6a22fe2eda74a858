package dev.goldenpath.jupiter;

import dev.goldenpath.environment.ConfigurationException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/**
 * Tells {@link ShardFilter} which shard the tests are for that are being discovered, for no filter is shown the settings
 * that a launcher was given. Found by JUnit with {@link java.util.ServiceLoader}. Not for use in code.
 *
 * @since 0.1.0
 */
public final class ShardDiscoveryListener implements LauncherDiscoveryListener {
    /** A discovery is one thread's from its begin to its end, and may hold another one. */
    private static final ThreadLocal<Deque<Optional<ShardChoice>>> CHOICES = ThreadLocal.withInitial(ArrayDeque::new);

    @Override
    public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
        CHOICES.get().push(read(request));
    }

    @Override
    public void launcherDiscoveryFinished(LauncherDiscoveryRequest request) {
        Deque<Optional<ShardChoice>> choices = CHOICES.get();
        choices.poll();
        if (choices.isEmpty()) {
            CHOICES.remove();
        }
    }

    /** The shard of what this thread discovers now; empty where all tests are to run. */
    static Optional<ShardChoice> choice() {
        return Optional.ofNullable(CHOICES.get().peek()).flatMap(choice -> choice);
    }

    private static Optional<ShardChoice> read(LauncherDiscoveryRequest request) {
        try {
            return ShardChoice.read(RunSettings.properties(request.getConfigurationParameters()), System.getenv());
        } catch (ConfigurationException e) {
            // All tests are discovered, and each of them tells it: the run can't be opened with such settings either.
            return Optional.empty();
        }
    }
}

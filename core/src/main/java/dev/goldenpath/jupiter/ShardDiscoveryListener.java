package dev.goldenpath.jupiter;

import dev.goldenpath.environment.ConfigurationException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;
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
    private static final ThreadLocal<Deque<Discovery>> DISCOVERIES = ThreadLocal.withInitial(ArrayDeque::new);

    /**
     * What is being discovered.
     *
     * @param parameters what the launcher was given
     * @param choice the shard that it is for, absent where all tests are to run
     */
    record Discovery(
            ConfigurationParameters parameters, @Nullable ShardChoice choice) {}

    @Override
    public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
        ConfigurationParameters parameters = request.getConfigurationParameters();
        DISCOVERIES.get().push(new Discovery(parameters, choice(parameters)));
    }

    @Override
    public void launcherDiscoveryFinished(LauncherDiscoveryRequest request) {
        Deque<Discovery> discoveries = DISCOVERIES.get();
        discoveries.poll();
        if (discoveries.isEmpty()) {
            DISCOVERIES.remove();
        }
    }

    /** What this thread discovers now. */
    static Optional<Discovery> current() {
        return Optional.ofNullable(DISCOVERIES.get().peek());
    }

    private static @Nullable ShardChoice choice(ConfigurationParameters parameters) {
        try {
            return ShardChoice.read(RunSettings.properties(parameters), System.getenv())
                    .orElse(null);
        } catch (ConfigurationException e) {
            // All tests are discovered, and each of them tells it: the run can't be opened with such settings either.
            return null;
        }
    }
}

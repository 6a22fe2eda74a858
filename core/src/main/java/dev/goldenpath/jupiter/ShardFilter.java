package dev.goldenpath.jupiter;

import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Leaves to other shards the golden-path tests that are theirs: all of a top-level class, with the classes nested in it,
 * or none. Other tests it lets pass. Found by JUnit with {@link java.util.ServiceLoader}. Not for use in code.
 *
 * @since 0.1.0
 */
public final class ShardFilter implements PostDiscoveryFilter {

    /** Asked for every test and container; JUnit removes an excluded container only when nothing is left in it. */
    @Override
    public FilterResult apply(TestDescriptor descriptor) {
        Optional<ShardDiscoveryListener.Discovery> discovery = ShardDiscoveryListener.current();
        ShardChoice choice =
                discovery.map(ShardDiscoveryListener.Discovery::choice).orElse(null);
        List<Class<?>> classes = choice == null ? List.of() : TestClasses.of(descriptor);
        if (choice == null || !TestClasses.areGoldenPath(classes)) {
            return FilterResult.included("is of no shard");
        }
        if (choice.leavesOut(descriptor.getUniqueId().toString())) {
            RunSession.leftToOthers().left(discovery.orElseThrow().parameters(), classes.get(0));
            return FilterResult.excluded("is not in shard " + choice.shard());
        }
        RunSession.leftToOthers().kept();
        return FilterResult.included("is in shard " + choice.shard());
    }
}

package dev.goldenpath.jupiter;

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
        String test = descriptor.getUniqueId().toString();
        return ShardDiscoveryListener.choice()
                .filter(choice -> choice.leavesOut(test) && TestClasses.areGoldenPath(TestClasses.of(descriptor)))
                .map(choice -> {
                    RunSession.leftToOthers();
                    return FilterResult.excluded("is not in shard " + choice.shard());
                })
                .orElseGet(() -> FilterResult.included("is in this shard, or in none"));
    }
}

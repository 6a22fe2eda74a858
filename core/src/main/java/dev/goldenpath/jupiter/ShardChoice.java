package dev.goldenpath.jupiter;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Shard;
import dev.goldenpath.runlog.PlannedTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The shard that the tests of this JVM are for.
 *
 * @param split of which it is one
 */
record ShardChoice(Shard shard, ShardSplit split) {

    /**
     * The one that the settings say, of a split by the history that they tell; empty where they say none.
     *
     * @throws ConfigurationException when they can't be used
     */
    static Optional<ShardChoice> read(Map<String, String> properties, Map<String, String> variables) {
        return Shard.read(properties, variables)
                .map(shard -> new ShardChoice(
                        shard, ShardSplit.into(shard.total(), ClassDurations.known(properties, variables))));
    }

    /** Whether the test with this unique id, or the container, runs elsewhere. */
    boolean leavesOut(String test) {
        return PlannedTest.topLevelClassOf(test)
                .filter(name -> !split.isIn(shard, name))
                .isPresent();
    }

    /**
     * Checks what is left of a plan, for a launcher may be told not to ask filters.
     *
     * @throws ConfigurationException when a test of another shard is among it
     */
    void check(Stream<PlannedTest> planned) {
        planned.map(PlannedTest::test)
                .filter(this::leavesOut)
                .flatMap(test -> PlannedTest.topLevelClassOf(test).stream())
                .findFirst()
                .ifPresent(name -> {
                    throw new ConfigurationException(
                            "goldenpath.shard is " + shard + ", and " + name + " is to run in shard "
                                    + split.shardOf(name) + "/" + shard.total()
                                    + ". The launcher that runs these tests has not asked the filter of shards: let it"
                                    + " find its filters and discovery listeners by itself.",
                            List.of());
                });
    }
}

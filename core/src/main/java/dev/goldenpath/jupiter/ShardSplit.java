package dev.goldenpath.jupiter;

import dev.goldenpath.environment.Shard;
import dev.goldenpath.evidence.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which test class runs in which shard. It depends on the class's name, the number of shards and the known durations
 * alone, and not on which other classes there are: each JVM of a build may see only one of them. So every class is in
 * exactly one shard, as long as all shards know the same durations. Immutable.
 */
final class ShardSplit {
    private static final String BY_NAME = "names";

    private final int total;
    private final String basis;
    private final Map<String, Integer> known;

    private ShardSplit(int total, String basis, Map<String, Integer> known) {
        this.total = total;
        this.basis = basis;
        this.known = known;
    }

    /**
     * The split into so many shards: the longest class first, each to the shard that has least to do so far; one of which
     * nothing is known by its name.
     *
     * @param durations how long classes typically take, by name
     */
    static ShardSplit into(int total, Map<String, Duration> durations) {
        if (durations.isEmpty()) {
            return new ShardSplit(total, BY_NAME, Map.of());
        }
        Map<String, Long> nanos = new TreeMap<>();
        // One that takes no time at all, as far as is known, still takes its turn.
        durations.forEach((name, took) -> nanos.put(name, Math.max(1, took.toNanos())));
        return new ShardSplit(total, basis(nanos), longestFirst(total, nanos));
    }

    /** What it rests on: the same for all shards of a run, or some of their tests ran twice and others never. */
    String basis() {
        return basis;
    }

    /** Whether the class with this name runs in {@code shard}, which is one of this split. */
    boolean isIn(Shard shard, String name) {
        return shardOf(name) == shard.index();
    }

    /** The number of its shard, from 1. */
    int shardOf(String name) {
        return known.containsKey(name) ? known.getOrDefault(name, 1) : byName(name);
    }

    private int byName(String name) {
        byte[] digest = Sha256.digest().digest(name.getBytes(StandardCharsets.UTF_8));
        return (int) Long.remainderUnsigned(ByteBuffer.wrap(digest).getLong(), total) + 1;
    }

    private static Map<String, Integer> longestFirst(int total, Map<String, Long> nanos) {
        List<String> names = nanos.keySet().stream()
                .sorted(Comparator.comparing((String name) -> -nanos.getOrDefault(name, 0L))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        long[] loads = new long[total];
        Map<String, Integer> shards = new HashMap<>();
        for (String name : names) {
            int least = 0;
            for (int shard = 1; shard < total; shard++) {
                least = loads[shard] < loads[least] ? shard : least;
            }
            loads[least] += nanos.getOrDefault(name, 0L);
            shards.put(name, least + 1);
        }
        return shards;
    }

    private static String basis(Map<String, Long> nanos) {
        MessageDigest digest = Sha256.digest();
        nanos.forEach((name, took) -> digest.update((name + " " + took + "\n").getBytes(StandardCharsets.UTF_8)));
        return "durations " + Sha256.hex(digest);
    }
}

package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.Shard;
import dev.goldenpath.history.History;
import dev.goldenpath.history.HistoryRun;
import dev.goldenpath.history.KeptTest;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardSplitTest {
    private static final int SETS = 12;
    private static final int MOST_SHARDS = 20;

    @Test
    void everyClassIsInOneShardWhateverIsKnown() {
        Random random = new Random(10);
        for (int set = 0; set < SETS; set++) {
            List<String> names = names(random, 1 + random.nextInt(60));
            Map<String, Duration> known = durations(random, names, set % 4);
            for (int total = 1; total <= MOST_SHARDS; total++) {
                Map<String, Integer> runs = new HashMap<>();
                for (int index = 1; index <= total; index++) {
                    // Each machine has a split of its own, and reads what is known in an order of its own.
                    ShardSplit split = ShardSplit.into(total, shuffled(known, random));
                    Shard shard = new Shard(index, total);
                    names.stream()
                            .filter(name -> split.isIn(shard, name))
                            .forEach(name -> runs.merge(name, 1, Integer::sum));
                }
                assertThat(runs.keySet()).isEqualTo(new HashSet<>(names));
                assertThat(runs.values()).containsOnly(1);
            }
        }
    }

    /** What the longest-first rule promises: at most 4/3 of the best there is. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noShardHasMoreThanFourThirdsOfTheLeastThatTheBusiestCanHave(long seed) {
        Random random = new Random(seed);
        for (int set = 0; set < SETS; set++) {
            int total = 2 + random.nextInt(2);
            List<String> names = names(random, 2 + random.nextInt(7));
            long[] nanos = names.stream()
                    .mapToLong(name ->
                            Duration.ofMillis(1 + random.nextInt(30_000)).toNanos())
                    .toArray();
            assertThat(busiest(names, nanos, total) * 3).isLessThanOrEqualTo(best(nanos, total) * 4);
        }
    }

    @Test
    void manyClassesAreSpreadEvenly() {
        Random random = new Random(4);
        List<String> names = names(random, 200);
        long[] nanos = names.stream()
                .mapToLong(name -> (long) (1e9 * Math.exp(random.nextGaussian())))
                .toArray();
        for (int total = 2; total <= MOST_SHARDS; total++) {
            long longest = Arrays.stream(nanos).max().orElseThrow();
            long share = Arrays.stream(nanos).sum() / total;
            assertThat(busiest(names, nanos, total) * 3).isLessThanOrEqualTo(Math.max(longest, share) * 4);
        }
    }

    @Test
    void theHistoryThatIsToldIsTheOneItGoesBy(@TempDir Path folder) throws IOException {
        List<KeptTest> tests = IntStream.range(0, 10)
                .mapToObj(i -> new KeptTest(
                        "t" + i, "a.T" + i + "IT", "t()", Verdict.PASSED, false, Duration.ofSeconds(1 + i), null))
                .toList();
        History.EMPTY
                .with(new HistoryRun(
                        "r1", Instant.parse("2026-11-01T00:00:00Z"), "local", null, false, Map.of(), tests))
                .write(folder.resolve("history.jsonl"));
        Map<String, String> settings = Map.of(
                "goldenpath.shard",
                "1/2",
                "goldenpath.history",
                folder.resolve("history.jsonl").toString());

        ShardSplit split = ShardChoice.read(settings, Map.of()).orElseThrow().split();
        assertThat(split.basis()).startsWith("durations ");
        long seconds = tests.stream()
                .filter(test -> split.shardOf(test.className()) == 1)
                .mapToLong(test -> Objects.requireNonNull(test.took()).toSeconds())
                .sum();
        assertThat(seconds).isBetween(27L, 28L);
        assertThat(ShardChoice.read(Map.of("goldenpath.shard", "1/2"), Map.of())
                        .orElseThrow()
                        .split()
                        .basis())
                .isEqualTo("names");
    }

    @Test
    void aClassThatNobodyKnowsGoesByItsName() {
        ShardSplit blind = ShardSplit.into(5, Map.of());
        ShardSplit knowing = ShardSplit.into(5, Map.of("a.KnownIT", Duration.ofSeconds(3)));
        for (String name : names(new Random(1), 50)) {
            assertThat(knowing.shardOf(name)).isEqualTo(blind.shardOf(name));
        }
        // The same on every machine and in every version: logs of shards that split otherwise can't be merged.
        assertThat(List.of(blind.shardOf("com.example.ChatIT"), blind.shardOf("com.example.BillingIT")))
                .containsExactly(4, 5);
    }

    @Test
    void theBasisTellsSplitsApart() {
        Map<String, Duration> known = Map.of("a.AIT", Duration.ofSeconds(3), "a.BIT", Duration.ofSeconds(2));
        assertThat(ShardSplit.into(5, Map.of()).basis()).isEqualTo("names");
        assertThat(ShardSplit.into(5, known).basis())
                .startsWith("durations ")
                .isEqualTo(ShardSplit.into(5, shuffled(known, new Random(1))).basis())
                .isNotEqualTo(ShardSplit.into(5, Map.of("a.AIT", Duration.ofSeconds(3)))
                        .basis())
                .isNotEqualTo(ShardSplit.into(5, Map.of("a.AIT", Duration.ofSeconds(2), "a.BIT", Duration.ofSeconds(2)))
                        .basis());
    }

    private static long busiest(List<String> names, long[] nanos, int total) {
        Map<String, Duration> known = new HashMap<>();
        for (int i = 0; i < nanos.length; i++) {
            known.put(names.get(i), Duration.ofNanos(nanos[i]));
        }
        ShardSplit split = ShardSplit.into(total, known);
        long[] loads = new long[total];
        known.forEach((name, took) -> loads[split.shardOf(name) - 1] += took.toNanos());
        return Arrays.stream(loads).max().orElseThrow();
    }

    /** By trying all. */
    private static long best(long[] nanos, int total) {
        int ways = (int) Math.pow(total, nanos.length);
        long best = Long.MAX_VALUE;
        for (int way = 0; way < ways; way++) {
            long[] loads = new long[total];
            int rest = way;
            for (long each : nanos) {
                loads[rest % total] += each;
                rest /= total;
            }
            best = Math.min(best, Arrays.stream(loads).max().orElseThrow());
        }
        return best;
    }

    private static List<String> names(Random random, int count) {
        Set<String> names = new TreeSet<>();
        while (names.size() < count) {
            names.add("com.example.p" + random.nextInt(4) + ".C" + random.nextInt(10_000) + "IT");
        }
        return List.copyOf(names);
    }

    /** Of none of them, of some, of all, or of all and others that are no more. */
    private static Map<String, Duration> durations(Random random, List<String> names, int kind) {
        Map<String, Duration> known = new HashMap<>();
        names.stream()
                .filter(name -> kind > 1 || kind == 1 && random.nextBoolean())
                .forEach(name -> known.put(name, Duration.ofMillis(random.nextInt(9_000))));
        if (kind == 3) {
            names(random, 5).forEach(name -> known.putIfAbsent("gone." + name, Duration.ofMillis(700)));
        }
        return known;
    }

    private static Map<String, Duration> shuffled(Map<String, Duration> known, Random random) {
        List<String> names = new ArrayList<>(known.keySet());
        Collections.shuffle(names, random);
        Map<String, Duration> shuffled = new LinkedHashMap<>();
        names.forEach(name -> shuffled.put(name, known.getOrDefault(name, Duration.ZERO)));
        return shuffled;
    }
}

package dev.goldenpath.runlog;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What keeps logs of several runs from being parts of one: the same part is there of two of them. Stateless. */
final class MergeClash {
    private MergeClash() {}

    /** A sentence or two; empty where there is none. */
    static Optional<String> in(LoggedRun run) {
        return shardTwice(run).or(() -> testTwice(run));
    }

    /** A shard that was run again is the same shard. */
    private static Optional<String> shardTwice(LoggedRun run) {
        Map<Integer, Map<String, LoggedJvm>> runs = new TreeMap<>();
        for (LoggedJvm jvm : run.jvms()) {
            RunStart start = jvm.start();
            RunStart.@Nullable Part part = start == null ? null : start.shard();
            if (start != null && part != null) {
                runs.computeIfAbsent(part.index(), index -> new TreeMap<>()).putIfAbsent(start.run(), jvm);
            }
        }
        return runs.entrySet().stream()
                .filter(shard -> shard.getValue().size() > 1)
                .findFirst()
                .map(shard -> "Shard " + shard.getKey() + " is there of several runs: "
                        + shard.getValue().entrySet().stream()
                                .map(each -> each.getKey() + " ("
                                        + each.getValue().log() + ", begun "
                                        + each.getValue().startedAt() + ")")
                                .collect(Collectors.joining(", "))
                        + ". A shard counts once: leave out the logs that are not meant.");
    }

    /** Of logs that are of no shard; what two shards share is for the gate to judge. */
    private static Optional<String> testTwice(LoggedRun run) {
        Map<Path, String> runOf = new HashMap<>();
        for (LoggedJvm jvm : run.jvms()) {
            RunStart start = jvm.start();
            if (start != null && start.shard() == null) {
                runOf.put(jvm.log(), start.run());
            }
        }
        Map<String, Set<String>> runs = new LinkedHashMap<>();
        for (LoggedTest test : run.tests()) {
            String id = runOf.get(test.log());
            if (id != null) {
                runs.computeIfAbsent(test.plan().test(), key -> new TreeSet<>()).add(id);
            }
        }
        Map<String, Set<String>> twice = new LinkedHashMap<>(runs);
        twice.values().removeIf(ids -> ids.size() == 1);
        return twice.entrySet().stream()
                .findFirst()
                .map(first -> "Several runs have planned the same test, so that they are no parts of one: "
                        + first.getKey() + " is of " + String.join(" and of ", first.getValue())
                        + (twice.size() == 1 ? "" : ", and so are " + (twice.size() - 1) + " more")
                        + ". Leave out the logs that are not meant.");
    }
}

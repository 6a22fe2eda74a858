package dev.goldenpath.report;

import dev.goldenpath.environment.Shard;
import dev.goldenpath.runlog.GitState;
import dev.goldenpath.runlog.LoggedJvm;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.runlog.RunStart;
import dev.goldenpath.runlog.RunStart.Part;
import dev.goldenpath.verdict.GateReason;
import dev.goldenpath.verdict.GateReason.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Why the parts of a run that was split over machines are not the whole of it, or not of one run. */
final class ShardReasons {
    private static final int NAMED = 3;

    private final LoggedRun run;
    private final List<String> words = new ArrayList<>();

    private ShardReasons(LoggedRun run) {
        this.run = run;
    }

    /** None where all is well, and where the run is one machine's. */
    static List<GateReason> of(LoggedRun run) {
        ShardReasons reasons = new ShardReasons(run);
        boolean split = run.part() != null || run.starts().anyMatch(start -> start.shard() != null);
        if (split) {
            reasons.shards();
        }
        if (split || run.starts().map(RunStart::run).distinct().count() > 1) {
            reasons.differ("environments", RunStart::environment);
            reasons.differ("commits", start -> commit(start.git()));
        }
        return reasons.words.stream()
                .map(text -> new GateReason(Kind.GATE, text))
                .toList();
    }

    private void shards() {
        List<String> whole = run.jvms().stream()
                .filter(jvm -> jvm.start() != null && jvm.start().shard() == null)
                .map(jvm -> name(jvm))
                .toList();
        if (!whole.isEmpty()) {
            words.add("A log is of no shard, and others are: " + named(whole)
                    + ". Its tests may count twice: leave it out, or have all be shards.");
        }
        Set<Integer> totals = new TreeSet<>(
                parts().values().stream().flatMap(List::stream).map(Part::total).toList());
        Shard judged = run.part();
        if (judged != null) {
            totals.add(judged.total());
        }
        if (totals.size() > 1) {
            words.add("The run is split into "
                    + totals.stream().map(String::valueOf).collect(Collectors.joining(" and into "))
                    + " shards. Split it into one number of them, and leave out the logs of the others.");
        } else if (!totals.isEmpty()) {
            missing(totals.iterator().next());
            twice();
        }
        differ(
                "bases of their split",
                start -> start.shard() == null ? null : start.shard().basis());
    }

    private void missing(int total) {
        Set<Integer> there = parts().keySet();
        Shard judged = run.part();
        List<String> missing = IntStream.rangeClosed(1, total)
                .filter(index -> judged == null || index == judged.index())
                .filter(index -> !there.contains(index))
                .mapToObj(String::valueOf)
                .toList();
        if (!missing.isEmpty()) {
            words.add((missing.size() == 1 ? "Shard " : "Shards ") + enumerated(missing) + " of " + total
                    + (missing.size() == 1 ? " is" : " are") + " missing: no log of "
                    + (missing.size() == 1 ? "it" : "them") + " is in " + places() + "."
                    + (judged == null && missing.size() == total - 1
                            ? " To judge this shard alone, tell the gate goldenpath.shard, too."
                            : ""));
        }
    }

    /** Whatever the split rests on: no test is in two shards of one. */
    private void twice() {
        Map<Path, Integer> shards = new HashMap<>();
        run.jvms().forEach(jvm -> {
            if (jvm.start() != null && jvm.start().shard() != null) {
                shards.put(jvm.log(), jvm.start().shard().index());
            }
        });
        Map<String, Set<Integer>> byTest = new TreeMap<>();
        for (LoggedTest test : run.tests()) {
            Integer shard = shards.get(test.log());
            if (shard != null) {
                byTest.computeIfAbsent(test.plan().test(), id -> new HashSet<>())
                        .add(shard);
            }
        }
        List<String> twice = run.tests().stream()
                .filter(test ->
                        byTest.getOrDefault(test.plan().test(), Set.of()).size() > 1)
                .map(NotPassed::nameOf)
                .distinct()
                .toList();
        if (!twice.isEmpty()) {
            words.add(Counted.of(twice.size(), "test") + " ran in more than one shard: " + named(twice)
                    + ". Run all shards with one version of the tests and of Golden Path.");
        }
    }

    /** Says that shards that should tell one thing tell several. */
    private void differ(String what, Function<RunStart, @Nullable String> fact) {
        Map<String, Set<String>> tellers = new TreeMap<>();
        run.jvms().forEach(jvm -> {
            RunStart start = jvm.start();
            String told = start == null ? null : fact.apply(start);
            if (start != null && told != null) {
                tellers.computeIfAbsent(told, key -> new TreeSet<>()).add(teller(start, jvm));
            }
        });
        if (tellers.size() > 1) {
            words.add("The logs are of several " + what + ", so that they are of no one run: "
                    + tellers.entrySet().stream()
                            .map(each -> "'" + each.getKey() + "' (" + named(List.copyOf(each.getValue())) + ")")
                            .collect(Collectors.joining(", "))
                    + ".");
        }
    }

    private static String teller(RunStart start, LoggedJvm jvm) {
        Part part = start.shard();
        return part == null ? name(jvm) : "shard " + part.index();
    }

    private Map<Integer, List<Part>> parts() {
        return run.starts()
                .map(RunStart::shard)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Part::index, TreeMap::new, Collectors.toList()));
    }

    private String places() {
        return run.jvms().stream()
                .map(jvm -> String.valueOf(jvm.log().toAbsolutePath().getParent()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String commit(@Nullable GitState git) {
        return git == null ? null : git.commit();
    }

    private static String name(LoggedJvm jvm) {
        return String.valueOf(jvm.log().getFileName());
    }

    private static String enumerated(List<String> numbers) {
        int last = numbers.size() - 1;
        return last == 0 ? numbers.get(0) : String.join(", ", numbers.subList(0, last)) + " and " + numbers.get(last);
    }

    private static String named(List<String> names) {
        int more = names.size() - NAMED;
        return names.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }
}

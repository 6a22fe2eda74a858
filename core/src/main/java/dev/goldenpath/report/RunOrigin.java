package dev.goldenpath.report;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.runlog.LoggedJvm;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.RunStart;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run was made of, each thing once, in the order in which its JVMs told of it. */
final class RunOrigin {
    private static final String ALL = "all";

    private final LoggedRun run;
    private final List<RunStart> starts;

    RunOrigin(LoggedRun run) {
        this.run = run;
        this.starts = run.jvms().stream()
                .map(LoggedJvm::start)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What each service said it runs; the key is the service. */
    List<Fact> revisions() {
        return new TreeMap<>(run.revisions())
                .entrySet().stream()
                        .map(entry -> Fact.of(entry.getKey(), entry.getValue()))
                        .toList();
    }

    /** Commits of the sources, and whether tracked files differed from them. */
    List<String> commits() {
        return distinct(
                start -> Stream.ofNullable(start.git()).map(git -> git.commit() + (git.dirty() ? " (dirty)" : "")));
    }

    /** What the run was asked for; {@code all} where that was everything. */
    List<String> selections() {
        return distinct(start -> Stream.of(start.selection().isEmpty() ? ALL : words(start.selection())));
    }

    /** The Java versions, each with its maker. */
    List<String> javas() {
        return distinct(
                start -> Stream.of(start.jvm().version() + " " + start.jvm().vendor()));
    }

    /** Pages of the CI builds. */
    List<String> builds() {
        return distinct(start -> Stream.ofNullable(start.ciBuildUrl()));
    }

    /** Which parts of the run its logs are of, {@code 2 of 5}; none where it is not split. */
    List<String> shards() {
        return starts.stream()
                .map(RunStart::shard)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(RunStart.Part::index))
                .map(part -> part.index() + " of " + part.total())
                .distinct()
                .toList();
    }

    private static String words(Map<String, String> selection) {
        return new TreeMap<>(selection)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(" "));
    }

    private List<String> distinct(Function<RunStart, Stream<String>> what) {
        return starts.stream().flatMap(what).distinct().toList();
    }
}

package dev.goldenpath.history;

import dev.goldenpath.runlog.GitState;
import dev.goldenpath.runlog.LoggedJvm;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.RunStart;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run as a history keeps it: a line of {@code history.jsonl}.
 *
 * @param run the run's id
 * @param startedAt when the first of its JVMs began
 * @param environment name of the environment that was chosen, absent when none could be used
 * @param commit of the tests' sources; absent outside git, and where the JVMs of the run tell different ones
 * @param dirty whether tracked files differed from that commit
 * @param revisions what each service said last that it runs, by its name
 * @param tests each once
 * @since 0.1.0
 */
public record HistoryRun(
        String run,
        Instant startedAt,
        @Nullable String environment,
        @Nullable String commit,
        boolean dirty,
        Map<String, String> revisions,
        List<KeptTest> tests) {

    /** Copies the collections; the services by name. */
    public HistoryRun {
        revisions = Collections.unmodifiableMap(new TreeMap<>(revisions));
        tests = List.copyOf(tests);
    }

    /** What a history keeps of this run. A test that two JVMs ran is kept once, by the worse of its verdicts. */
    public static HistoryRun of(LoggedRun run) {
        List<GitState> states = starts(run)
                .map(RunStart::git)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<String> commits = states.stream().map(GitState::commit).distinct().toList();
        return new HistoryRun(
                run.run(),
                run.startedAt().orElse(Instant.EPOCH),
                environment(run),
                commits.size() == 1 ? commits.get(0) : null,
                states.stream().anyMatch(GitState::dirty),
                run.revisions(),
                EachOnce.of(run.tests()));
    }

    /** Whether both tested the same: one clean commit of the tests, and the same revision of each service. */
    boolean isOfTheSameCode(HistoryRun other) {
        return commit != null
                && commit.equals(other.commit)
                && !dirty
                && !other.dirty
                && revisions.equals(other.revisions);
    }

    private static @Nullable String environment(LoggedRun run) {
        return starts(run)
                .map(RunStart::environment)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(run.environments().stream().findFirst().orElse(null));
    }

    private static Stream<RunStart> starts(LoggedRun run) {
        return run.jvms().stream().map(LoggedJvm::start).filter(Objects::nonNull);
    }
}

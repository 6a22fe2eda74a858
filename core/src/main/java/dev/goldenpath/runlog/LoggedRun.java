package dev.goldenpath.runlog;

import dev.goldenpath.environment.GateSettings;
import dev.goldenpath.environment.Revenue;
import dev.goldenpath.environment.Shard;
import dev.goldenpath.runlog.LoggedJvm.End;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What all logs of one run say together.
 *
 * @param run the run's id
 * @param environments names of the environments in use, empty when none could be used
 * @param gate what the run must reach; the strictest of each where JVMs of the run were told different ones
 * @param revenue what the business earns with the things tests protect
 * @param knownIssues failures that somebody is at work on, in the order of their file
 * @param services what was declared of services, and what was found out about them while the run went
 * @param code what policies found
 * @param jvms one a log, in the order they started in
 * @param tests every test that counts and has ended, or never will; in the order they were planned in. A test that was
 *     planned in two JVMs is two tests
 * @param pending how many more are planned in JVMs that still run
 * @param evidence where its evidence stands
 * @param part the shard of it that is judged, absent where it is judged as a whole
 * @since 0.1.0
 */
public record LoggedRun(
        String run,
        Set<String> environments,
        GateSettings gate,
        Revenue revenue,
        List<LoggedIssue> knownIssues,
        LoggedServices services,
        LoggedCode code,
        List<LoggedJvm> jvms,
        List<LoggedTest> tests,
        int pending,
        EvidenceIndex evidence,
        @Nullable Shard part) {

    /** Copies the collections, keeping their order. */
    public LoggedRun {
        environments = Collections.unmodifiableSet(new LinkedHashSet<>(environments));
        knownIssues = List.copyOf(knownIssues);
        jvms = List.copyOf(jvms);
        tests = List.copyOf(tests);
    }

    /** One that is judged as a whole. */
    public LoggedRun(
            String run,
            Set<String> environments,
            GateSettings gate,
            Revenue revenue,
            List<LoggedIssue> knownIssues,
            LoggedServices services,
            LoggedCode code,
            List<LoggedJvm> jvms,
            List<LoggedTest> tests,
            int pending,
            EvidenceIndex evidence) {
        this(run, environments, gate, revenue, knownIssues, services, code, jvms, tests, pending, evidence, null);
    }

    /** The same, of which one shard is judged; {@code null} for the whole. */
    public LoggedRun judgedAs(@Nullable Shard shard) {
        return new LoggedRun(
                run, environments, gate, revenue, knownIssues, services, code, jvms, tests, pending, evidence, shard);
    }

    /** Whether it was asked for less than all tests, so that what none of them protects is another run's matter. */
    public boolean isPartial() {
        return part != null || starts().anyMatch(start -> !start.selection().isEmpty());
    }

    /** How its JVMs started, as far as their logs tell. */
    public Stream<RunStart> starts() {
        return jvms.stream().map(LoggedJvm::start).filter(Objects::nonNull);
    }

    /** What each service said last that it runs; one that did not is absent. */
    public Map<String, String> revisions() {
        return services.lastRevisions();
    }

    /** When the first of its logs was begun; empty when it has none. */
    public Optional<Instant> startedAt() {
        return jvms.stream().map(LoggedJvm::startedAt).min(Instant::compareTo);
    }

    /** When the last of its logs was ended; empty when none was. */
    public Optional<Instant> endedAt() {
        return jvms.stream().map(LoggedJvm::endedAt).filter(Objects::nonNull).max(Instant::compareTo);
    }

    /** How the first of its JVMs started; empty when no log tells. */
    public Optional<RunStart> start() {
        return starts().findFirst();
    }

    /** The JVMs that ended in this way. */
    public List<LoggedJvm> jvms(End end) {
        return jvms.stream().filter(jvm -> jvm.end() == end).toList();
    }
}

package dev.goldenpath.jupiter;

import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.report.Progress;
import dev.goldenpath.report.ProgressStyle;
import dev.goldenpath.report.Reports;
import dev.goldenpath.report.StandardOutput;
import dev.goldenpath.runlog.GitState;
import dev.goldenpath.runlog.RunFolder;
import dev.goldenpath.runlog.RunLog;
import dev.goldenpath.runlog.RunStart;
import dev.goldenpath.witness.Witness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens a run: creates its log and writes the log's first line. */
final class RunOpening {
    /** Where a build tool says what it was asked to run; Maven hands its user properties on to the test JVM. */
    private static final List<String> SELECTIONS = List.of("groups", "excludedGroups", "test", "it.test");

    /** Surefire's and Failsafe's number of a JVM, from 1. */
    private static final String FORK = "surefire.forkNumber";

    private RunOpening() {}

    static RunSession open(RunSettings settings) {
        RunClock clock = RunClock.start(Clock.systemUTC());
        Redaction redaction = new Redaction();
        try {
            RunLog log = begin(settings, clock, redaction);
            Ledger ledger = new Ledger(clock, List.of(log));
            Witness witness = Witness.start();
            return new RunSession(
                    settings, clock.startDay(), redaction, log, ledger, witness, progress(settings, redaction));
        } catch (IOException e) {
            RunLog.leaveEmpty(settings.output(), settings.run());
            throw new UncheckedIOException(
                    "Can't create a run log in " + settings.output().toAbsolutePath(), e);
        }
    }

    /** A log with its first line. */
    static RunLog begin(RunSettings settings, RunClock clock, Redaction redaction) throws IOException {
        RunLog log = create(settings, clock, redaction);
        log.runStarted(new RunStart(
                settings.run(),
                settings.loader().chosenName().orElse(null),
                GitState.of(Path.of("")).orElse(null),
                RunStart.Jvm.current(),
                ciBuildUrl(System.getenv()).orElse(null),
                selection(settings.properties()),
                part(settings.choice())));
        return log;
    }

    private static RunStart.@Nullable Part part(@Nullable ShardChoice choice) {
        return choice == null
                ? null
                : new RunStart.Part(
                        choice.shard().index(),
                        choice.shard().total(),
                        choice.split().basis());
    }

    /** The first JVM of a run clears away what earlier runs have left. */
    private static RunLog create(RunSettings settings, RunClock clock, Redaction redaction) throws IOException {
        Path folder = settings.output();
        return RunFolder.holding(folder, () -> {
            if (!RunFolder.runs(folder).contains(settings.run())) {
                RunFolder.removeOlderThan(folder, settings.run());
                Reports.remove(folder);
            }
            return RunLog.create(folder, settings.run(), clock, redaction);
        });
    }

    private static Progress progress(RunSettings settings, Redaction redaction) {
        Map<String, String> variables = System.getenv();
        return Progress.start(
                ProgressStyle.of(
                        settings.progress(),
                        variables,
                        StandardOutput.isTerminal(variables),
                        StandardOutput.charset(),
                        Integer.getInteger(FORK, 1)),
                System.out,
                redaction);
    }

    private static Map<String, String> selection(Map<String, String> properties) {
        Map<String, String> selection = new LinkedHashMap<>();
        SELECTIONS.stream()
                .filter(properties::containsKey)
                .forEach(name -> selection.put(name, properties.getOrDefault(name, "")));
        return selection;
    }

    private static Optional<String> ciBuildUrl(Map<String, String> variables) {
        Optional<String> github = Optional.ofNullable(variables.get("GITHUB_RUN_ID"))
                .map(id -> variables.get("GITHUB_SERVER_URL") + "/" + variables.get("GITHUB_REPOSITORY")
                        + "/actions/runs/" + id);
        return github.or(() -> Stream.of("CI_JOB_URL", "BUILD_URL", "BUILDKITE_BUILD_URL", "CIRCLE_BUILD_URL")
                .filter(variables::containsKey)
                .map(variables::get)
                .findFirst());
    }
}

package dev.goldenpath.runlog;

import dev.goldenpath.environment.GateSettings;
import dev.goldenpath.environment.Revenue;
import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads all logs of one run. A last line that a kill cut short is left out. Not thread-safe; use once.
 *
 * @since 0.1.0
 */
public final class RunLogReader {
    private final Set<String> environments = new LinkedHashSet<>();
    private final List<LoggedJvm> jvms = new ArrayList<>();
    private final List<LoggedTest> tests = new ArrayList<>();
    private @Nullable GateSettings gate;
    private Revenue revenue = new Revenue("", Map.of());
    private final List<LoggedServices> services = new ArrayList<>();
    private final List<LoggedIssue> knownIssues = new ArrayList<>();
    private final LoggedCode.Builder code = new LoggedCode.Builder();
    private final List<EvidenceIndex> evidence = new ArrayList<>();
    private int pending;

    private RunLogReader() {}

    /**
     * Reads the logs of {@code run} in {@code folder}; there may be none.
     *
     * @throws IOException when one cannot be read, a line that is not the last is no JSON object, a line was changed
     *     after it was written, or one log is a part of another one
     */
    public static LoggedRun read(Path folder, String run) throws IOException {
        return read(DistinctLogs.of(RunFolder.logs(folder, run)).plain(), run);
    }

    /**
     * Reads these logs as those of one run, whatever runs they say they are of.
     *
     * @throws IOException as above
     */
    public static LoggedRun read(List<Path> logs, String run) throws IOException {
        RunLogReader reader = new RunLogReader();
        for (LoggedFile log : inOrder(logs)) {
            reader.add(log);
        }
        return reader.result(run);
    }

    /**
     * Reads these logs of one run, wherever they come from.
     *
     * @throws IOException as above, and when they are not all of one run
     */
    public static LoggedRun read(List<Path> logs) throws IOException {
        RunLogReader reader = new RunLogReader();
        Set<String> runs = new TreeSet<>();
        for (LoggedFile log : inOrder(logs)) {
            runs.add(
                    log.run().orElseThrow(() -> new IOException("One of " + logs + " is no run log: it has no line.")));
            reader.add(log);
        }
        if (runs.size() != 1) {
            throw new IOException(
                    runs.isEmpty()
                            ? "There is no run log to read."
                            : "These logs are of several runs: " + String.join(", ", runs) + ".");
        }
        return reader.result(runs.iterator().next());
    }

    private static List<LoggedFile> inOrder(List<Path> logs) throws IOException {
        List<LoggedFile> read = new ArrayList<>();
        for (Path log : logs) {
            read.add(LoggedFile.read(log));
        }
        read.sort(Comparator.comparing((LoggedFile file) -> file.jvm().startedAt())
                .thenComparing(file -> file.jvm().log()));
        return read;
    }

    private void add(LoggedFile file) throws IOException {
        LoggedJvm jvm = file.jvm();
        jvms.add(jvm);
        environments.addAll(file.environments);
        GateSettings asked = file.gate;
        gate = gate == null ? asked : asked == null ? gate : gate.and(asked);
        knownIssues.addAll(file.knownIssues);
        services.add(file.services.services());
        EvidenceIndex ofFile = file.evidence.index();
        evidence.add(ofFile);
        code.add(file.code);
        revenue = Optional.ofNullable(file.revenue).orElse(revenue);
        LoggedSigns.addedTo(file.tests.all().toList(), ofFile).forEach(test -> {
            if (jvm.end() == End.RUNNING && test.verdict() == Verdict.MISSING) {
                pending++;
            } else {
                tests.add(test);
            }
        });
    }

    private LoggedRun result(String run) {
        return new LoggedRun(
                run,
                environments,
                gate == null ? GateSettings.NONE : gate,
                revenue,
                LoggedIssue.merged(knownIssues),
                LoggedServices.of(services),
                code.code(),
                jvms,
                tests,
                pending,
                EvidenceIndex.of(evidence));
    }
}

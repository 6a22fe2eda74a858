package dev.goldenpath.runlog;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.PeerPolicy;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.UndeclaredHosts;
import dev.goldenpath.evidence.EvidenceSink;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the log of one JVM's part of a run, line by line as the run goes. After a kill it reads up to its last whole
 * line. Thread-safe.
 *
 * <p>Evidence is taken over and written within some milliseconds, by a thread of the log's own or by whoever finds too
 * much of it waiting. Every other line, and all evidence before it, is with the operating system when its method
 * returns. So a log in which a test has finished has all evidence of that test, also when its JVM was killed right
 * after; a JVM that exits writes what waits.
 *
 * @since 0.1.0
 */
public final class RunLog implements EvidenceSink, AutoCloseable {
    /** The format this class writes, as {@code run-started} names it. */
    public static final String FORMAT = "goldenpath-run/1";

    private final LineWriter lines;
    private final LocalDate day;

    private RunLog(LineWriter lines, LocalDate day) {
        this.lines = lines;
        this.day = day;
    }

    /**
     * Creates the log file of this JVM, and its folder.
     *
     * @throws IOException when it cannot be created
     */
    public static RunLog create(Path folder, String run, RunClock clock, Redaction redaction) throws IOException {
        return new RunLog(LineWriter.create(folder, nameFor(run), clock, redaction), clock.startDay());
    }

    /** Leaves an empty log, by which the gate sees that this JVM could not write one; does what it can. */
    public static void leaveEmpty(Path folder, String run) {
        try {
            Files.createFile(Files.createDirectories(folder).resolve(nameFor(run) + ".jsonl"));
        } catch (IOException e) {
            // The tests of this JVM tell why nothing can be recorded.
            return;
        }
    }

    private static String nameFor(String run) {
        return "run-" + run + "-" + ProcessHandle.current().pid() + "-"
                + ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    /** Writes the line every log starts with. */
    public void runStarted(RunStart start) {
        lines.write(LineType.RUN_STARTED, fields -> fields.put("format", FORMAT).putAll(start));
    }

    /** Writes all that reports need to know of an environment. */
    public void environment(Environment environment) {
        lines.write(
                LineType.ENVIRONMENT,
                fields -> fields.put("environment", environment.name())
                        .put("chosenBy", environment.chosenBy().description())
                        .put("remote", environment.remote())
                        .put("peers", peers(environment.peers()))
                        .put("services", services(environment))
                        .put("gate", GateJson.of(environment.gate()))
                        .put("revenue", environment.revenue())
                        .put("knownIssues", LoggedIssue.listOf(environment.knownIssues(), day)));
    }

    /** Writes that a test is planned; a template or factory is replaced later by its invocations. */
    public void testPlanned(PlannedTest planned) {
        lines.write(
                LineType.TEST_PLANNED,
                fields -> fields.put("test", planned.test())
                        .put("class", planned.className())
                        .put("name", planned.name())
                        .put("displayName", planned.displayName())
                        .put("priority", planned.priority())
                        .put("category", planned.category())
                        .put("protects", planned.protects()));
    }

    /** Writes that an attempt of a test began. */
    public void testStarted(String test, int attempt) {
        lines.write(LineType.TEST_STARTED, fields -> fields.put("test", test).put("attempt", attempt));
    }

    /** Takes it and goes on; it is in the file before the line that tells how its test ended. */
    @Override
    public void accept(RecordedEvidence recorded) {
        lines.writeLater(
                LineType.EVIDENCE,
                recorded.observed().weight(),
                fields -> fields.put("kind", recorded.observed().kind())
                        .put("phase", recorded.phase().name())
                        .put("test", recorded.test())
                        .put("attempt", recorded.attempt())
                        .put("startedAt", recorded.startedAt())
                        .put("offsetUs", LogJson.micros(recorded.offset()))
                        .putAll(recorded.evidence(), recorded.evidence().redactedWhenTold()));
    }

    /** Writes how an attempt of a test ended. */
    public void testFinished(FinishedTest finished) {
        // Not within the lambda: what a throwable of the test's own says, it says on the thread of the test.
        LoggedFailure failure = finished.failure() == null ? null : LoggedFailure.of(finished.failure());
        lines.write(
                LineType.TEST_FINISHED,
                fields -> fields.put("test", finished.test())
                        .put("attempt", finished.attempt())
                        .put("verdict", finished.verdict().name())
                        .put("grade", finished.grade())
                        .put("durationUs", finished.duration())
                        .put("facts", finished.facts().isEmpty() ? null : finished.facts())
                        .put("failure", failure)
                        .put("issue", finished.issue())
                        .put("reason", finished.reason())
                        .put("cause", finished.cause())
                        .put("needs", finished.needs().isEmpty() ? null : finished.needs()));
    }

    /** Writes what a pass came to in the end. */
    public void testSettled(SettledTest settled) {
        lines.write(
                LineType.TEST_SETTLED,
                fields -> fields.put("test", settled.test())
                        .put("attempt", settled.attempt())
                        .put("verdict", settled.verdict().name())
                        .put("grade", settled.grade())
                        .put("facts", settled.facts().isEmpty() ? null : settled.facts()));
    }

    /**
     * Writes the line a log ends with when its JVM was not killed.
     *
     * @param problems what makes the run red besides its tests
     */
    public void runFinished(Map<Verdict, Integer> counts, List<String> problems) {
        lines.write(
                LineType.RUN_FINISHED,
                fields -> fields.put("counts", counts).put("problems", problems.isEmpty() ? null : problems));
    }

    /** Why lines were lost, for example a full disk; empty when none was. */
    public Optional<IOException> failure() {
        return lines.failure();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static Map<String, Object> peers(PeerPolicy peers) {
        UndeclaredHosts hosts = peers.undeclaredHosts();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("refusePrivate", peers.refusePrivate());
        facts.put("undeclaredHosts", hosts.effect() == Effect.WARNING ? "warn" : "fail");
        facts.put("allowedHosts", hosts.allowed().stream().sorted().toList());
        return facts;
    }

    private static Map<String, Object> services(Environment environment) {
        Map<String, Object> services = new LinkedHashMap<>();
        for (ServiceEndpoint service : environment.services().values()) {
            Map<String, Object> facts = new LinkedHashMap<>();
            if (service.url() != null) {
                facts.put("url", service.url().toString());
            }
            facts.put("origin", service.origin().description());
            facts.put("tunnel", service.tunnel());
            if (service.address() != null) {
                facts.put("address", service.address().toString());
            }
            LoggedService.of(service).putInto(facts);
            services.put(service.name(), facts);
        }
        return services;
    }
}

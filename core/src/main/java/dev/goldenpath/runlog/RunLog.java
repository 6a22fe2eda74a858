package dev.goldenpath.runlog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.EvidenceSink;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the log of one JVM's part of a run, line by line as the run goes. After a kill it reads up to its last whole
 * line. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RunLog implements EvidenceSink, AutoCloseable {
    /** The format this class writes, as {@code run-started} names it. */
    public static final String FORMAT = "goldenpath-run/1";

    private final LineWriter lines;

    private RunLog(LineWriter lines) {
        this.lines = lines;
    }

    /**
     * Creates the log file of this JVM, and its folder.
     *
     * @throws IOException when it cannot be created
     */
    public static RunLog create(Path folder, String run, RunClock clock, Redaction redaction) throws IOException {
        return new RunLog(LineWriter.create(folder, nameFor(run), clock, redaction));
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
        ObjectNode line = lines.line(LineType.RUN_STARTED).put("format", FORMAT);
        line.setAll(lines.fields(start));
        lines.write(line);
    }

    /** Writes all that reports need to know of an environment. */
    public void environment(Environment environment) {
        ObjectNode line = lines.line(LineType.ENVIRONMENT)
                .put("environment", environment.name())
                .put("chosenBy", environment.chosenBy().description())
                .put("remote", environment.remote());
        line.set("services", lines.fields(services(environment)));
        line.set("gate", lines.fields(environment.gate()));
        line.set("revenue", lines.fields(environment.revenue()));
        lines.write(line);
    }

    /** Writes that a test is planned; a template or factory is replaced later by its invocations. */
    public void testPlanned(PlannedTest planned) {
        ObjectNode line = lines.line(LineType.TEST_PLANNED)
                .put("test", planned.test())
                .put("class", planned.className())
                .put("name", planned.name())
                .put("displayName", planned.displayName())
                .put("priority", planned.priority())
                .put("category", planned.category());
        planned.protects().forEach(line.putArray("protects")::add);
        lines.write(line);
    }

    /** Writes that an attempt of a test began. */
    public void testStarted(String test, int attempt) {
        lines.write(lines.line(LineType.TEST_STARTED).put("test", test).put("attempt", attempt));
    }

    @Override
    public void accept(RecordedEvidence recorded) {
        ObjectNode line = lines.line(LineType.EVIDENCE)
                .put("kind", recorded.evidence().kind())
                .put("phase", recorded.phase().name());
        String test = recorded.test();
        Integer attempt = recorded.attempt();
        if (test != null && attempt != null) {
            line.put("test", test).put("attempt", attempt);
        }
        line.put("startedAt", recorded.startedAt().toString()).put("offsetUs", LogJson.micros(recorded.offset()));
        line.setAll(lines.fields(recorded.evidence()));
        lines.write(line);
    }

    /** Writes how an attempt of a test ended. */
    public void testFinished(FinishedTest finished) {
        ObjectNode line = lines.line(LineType.TEST_FINISHED)
                .put("test", finished.test())
                .put("attempt", finished.attempt())
                .put("verdict", finished.verdict().name());
        if (finished.grade() != null) {
            line.put("grade", finished.grade().name());
        }
        if (finished.duration() != null) {
            line.put("durationUs", LogJson.micros(finished.duration()));
        }
        finished.facts().forEach(fact -> line.withArray("/facts").add(lines.fields(fact)));
        if (finished.failure() != null) {
            line.set("failure", failure(finished.failure()));
        }
        if (finished.reason() != null) {
            line.put("reason", finished.reason());
        }
        if (finished.cause() != null) {
            line.put("cause", finished.cause());
        }
        lines.write(line);
    }

    /**
     * Writes the line a log ends with when its JVM was not killed.
     *
     * @param problems what makes the run red besides its tests
     */
    public void runFinished(Map<Verdict, Integer> counts, List<String> problems) {
        ObjectNode line = lines.line(LineType.RUN_FINISHED);
        ObjectNode byVerdict = line.putObject("counts");
        counts.forEach((verdict, count) -> byVerdict.put(verdict.name(), count));
        problems.forEach(problem -> line.withArray("/problems").add(problem));
        lines.write(line);
    }

    /** Why lines were lost, for example a full disk; empty when none was. */
    public Optional<IOException> failure() {
        return lines.failure();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private ObjectNode failure(Throwable throwable) {
        StringWriter stackTrace = new StringWriter();
        throwable.printStackTrace(new PrintWriter(stackTrace));
        ObjectNode failure = lines.fields(Map.of("type", throwable.getClass().getName()));
        String message = throwable.getMessage();
        if (message != null) {
            failure.put("message", message);
        }
        return failure.put("stackTrace", stackTrace.toString());
    }

    private static Map<String, Object> services(Environment environment) {
        Map<String, Object> services = new LinkedHashMap<>();
        for (ServiceEndpoint service : environment.services().values()) {
            Map<String, String> facts = new LinkedHashMap<>();
            if (service.url() != null) {
                facts.put("url", service.url().toString());
            }
            facts.put("origin", service.origin().description());
            services.put(service.name(), facts);
        }
        return services;
    }
}

package dev.goldenpath.runlog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.goldenpath.environment.GateSettings;
import dev.goldenpath.environment.Revenue;
import dev.goldenpath.evidence.Audit;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.evidence.WsMessage;
import dev.goldenpath.runlog.LoggedJvm.End;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One log, read. Not thread-safe. */
final class LoggedFile implements LogLines.Taker {
    final Set<String> environments = new LinkedHashSet<>();
    final LoggedServices.Builder services;
    final LoggedTests tests;
    final LoggedCode.Builder code = new LoggedCode.Builder();
    final EvidenceIndexBuilder evidence = new EvidenceIndexBuilder();

    final List<LoggedIssue> knownIssues = new ArrayList<>();

    /** Absent where the log tells of no environment. */
    @Nullable
    GateSettings gate;

    @Nullable
    Revenue revenue;

    private final Path log;
    private final List<String> problems = new ArrayList<>();
    private @Nullable RunStart start;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable LoggedJvm jvm;

    private LoggedFile(Path log) {
        this.log = log;
        this.services = new LoggedServices.Builder(log);
        this.tests = new LoggedTests(log);
    }

    static LoggedFile read(Path log) throws IOException {
        LoggedFile file = parsed(log);
        // Its JVM may have ended, and written the rest, after the log was read: once it is gone, the log stays as it
        // is.
        return file.jvm().end() == End.KILLED ? parsed(log) : file;
    }

    private static LoggedFile parsed(Path log) throws IOException {
        LoggedFile file = new LoggedFile(log);
        try {
            LogLines.read(log, file);
        } catch (RuntimeException e) {
            throw new IOException(log + " holds a line this version can't read: " + e.getMessage(), e);
        }
        file.jvm = new LoggedJvm(log, file.start, file.begun(), file.endedAt, file.end(), file.problems);
        return file;
    }

    /** The run's id, by the log's first line, else by its name; empty when neither tells. */
    Optional<String> run() {
        RunStart known = start;
        return known == null ? LogName.of(log).map(LogName::run) : Optional.of(known.run());
    }

    LoggedJvm jvm() {
        return Objects.requireNonNull(jvm);
    }

    private Instant begun() throws IOException {
        if (startedAt != null) {
            return startedAt;
        }
        Optional<Instant> byName = LogName.of(log).map(LogName::jvmStart);
        return byName.isPresent()
                ? byName.get()
                : Files.getLastModifiedTime(log).toInstant();
    }

    private End end() {
        if (endedAt != null) {
            return End.FINISHED;
        }
        RunStart known = start;
        boolean alive = known == null
                ? LogName.of(log)
                        .filter(name -> Processes.isAlive(name.pid(), name.jvmStart()))
                        .isPresent()
                : Processes.isAlive(known.jvm().pid(), known.jvm().startedAt());
        return alive ? End.RUNNING : End.KILLED;
    }

    @Override
    public void evidence(EvidenceHead head) {
        evidence.add(head);
    }

    @Override
    public void line(JsonNode line) {
        String type = line.path("type").asText();
        if (type.equals(LineType.RUN_STARTED.text())) {
            String format = line.path("format").asText();
            if (!format.equals(RunLog.FORMAT)) {
                throw new IllegalStateException("its format is '" + format + "', and not " + RunLog.FORMAT);
            }
            start = RunStart.of(line);
            startedAt = IsoInstant.parse(line.path("at").asText());
        } else if (type.equals(LineType.ENVIRONMENT.text())) {
            environment(line);
        } else if (type.equals(LineType.TEST_PLANNED.text())) {
            tests.planned(line);
        } else if (type.equals(LineType.TEST_STARTED.text())) {
            tests.started(line);
        } else if (type.equals(LineType.TEST_FINISHED.text())) {
            tests.finished(line);
        } else if (type.equals(LineType.TEST_SETTLED.text())) {
            tests.settled(line);
        } else if (type.equals(LineType.RUN_FINISHED.text())) {
            endedAt = IsoInstant.parse(line.path("at").asText());
            line.path("problems").forEach(problem -> problems.add(problem.asText()));
        } else if (type.equals(LineType.EVIDENCE.text())) {
            evidence(line);
        }
    }

    private void evidence(JsonNode line) {
        try {
            switch (line.path("kind").asText()) {
                case Probe.KIND -> services.probe(line);
                case Revision.KIND -> services.revision(line);
                case Finding.KIND -> code.finding(line);
                case Audit.KIND -> code.audit(line);
                case HttpExchange.KIND, WsMessage.KIND -> tests.met(line);
                default -> {}
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e.getOriginalMessage(), e);
        }
    }

    private void environment(JsonNode line) {
        environments.add(line.path("environment").asText());
        services.declared(line.path("services"));
        GateSettings asked = GateJson.read(line.path("gate"));
        gate = gate == null ? asked : gate.and(asked);
        knownIssues.addAll(LoggedIssue.read(line.path("knownIssues")));
        JsonNode declared = line.path("revenue");
        revenue = new Revenue(declared.path("currency").asText(), amounts(declared.path("monthly")));
    }

    private static Map<String, BigDecimal> amounts(JsonNode object) {
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> amounts.put(entry.getKey(), entry.getValue().decimalValue()));
        return amounts;
    }
}

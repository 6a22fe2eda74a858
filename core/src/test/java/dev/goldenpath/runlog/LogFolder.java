package dev.goldenpath.runlog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder of run logs, and what tests write into it. */
final class LogFolder {
    private static final JsonMapper MAPPER = new JsonMapper();

    final Redaction redaction = new Redaction();
    private final Path folder;
    private final RunClock clock = RunClock.start(Clock.systemUTC());

    LogFolder(Path folder) {
        this.folder = folder;
    }

    RunLog open(String run) throws IOException {
        return RunLog.create(folder, run, clock, redaction);
    }

    /** A log that is started already. */
    RunLog started(String run) throws IOException {
        RunLog log = open(run);
        log.runStarted(start(run));
        return log;
    }

    Ledger ledger(RunLog log) {
        return new Ledger(clock, List.of(log));
    }

    Path path() {
        return folder;
    }

    /** All logs, by name. */
    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    Path onlyFile() throws IOException {
        return files().get(0);
    }

    List<String> lines() throws IOException {
        return Files.readAllLines(onlyFile());
    }

    List<JsonNode> objects() throws IOException {
        return lines().stream().map(LogFolder::parse).toList();
    }

    LoggedRun read(String run) throws IOException {
        return RunLogReader.read(folder, run);
    }

    static JsonNode parse(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a JVM that is no more. */
    static RunStart start(String run) {
        return start(run, new RunStart.Jvm("17.0.15", "Eclipse Adoptium", Integer.MAX_VALUE, Instant.EPOCH));
    }

    static RunStart start(String run, RunStart.Jvm jvm) {
        return new RunStart(run, "local", null, jvm, null, Map.of());
    }

    static PlannedTest planned(String id) {
        return new PlannedTest(id, "com.example.ChatIT", "answers()", "answers()", "P1", "chat", List.of("chat"));
    }

    static FinishedTest passed(String id) {
        return passed(id, 1);
    }

    static FinishedTest passed(String id, int attempt) {
        return new FinishedTest(
                id, attempt, Verdict.PASSED, Grade.C, Duration.ofMillis(12), List.of(), null, null, null);
    }

    static FinishedTest failed(String id, Throwable failure) {
        return new FinishedTest(id, 1, Verdict.FAILED, null, Duration.ofMillis(12), List.of(), failure, null, null);
    }
}

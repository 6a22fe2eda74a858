package dev.goldenpath.runlog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.ForeignMarker;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what one log says of its tests. Not thread-safe. */
final class LoggedTests {
    private final Path log;
    private final Map<String, PlannedTest> planned = new LinkedHashMap<>();
    private final Map<String, Map<Integer, LoggedAttempt>> attempts = new LinkedHashMap<>();
    private final Map<String, Set<Integer>> marked = new HashMap<>();

    LoggedTests(Path log) {
        this.log = log;
    }

    void planned(JsonNode line) {
        PlannedTest test = new PlannedTest(
                line.path("test").asText(),
                line.path("class").asText(),
                line.path("name").asText(),
                line.path("displayName").asText(),
                line.path("priority").asText(),
                line.path("category").asText(),
                LogJson.textsOf(line, "protects"));
        planned.putIfAbsent(test.test(), test);
    }

    void started(JsonNode line) {
        attempt(line, LoggedAttempt.unfinished(line.path("attempt").asInt(), at(line)));
    }

    /** A pass counts with the lowest grade until it has settled. */
    void finished(JsonNode line) {
        JsonNode micros = line.path("durationUs");
        attempt(
                line,
                new LoggedAttempt(
                        line.path("attempt").asInt(),
                        Verdict.valueOf(line.path("verdict").asText()),
                        line.has("grade") ? Grade.C : null,
                        micros.isMissingNode() ? null : Duration.ofNanos(micros.asLong() * 1_000),
                        facts(line),
                        failure(line.path("failure")),
                        LogJson.textOf(line, "reason"),
                        LogJson.textOf(line, "cause"),
                        LogJson.textOf(line, "issue"),
                        new Circumstances(startedAt(line), at(line), LogJson.textsOf(line, "needs"), List.of())));
    }

    private @Nullable Instant startedAt(JsonNode line) {
        LoggedAttempt begun = attempts.getOrDefault(line.path("test").asText(), Map.of())
                .get(line.path("attempt").asInt());
        return begun == null ? null : begun.circumstances().startedAt();
    }

    private static Instant at(JsonNode line) {
        return IsoInstant.parse(line.path("at").asText());
    }

    void settled(JsonNode line) {
        Map<Integer, LoggedAttempt> ofTest =
                attempts.getOrDefault(line.path("test").asText(), Map.of());
        LoggedAttempt finished = ofTest.get(line.path("attempt").asInt());
        if (finished != null) {
            attempt(
                    line,
                    finished.settled(
                            Verdict.valueOf(line.path("verdict").asText()),
                            line.has("grade") ? Grade.valueOf(line.path("grade").asText()) : null,
                            facts(line)));
        }
    }

    private static List<Fact> facts(JsonNode line) {
        List<Fact> facts = new ArrayList<>();
        line.path("facts")
                .forEach(fact -> facts.add(
                        Fact.of(fact.path("key").asText(), fact.path("value").asText())));
        return facts;
    }

    /** An answer; what its attempt met besides markers is not looked at. */
    void met(JsonNode line) {
        // What is another user's is real work, sent to the wrong one.
        boolean noRealWork = LogJson.textsOf(line, "markers").stream()
                .anyMatch(words -> ForeignMarker.userIn(words).isEmpty());
        if (noRealWork && line.path("phase").asText().equals(Phase.TEST.name())) {
            marked.computeIfAbsent(line.path("test").asText(), id -> new HashSet<>())
                    .add(line.path("attempt").asInt());
        }
    }

    private List<LoggedAttempt> attempts(String test) {
        Set<Integer> met = marked.getOrDefault(test, Set.of());
        return attempts.getOrDefault(test, Map.of()).values().stream()
                .map(attempt -> met.contains(attempt.number())
                        ? attempt.in(attempt.circumstances().withMarker())
                        : attempt)
                .toList();
    }

    /** Every test that counts, with all its attempts. */
    Stream<LoggedTest> all() {
        return Plan.effective(planned.keySet(), this::endedItself).stream()
                .flatMap(id -> Stream.ofNullable(planned.get(id)))
                .map(plan -> new LoggedTest(log, plan, attempts(plan.test())));
    }

    private boolean endedItself(String id) {
        return attempts.getOrDefault(id, Map.of()).values().stream()
                .anyMatch(attempt -> attempt.verdict() != Verdict.MISSING);
    }

    private void attempt(JsonNode line, LoggedAttempt attempt) {
        attempts.computeIfAbsent(line.path("test").asText(), id -> new TreeMap<>())
                .put(attempt.number(), attempt);
    }

    private static @Nullable LoggedFailure failure(JsonNode failure) {
        return failure.isMissingNode()
                ? null
                : new LoggedFailure(
                        failure.path("type").asText(),
                        LogJson.textOf(failure, "message"),
                        failure.path("stackTrace").asText(),
                        LogJson.textOf(failure, "fingerprint"));
    }
}

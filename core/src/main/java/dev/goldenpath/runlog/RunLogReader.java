package dev.goldenpath.runlog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goldenpath.environment.Revenue;
import dev.goldenpath.verdict.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads all logs of one run. A last line that a kill cut short is left out. Not thread-safe; use once.
 *
 * @since 0.1.0
 */
public final class RunLogReader {
    private final String run;
    private final JsonMapper mapper = LogJson.mapper();
    private final Map<String, PlannedTest> planned = new LinkedHashMap<>();
    private final Map<String, JsonNode> finished = new LinkedHashMap<>();
    private final Map<String, String> revisions = new LinkedHashMap<>();
    private final Set<String> environments = new LinkedHashSet<>();
    private Revenue revenue = new Revenue("", Map.of());

    private RunLogReader(String run) {
        this.run = run;
    }

    /**
     * Reads the logs of {@code run} in {@code folder}.
     *
     * @throws IOException when one cannot be read, or a line that is not the last is no JSON object
     */
    public static LoggedRun read(Path folder, String run) throws IOException {
        RunLogReader reader = new RunLogReader(run);
        for (Path log : logs(folder, run)) {
            reader.read(log);
        }
        return reader.result();
    }

    private static List<Path> logs(Path folder, String run) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("run-" + run + "-")
                            && file.getFileName().toString().endsWith(".jsonl"))
                    .sorted(Comparator.comparing(RunLogReader::startOf).thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** When the log was begun; the end of time for one without a whole first line. */
    private static Instant startOf(Path log) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(log), StandardCharsets.UTF_8))) {
            String first = reader.readLine();
            return first == null
                    ? Instant.MAX
                    : Instant.parse(LogJson.mapper().readTree(first).path("at").asText());
        } catch (JsonProcessingException | DateTimeParseException e) {
            return Instant.MAX;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Path log) throws IOException {
        // Not readString: it refuses a last line that was cut in the middle of a character.
        String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        // What stands behind the last line end was cut short.
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = parse(lines.get(i), log, i + 1);
            // Another run's id may begin with this one's.
            if (i == 0 && !line.path("run").asText().equals(run)) {
                return;
            }
            accept(line);
        }
    }

    private JsonNode parse(String line, Path log, int number) throws IOException {
        try {
            JsonNode node = mapper.readTree(line);
            if (node.isObject()) {
                return node;
            }
            throw new IOException(log + ":" + number + " is no run log line: it is no JSON object");
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new IOException(log + ":" + number + " is no run log line: " + e.getOriginalMessage(), e);
        }
    }

    private void accept(JsonNode line) {
        String type = line.path("type").asText();
        if (type.equals(LineType.ENVIRONMENT.text())) {
            environment(line);
        } else if (type.equals(LineType.TEST_PLANNED.text())) {
            PlannedTest test = planned(line);
            planned.putIfAbsent(test.test(), test);
        } else if (type.equals(LineType.TEST_FINISHED.text())) {
            finished.put(line.path("test").asText(), line);
        } else if (type.equals(LineType.EVIDENCE.text())
                && line.path("kind").asText().equals("revision")) {
            revisions.put(line.path("service").asText(), line.path("revision").asText());
        }
    }

    private void environment(JsonNode line) {
        environments.add(line.path("environment").asText());
        Map<String, BigDecimal> monthly = new LinkedHashMap<>();
        line.path("revenue")
                .path("monthly")
                .properties()
                .forEach(entry -> monthly.put(entry.getKey(), entry.getValue().decimalValue()));
        revenue = new Revenue(line.path("revenue").path("currency").asText(), monthly);
    }

    private static PlannedTest planned(JsonNode line) {
        List<String> protects = new ArrayList<>();
        line.path("protects").forEach(name -> protects.add(name.asText()));
        return new PlannedTest(
                line.path("test").asText(),
                line.path("class").asText(),
                line.path("name").asText(),
                line.path("displayName").asText(),
                line.path("priority").asText(),
                line.path("category").asText(),
                protects);
    }

    private LoggedRun result() {
        List<LoggedTest> tests = new ArrayList<>();
        for (String id : Plan.effective(planned.keySet(), finished::containsKey)) {
            PlannedTest plan = planned.get(id);
            if (plan != null) {
                tests.add(logged(plan, finished.get(id)));
            }
        }
        return new LoggedRun(run, environments, revenue, revisions, tests);
    }

    private static LoggedTest logged(PlannedTest plan, @Nullable JsonNode line) {
        if (line == null) {
            return new LoggedTest(plan, Verdict.MISSING, null, null, null);
        }
        JsonNode micros = line.path("durationUs");
        return new LoggedTest(
                plan,
                Verdict.valueOf(line.path("verdict").asText()),
                micros.isMissingNode() ? null : Duration.ofNanos(micros.asLong() * 1_000),
                message(line),
                line.has("cause") ? line.path("cause").asText() : null);
    }

    private static @Nullable String message(JsonNode line) {
        if (line.has("reason")) {
            return line.path("reason").asText();
        }
        JsonNode failure = line.path("failure");
        return failure.isMissingNode()
                ? null
                : failure.path("message").asText(failure.path("type").asText());
    }
}

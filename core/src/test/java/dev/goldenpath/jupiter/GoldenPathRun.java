package dev.goldenpath.jupiter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs test classes as a build tool does, through the Launcher, and shows what JUnit and the run log say. */
final class GoldenPathRun {
    private final Path folder;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final List<Filter<?>> filters = new ArrayList<>();
    private final Map<String, TestExecutionResult> results = new LinkedHashMap<>();
    private final Map<String, String> skipped = new LinkedHashMap<>();
    private Optional<Throwable> closingFailure = Optional.empty();

    private GoldenPathRun(Path folder) {
        this.folder = folder;
    }

    /** A run with this goldenpath.yaml, whose files go to {@code folder}. */
    static GoldenPathRun with(Path folder, String yaml) {
        try {
            Files.writeString(folder.resolve("goldenpath.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return in(folder);
    }

    /** A run with the goldenpath.yaml that is in {@code folder} already. */
    static GoldenPathRun in(Path folder) {
        return new GoldenPathRun(folder)
                .parameter("goldenpath.file", folder.resolve("goldenpath.yaml").toString())
                .parameter("goldenpath.output", folder.resolve("out").toString())
                .parameter("goldenpath.runId", "test");
    }

    /**
     * The same for one service named {@code echo}. What beside the test class is not run, or empty, is no finding: this
     * module is full of classes that are meant to be bad.
     */
    static GoldenPathRun against(EchoService service, Path folder) {
        return with(folder, yaml(service.url()));
    }

    static String yaml(String url) {
        return """
                environments:
                  local:
                    ready-within: 10s
                    services:
                      echo: { url: "%s", health: /health }
                revenue: { currency: EUR, echo: 100 }
                policy: { rules: { empty-class: off, not-run: off } }
                """.formatted(url);
    }

    GoldenPathRun parameter(String key, String value) {
        parameters.put(key, value);
        return this;
    }

    GoldenPathRun filter(Filter<?> filter) {
        filters.add(filter);
        return this;
    }

    GoldenPathRun run(Class<?>... classes) {
        return run(Stream.of(classes)
                .map(DiscoverySelectors::selectClass)
                .map(DiscoverySelector.class::cast)
                .toList());
    }

    /** One plan a list of selectors, all in one launcher session, as Surefire does for reruns. */
    @SafeVarargs
    final GoldenPathRun run(List<? extends DiscoverySelector>... plans) {
        LauncherSession session = LauncherFactory.openSession();
        for (List<? extends DiscoverySelector> plan : plans) {
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(plan)
                                    .filters(filters.toArray(Filter<?>[]::new))
                                    .configurationParameters(parameters)
                                    .build(),
                            new Results());
        }
        try {
            session.close();
        } catch (RuntimeException e) {
            closingFailure = Optional.of(e);
        }
        return this;
    }

    /** What JUnit says of the test or container with this legacy reporting name. */
    TestExecutionResult result(String name) {
        return results.get(name);
    }

    Throwable throwable(String name) {
        return result(name).getThrowable().orElseThrow();
    }

    Map<String, String> skipped() {
        return skipped;
    }

    /** What made the launcher session's end fail. */
    Optional<Throwable> closingFailure() {
        return closingFailure;
    }

    /** The verdicts of the run log by the test's name, in the order they were written in. */
    Map<String, String> verdicts() {
        Map<String, String> names = new LinkedHashMap<>();
        lines("test-planned").forEach(line -> names.put(text(line, "test"), text(line, "name")));
        Map<String, String> verdicts = new LinkedHashMap<>();
        lines("test-finished").forEach(line -> verdicts.put(names.get(text(line, "test")), text(line, "verdict")));
        return verdicts;
    }

    /** The log line that finishes the test of this name. */
    JsonNode finished(String name) {
        String id = lines("test-planned").stream()
                .filter(line -> text(line, "name").equals(name))
                .map(line -> text(line, "test"))
                .findFirst()
                .orElseThrow();
        return lines("test-finished").stream()
                .filter(line -> text(line, "test").equals(id))
                .findFirst()
                .orElseThrow();
    }

    List<JsonNode> lines(String type) {
        return lines().stream().filter(line -> text(line, "type").equals(type)).toList();
    }

    List<JsonNode> lines() {
        Path output = folder.resolve("out");
        if (!Files.exists(output)) {
            return List.of();
        }
        JsonMapper mapper = new JsonMapper();
        List<JsonNode> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(output)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    lines.add(mapper.readTree(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** All evidence but the library's own and the witness's, as {@code TEARDOWN DELETE /things of test}, in the order of the log. */
    List<String> evidence() {
        return lines("evidence").stream()
                .filter(line -> !text(line, "phase").equals("PROBE"))
                .filter(line -> !text(line, "kind").equals("socket"))
                .map(line -> text(line, "phase") + " "
                        + (line.has("name")
                                ? text(line, "name")
                                : text(line, "method") + " " + text(line, "url").replaceFirst("http://[^/]*", ""))
                        + text(line, "test")
                                .replaceFirst(".*/\\[(?:method|test-template|test-factory):([^(]*).*", " of $1"))
                .toList();
    }

    private static String text(JsonNode line, String field) {
        return line.path(field).asText();
    }

    private final class Results implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            results.put(identifier.getLegacyReportingName(), result);
        }

        @Override
        public void executionSkipped(TestIdentifier identifier, String reason) {
            skipped.put(identifier.getLegacyReportingName(), reason);
        }
    }
}

package dev.goldenpath.matrix;

import dev.goldenpath.client.JsonText;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.runlog.RunLogReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs test classes as a build tool does, and shows what became of each node. */
final class MatrixRun {
    private final Path output;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final Map<String, Throwable> thrown = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> entries = new ConcurrentLinkedQueue<>();

    MatrixRun(Path folder, String yaml) {
        this.output = folder.resolve("out");
        try {
            Path file = Files.writeString(folder.resolve("goldenpath.yaml"), yaml);
            parameters.put("goldenpath.file", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        parameters.put("goldenpath.output", output.toString());
        parameters.put("goldenpath.runId", "matrix");
    }

    MatrixRun parameter(String key, String value) {
        parameters.put(key, value);
        return this;
    }

    MatrixRun run(Class<?>... classes) {
        return plans(Stream.of(classes).map(DiscoverySelectors::selectClass).toList());
    }

    /** One plan a list of selectors, all in one launcher session, as Surefire does for reruns. */
    @SafeVarargs
    final MatrixRun plans(List<? extends DiscoverySelector>... plans) {
        try (LauncherSession session = LauncherFactory.openSession()) {
            for (List<? extends DiscoverySelector> plan : plans) {
                session.getLauncher()
                        .execute(
                                LauncherDiscoveryRequestBuilder.request()
                                        .selectors(plan)
                                        .configurationParameters(parameters)
                                        .build(),
                                new Outcomes());
            }
        }
        return this;
    }

    /** {@code PASSED refuses an expired token}, in the order of planning. */
    List<String> verdicts() {
        return tests().stream()
                .map(test -> test.verdict() + " " + test.plan().displayName())
                .toList();
    }

    /** The nodes that did not pass. */
    List<String> red() {
        return verdicts().stream().filter(each -> !each.startsWith("PASSED ")).toList();
    }

    /** What JUnit was told of the node, or the container, of this name. */
    Throwable thrown(String displayName) {
        return thrown.get(displayName);
    }

    /** The unique id of the node of this name. */
    String id(String displayName) {
        return ids.get(displayName);
    }

    /** What the nodes published. */
    List<String> entries() {
        return List.copyOf(entries);
    }

    List<LoggedTest> tests() {
        return log().tests();
    }

    LoggedRun log() {
        try {
            return RunLogReader.read(output, "matrix");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The exchanges of a node, as {@code alice GET /threads 200 purpose}, in their order. */
    List<String> exchanges(String displayName) {
        String id = tests().stream()
                .filter(test -> test.plan().displayName().equals(displayName))
                .map(test -> test.plan().test())
                .findFirst()
                .orElseThrow();
        return evidence("http-exchange").stream()
                .filter(line -> line.at("/test").equals(Optional.of(id)))
                .map(line -> text(line, "/user") + " " + text(line, "/method") + " "
                        + text(line, "/url").replaceFirst("http://[^/]*", "") + " " + text(line, "/status") + " "
                        + text(line, "/purpose"))
                .toList();
    }

    /** The findings in what the nodes did, as {@code rule EFFECT words}. */
    List<String> findings() {
        return evidence("finding").stream()
                .filter(line -> line.at("/test").isPresent())
                .map(line -> text(line, "/rule") + " " + text(line, "/effect") + " " + text(line, "/words"))
                .toList();
    }

    /** The steps of the nodes. */
    List<String> steps() {
        return evidence("step").stream().map(line -> text(line, "/name")).toList();
    }

    private List<JsonText> evidence(String kind) {
        return lines().stream()
                .map(JsonText::parse)
                .filter(line -> line.at("/kind").equals(Optional.of(kind)))
                .toList();
    }

    private static String text(JsonText line, String pointer) {
        return line.at(pointer).map(Object::toString).orElse("null");
    }

    /** All lines of the run log. */
    List<String> lines() {
        try (Stream<Path> files = Files.list(output)) {
            List<String> lines = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".jsonl")).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Outcomes implements TestExecutionListener {
        @Override
        public void executionStarted(TestIdentifier identifier) {
            ids.put(identifier.getDisplayName(), identifier.getUniqueId());
        }

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            result.getThrowable().ifPresent(each -> thrown.put(identifier.getDisplayName(), each));
        }

        @Override
        public void reportingEntryPublished(TestIdentifier identifier, ReportEntry entry) {
            entries.add(identifier.getDisplayName() + ": "
                    + entry.getKeyValuePairs().get("auth-matrix"));
        }
    }
}

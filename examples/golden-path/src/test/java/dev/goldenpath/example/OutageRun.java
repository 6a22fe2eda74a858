package dev.goldenpath.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Probe;
import dev.goldenpath.report.ConsoleReport;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedServices.Sighting;
import dev.goldenpath.runlog.RunLogReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** One run of some classes of the suite against a product that runs already, with logs and reports of its own. */
final class OutageRun {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final String id;
    private final Path folder;
    private final Map<String, String> parameters = new HashMap<>();
    private final Map<String, Runnable> before = new HashMap<>();
    private Duration took = Duration.ZERO;

    OutageRun(String id, StackProcess stack) {
        // The logs of an earlier search are still there.
        this.id = id + "-" + System.nanoTime();
        this.folder = Path.of("target", "outages", this.id);
        with("goldenpath.environment", "running");
        with("goldenpath.output", folder.toString());
        with("goldenpath.runId", this.id);
        for (String name : List.of("auth", "backend", "postgres")) {
            with("goldenpath.ports." + name, Integer.toString(stack.port(name)));
        }
    }

    OutageRun with(String key, String value) {
        parameters.put(key, value);
        return this;
    }

    /** Has something happen right before the first test of a class. */
    OutageRun before(Class<?> type, Runnable happening) {
        before.put(type.getName(), happening);
        return this;
    }

    OutageRun run(Class<?>... classes) {
        Happenings happenings = new Happenings();
        long began = System.nanoTime();
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(Arrays.stream(classes)
                                            .map(DiscoverySelectors::selectClass)
                                            .toList())
                                    .configurationParameters(parameters)
                                    .build(),
                            happenings);
        }
        took = Duration.ofNanos(System.nanoTime() - began);
        happenings.rethrow();
        return this;
    }

    /** Waits until the run, which still goes on, has found a service to be ready or not. */
    void awaitSeen(String service, boolean ready) {
        Until.holds(service + (ready ? " is ready" : " is not ready"), LIMIT, () -> {
            List<Probe> seen = log().services().probes().stream()
                    .map(Sighting::evidence)
                    .filter(probe -> probe.service().equals(service))
                    .toList();
            return !seen.isEmpty() && seen.get(seen.size() - 1).ready() == ready;
        });
    }

    /** Waits until the run, which still goes on, has read this revision of a service. */
    void awaitRevision(String service, String revision) {
        Until.holds(
                service + " runs " + revision,
                LIMIT,
                () -> revision.equals(log().revisions().get(service)));
    }

    Duration took() {
        return took;
    }

    LoggedRun log() {
        try {
            return RunLogReader.read(folder, id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many tests of which class came to which verdict: {@code PASSED Login 6}. */
    List<String> verdicts() {
        Map<String, Long> counts = log().tests().stream()
                .collect(Collectors.groupingBy(
                        test -> test.verdict() + " "
                                + test.plan()
                                        .className()
                                        .replaceFirst(".*[.$]", "")
                                        .replaceFirst("GoldenPathIT$", ""),
                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .sorted()
                .toList();
    }

    /** What the console says of the tests that did not pass, without what is different in every run. */
    String told() {
        return Stream.of(console().split("\n\n", 0))
                .filter(part -> part.matches("(?s)(CAUSE|FAILED|BLOCKED|ERROR|SUSPECT|MISSING|SKIPPED|FLAKY) .*"))
                .collect(Collectors.joining("\n\n"))
                .stripTrailing();
    }

    /** What the console says, without what is different in every run. */
    String console() {
        return normalised(ConsoleReport.of(log(), folder));
    }

    private static String normalised(String text) {
        return text.replaceAll("127\\.0\\.0\\.1:\\d+", "HOST")
                .replaceAll("\\d\\d:\\d\\d:\\d\\d", "TIME")
                .replaceAll("(probe|call|session) \\d+", "$1 N")
                .replaceAll("\"checks\":\\{.*…", "\"checks\":{…")
                .replaceAll("\\{[^{}]*\"starting\"[^{}]*}", "{starting}");
    }

    String report(String name) {
        try {
            return normalised(Files.readString(folder.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often a text stands in a report. */
    int count(String report, String text) {
        return report(report).split(Pattern.quote(text), -1).length - 1;
    }

    private final class Happenings implements TestExecutionListener {
        private final List<Throwable> broken = new ArrayList<>();

        @Override
        public void executionStarted(TestIdentifier node) {
            node.getSource()
                    .filter(ClassSource.class::isInstance)
                    .map(source -> before.get(((ClassSource) source).getClassName()))
                    .ifPresent(this::happen);
        }

        /** JUnit swallows what a listener throws. */
        private void happen(Runnable happening) {
            try {
                happening.run();
            } catch (RuntimeException | AssertionError e) {
                broken.add(e);
            }
        }

        void rethrow() {
            assertThat(broken).isEmpty();
        }
    }
}

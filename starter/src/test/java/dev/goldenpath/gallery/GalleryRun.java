package dev.goldenpath.gallery;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.runlog.RunLogReader;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.SuspectPassError;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs one piece of the gallery as a build tool does, and reads its log. */
final class GalleryRun {
    private final LoggedRun run;
    private final List<Throwable> thrown;

    private GalleryRun(LoggedRun run, List<Throwable> thrown) {
        this.run = run;
        this.thrown = thrown;
    }

    static GalleryRun of(Class<?> piece, Path folder, String yaml, Map<String, String> parameters) throws IOException {
        Path file = Files.writeString(folder.resolve("goldenpath.yaml"), yaml);
        Path output = folder.resolve("out");
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("goldenpath.file", file.toString());
        all.put("goldenpath.output", output.toString());
        all.put("goldenpath.runId", "gallery");
        Thrown thrown = new Thrown();
        LauncherSession session = LauncherFactory.openSession();
        session.getLauncher()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(piece))
                                .configurationParameters(all)
                                .build(),
                        thrown);
        try {
            session.close();
        } catch (IllegalStateException e) {
            // A pass that was taken back makes the run red; the log tells which.
            thrown.all.add(e);
        }
        return new GalleryRun(RunLogReader.read(output, "gallery"), thrown.all);
    }

    List<LoggedTest> tests() {
        return run.tests();
    }

    List<Verdict> verdicts() {
        return run.tests().stream().map(LoggedTest::verdict).distinct().toList();
    }

    List<Grade> grades() {
        return run.tests().stream()
                .flatMap(test -> test.last().stream())
                .map(LoggedAttempt::grade)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** What the verdicts rest on, {@code key: value} each. */
    List<String> facts() {
        return run.tests().stream()
                .flatMap(test -> test.last().stream())
                .flatMap(attempt -> attempt.facts().stream())
                .map(GalleryRun::text)
                .distinct()
                .toList();
    }

    /** What JUnit was told that is no ruling of the referee's. */
    Stream<Throwable> failuresOfTheirOwn() {
        return thrown.stream().filter(failure -> !(failure instanceof SuspectPassError));
    }

    private static String text(Fact fact) {
        return fact.key() + ": " + fact.value();
    }

    private static final class Thrown implements TestExecutionListener {
        private final List<Throwable> all = new ArrayList<>();

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            if (result.getStatus() == Status.FAILED) {
                result.getThrowable().ifPresent(all::add);
            }
        }
    }
}

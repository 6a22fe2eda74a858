package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.verdict.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorklogActionsTest {

    @Test
    void testsOfOneFingerprintAreOneActionAndTheMostImportantIsFirst() {
        LoggedRun run = new SampleRun()
                .test(SampleRun.planned("P3", "a"), failed("other", "11"))
                .test(SampleRun.planned("P2", "b"), failed("wrong", "22"))
                .test(SampleRun.planned("P1", "c"), failed("wrong", "22"))
                .test(SampleRun.planned("P1", "d"), failed("no\nmore", null))
                .read();

        assertThat(actions(run)).isEqualTo("""
                1. Look into 2 tests that are FAILED alike, first `ChatIT.b()` (P2) in `ChatIT.java:42`: `wrong`
                2. Look into FAILED `ChatIT.d()` (P1) in `ChatIT.java:42`: `no`
                3. Look into FAILED `ChatIT.a()` (P3) in `ChatIT.java:42`: `other`
                """);
    }

    @Test
    void aFindingsRemedyIsAnActionAndOneThatIsAllowedIsNone() {
        LoggedRun run = new SampleRun()
                .code(
                        List.of(
                                finding(
                                        "mock-library",
                                        Effect.FAKE,
                                        "A.java:3",
                                        "Call the service, or use @AllowFake."),
                                finding(
                                        "mock-library",
                                        Effect.FAKE,
                                        "B.java:4",
                                        "Call the service, or use @AllowFake."),
                                finding("sleep", Effect.SMELL, null, "Wait for *it*."),
                                finding("mock-library", Effect.ALLOWED, "C.java:5", "Call.")),
                        List.of(),
                        List.of("A"))
                .read();

        assertThat(actions(run)).isEqualTo("""
                1. `mock-library`, 2 times, first in `A.java:3`: `Call the service, or use @AllowFake.`
                2. `sleep`, 1 time: Wait for \\*it\\*.
                """);
    }

    @Test
    void ofVeryManyTheFirstAreListedAndAllAreCounted() {
        SampleRun run = new SampleRun();
        for (int i = 0; i < 1_000; i++) {
            run.test(SampleRun.planned("P1", "t" + i), failed("no " + i, "f" + i));
        }

        assertThat(actions(run.read()).lines())
                .hasSize(26)
                .contains("1. Mind that only the first 25 of 1,000 failing groups follow; the others are told above");
    }

    private static String actions(LoggedRun run) {
        return WorklogActions.of(RunAccount.of(run));
    }

    private static LoggedAttempt failed(String message, @Nullable String fingerprint) {
        return new LoggedAttempt(
                1,
                Verdict.FAILED,
                null,
                null,
                List.of(),
                new LoggedFailure(
                        "java.lang.AssertionError", message, "\tat com.example.ChatIT.x(ChatIT.java:42)", fingerprint),
                null,
                null);
    }

    private static Finding finding(String rule, Effect effect, @Nullable String source, String remedy) {
        return new Finding(rule, effect, "w", source == null ? null : "A", source, List.of(), remedy);
    }
}

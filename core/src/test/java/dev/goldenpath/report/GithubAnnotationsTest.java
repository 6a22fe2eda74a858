package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GithubAnnotationsTest {
    @TempDir
    private Path folder;

    @Test
    void theDocumentedSampleIsWhatThatRunPrints() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "ci.md")))
                .contains("```text\n" + String.join("\n", lines(OutageRun.ofRedis())) + "\n```\n");
    }

    @Test
    void pointsAtTheLineOfTheTestClassInItsModule() throws IOException {
        Path module = folder.resolve("e2e");
        Files.createDirectories(module.resolve("src/test/java/com/example"));
        Files.createFile(module.resolve("src/test/java/com/example/ChatIT.java"));
        LoggedRun run = new SampleRun().tests(List.of(failing("P1", "a"))).read();
        String expected = "::error file=e2e/src/test/java/com/example/ChatIT.java,line=42,"
                + "title=Golden Path%3A P1 FAILED ChatIT.a()::100%25%0Asure";
        assertThat(lines(run)).containsExactly(expected);
        assertThat(GithubAnnotations.of(RunAccount.of(run), new SourceFiles(module, folder)))
                .containsExactly(expected);
    }

    @Test
    void doesWithoutAFileWhereThereIsNone() {
        LoggedRun run = new SampleRun().tests(List.of(failing("P1", "a"))).read();
        assertThat(lines(run)).containsExactly("::error title=Golden Path%3A P1 FAILED ChatIT.a()::100%25%0Asure");
    }

    @Test
    void theMostImportantComeFirstAndTestsOfOneReasonAreOne() {
        LoggedRun run = new SampleRun()
                .test("P3", "c", Verdict.FAILED)
                .test("P2", "lost", Verdict.SKIPPED)
                .test(SampleRun.planned("P2", "m1"))
                .test(SampleRun.planned("P2", "m2"))
                .test("P1", "a", Verdict.SUSPECT)
                .read();
        assertThat(lines(run))
                .containsExactly(
                        "::error title=Golden Path%3A P1 SUSPECT ChatIT.a()::SUSPECT",
                        "::error title=Golden Path%3A P2 MISSING 2 tests::planned, and no end of it is in the run log"
                                + "%0A- ChatIT.m1()%0A- ChatIT.m2()",
                        "::error title=Golden Path%3A P3 FAILED ChatIT.c()::FAILED");
    }

    @Test
    void ofMoreThanTenTheTenthCountsTheRest() {
        SampleRun run = new SampleRun();
        for (int i = 10; i < 30; i++) {
            run.test("P1", "t" + i, Verdict.FAILED);
        }
        assertThat(lines(run.read()))
                .hasSize(10)
                .endsWith("::error title=Golden Path%3A 11 more::P1 FAILED ChatIT.t19()%0AP1 FAILED ChatIT.t20()"
                        + "%0AP1 FAILED ChatIT.t21()%0AP1 FAILED ChatIT.t22()%0AP1 FAILED ChatIT.t23()"
                        + "%0A… (6 more in the reports)");
    }

    @Test
    void whatMakesTheRunRedBesidesItsTestsComesFirst() {
        LoggedRun run = new SampleRun()
                .jvm(End.KILLED)
                .required("overall", "50")
                .test("P2", "a", Verdict.FAILED)
                .test("P2", "b", Verdict.PASSED)
                .read();
        assertThat(lines(run))
                .containsExactly(
                        "::error title=Golden Path%3A The gate is red::A test JVM was killed, or could not go on with its"
                                + " log: run-r1-1-1700000000000.jsonl has no last line.",
                        "::error title=Golden Path%3A P2 FAILED ChatIT.a()::FAILED");
    }

    @Test
    void whatTheGateToleratesIsAWarning() {
        LoggedRun run = new SampleRun()
                .required("overall", "50")
                .test("P2", "a", Verdict.FAILED)
                .test("P2", "b", Verdict.PASSED)
                .read();
        assertThat(lines(run)).containsExactly("::warning title=Golden Path%3A P2 FAILED ChatIT.a()::FAILED");
    }

    @Test
    void aGateThatIsRedForNoTestIsToldItself() {
        assertThat(lines(new SampleRun().required("P1", "95").read()))
                .containsExactly("::error title=Golden Path%3A The gate is red::"
                        + "No golden-path test was planned, so nothing was tested.");
    }

    @Test
    void aGreenRunHasNone() {
        assertThat(lines(new SampleRun().test("P1", "a", Verdict.PASSED).read()))
                .isEmpty();
    }

    @Test
    void noTextOfOthersIsACommand() {
        LoggedRun run = new SampleRun()
                .test(
                        SampleRun.planned("P1", "a::b,c\r\n::error::x"),
                        SampleRun.attempt(1, Verdict.FAILED, 1, "x\r\n::add-mask::y" + "z".repeat(9_000), null))
                .read();
        assertThat(lines(run))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith(
                                "::error title=Golden Path%3A P1 FAILED ChatIT.a%3A%3Ab%2Cc%0D%0A%3A%3Aerror%3A%3Ax()::"
                                        + "x%0A::add-mask::yzzz")
                        .endsWith("zz … (8013 more characters in the run log)")
                        .hasSizeLessThan(4_200));
    }

    private static LoggedTest failing(String priority, String name) {
        String trace = """
                java.lang.AssertionError: 100%
                sure
                \tat app//org.assertj.core.api.Fail.fail(Fail.java:1)
                \tat com.example.Other.a(Other.java:7)
                \tat com.example.ChatIT$Inner.lambda$a$0(ChatIT.java:42)
                \tat com.example.ChatIT.a(ChatIT.java:99)
                """;
        LoggedAttempt attempt = new LoggedAttempt(
                1,
                Verdict.FAILED,
                null,
                Duration.ofMillis(1),
                List.of(),
                new LoggedFailure("java.lang.AssertionError", "100%\nsure", trace, null),
                null,
                null);
        return new LoggedTest(Path.of("log"), SampleRun.planned(priority, name), List.of(attempt));
    }

    private List<String> lines(LoggedRun run) {
        return GithubAnnotations.of(RunAccount.of(run), new SourceFiles(folder, null));
    }
}

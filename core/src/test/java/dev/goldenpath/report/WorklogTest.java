package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorklogTest {
    private static final Path FOLDER = Path.of("target/goldenpath");

    @Test
    void ofAWholeRunIsThePageInTheDocumentation() throws IOException {
        assertThat(Documented.blocks("worklog.md", "markdown"))
                .containsExactly(SampleRun.worklog(FullRun.read(), FOLDER));
    }

    @Test
    void aRunOfNothingSaysSoAndInventsNothing() {
        assertThat(SampleRun.worklog(new SampleRun().read(), FOLDER)).isEqualTo("""
                # Golden Path worklog

                - Run: `r1`
                - JVMs: 0

                ## Results

                No golden-path test was planned.

                ## What a pass does not prove

                """ + CodeFindings.LIMITS + """


                ## Files

                - JUnit XML: `target/goldenpath/goldenpath-junit.xml`
                - HTTP Archive: `target/goldenpath/traffic.har`
                - This page: `target/goldenpath/worklog.md`
                """);
    }

    @Test
    void listsWhatPoliciesFoundByEffectAndRule() {
        String page = SampleRun.worklog(
                new SampleRun()
                        .code(
                                List.of(
                                        finding("mock-library", Effect.FAKE, "ChatIT → Base uses org.mockito.Mockito"),
                                        finding("sleep", Effect.SMELL, "a test sleeps"),
                                        finding("sleep", Effect.SMELL, "another test sleeps"),
                                        finding("not-run", Effect.UNRUNNABLE, "a test is private"),
                                        finding("mock-library", Effect.ALLOWED, "PriceIT uses org.mockito.Mockito")),
                                List.of("shop.A"),
                                List.of("shop.ChatIT"))
                        .read(),
                FOLDER);
        assertThat(page)
                .contains("- Audit of the tests' code: 1 of 2 classes are clean\n")
                .contains("""
                ## Fakes that are allowed

                - `ChatIT.java:7: PriceIT uses org.mockito.Mockito [mock-library]`

                ## Findings

                - FAKE, `mock-library`: 1
                  - `ChatIT.java:7: ChatIT → Base uses org.mockito.Mockito [mock-library]`
                - UNRUNNABLE, `not-run`: 1
                  - `ChatIT.java:7: a test is private [not-run]`
                - SMELL, `sleep`: 2
                  - `ChatIT.java:7: a test sleeps [sleep]`
                  - `ChatIT.java:7: another test sleeps [sleep]`
                """);
    }

    private static Finding finding(String rule, Effect effect, String words) {
        return new Finding(rule, effect, words, "shop.ChatIT", "ChatIT.java:7", List.of(), "Mend it.");
    }

    @Test
    void tellsOfJvmsThatHaveNotEndedAndOfWhatElseIsRed() {
        assertThat(SampleRun.worklog(
                        new SampleRun()
                                .jvm(End.FINISHED, "a verdict was lost: <disk full>")
                                .jvm(End.RUNNING)
                                .test("P1", "a", Verdict.PASSED)
                                .pending(3)
                                .read(),
                        FOLDER))
                .startsWith("""
                        # Golden Path worklog, 1970-01-01 00:00 UTC

                        - Grades of the passes: 1 C
                        - Run: `r1`
                        - JVMs: 2, 1 still running: `run-r1-2-1700000000000.jsonl`
                        - So far: 3 more planned in JVMs of this run that have not ended
                        """)
                .contains("""
                        ## Red besides its tests

                        - `a verdict was lost: <disk full>`
                        """);
    }

    @Test
    void testsOfOneReasonAreOneEntryAndOfOneMessageAreNot() {
        assertThat(SampleRun.worklog(
                        new SampleRun()
                                .test(SampleRun.planned("P1", "a"), FullRun.skipped("later"))
                                .test(SampleRun.planned("P1", "b"), FullRun.skipped("never"))
                                .test(SampleRun.planned("P1", "c"), FullRun.skipped("later"))
                                .test(SampleRun.planned("P1", "d"), FullRun.failed(1, Verdict.FAILED, "wrong"))
                                .test(SampleRun.planned("P1", "e"), FullRun.failed(1, Verdict.FAILED, "wrong"))
                                .test("P1", "f", Verdict.SUSPECT)
                                .read(),
                        FOLDER))
                .contains("""
                        ## FAILED

                        - `ChatIT.d()`

                          ```text
                          wrong
                          ```

                        - `ChatIT.e()`

                          ```text
                          wrong
                          ```

                        ## SUSPECT

                        - `ChatIT.f()`

                        ## SKIPPED

                        - 2 tests

                          ```text
                          later
                          ```

                          - `ChatIT.a()`
                          - `ChatIT.c()`

                        - `ChatIT.b()`

                          ```text
                          never
                          ```
                        """);
    }
}

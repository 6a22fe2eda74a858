package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WorklogTest {
    private static final Path FOLDER = Path.of("target/goldenpath");

    @Test
    void ofAWholeRunIsThePageInTheDocumentation() throws IOException {
        assertThat(Documented.blocks("markdown")).containsExactly(Worklog.of(FullRun.read(), FOLDER));
    }

    @Test
    void aRunOfNothingSaysSoAndInventsNothing() {
        assertThat(Worklog.of(new SampleRun().read(), FOLDER)).isEqualTo("""
                # Golden Path worklog

                - Run: `r1`
                - JVMs: 0

                ## Results

                No golden-path test was planned.

                ## Files

                - JUnit XML: `target/goldenpath/goldenpath-junit.xml`
                - HTTP Archive: `target/goldenpath/traffic.har`
                - This page: `target/goldenpath/worklog.md`
                """);
    }

    @Test
    void tellsOfJvmsThatHaveNotEndedAndOfWhatElseIsRed() {
        assertThat(Worklog.of(
                        new SampleRun()
                                .jvm(End.FINISHED, "a verdict was lost: <disk full>")
                                .jvm(End.RUNNING)
                                .test("P1", "a", Verdict.PASSED)
                                .pending(3)
                                .read(),
                        FOLDER))
                .startsWith("""
                        # Golden Path worklog, 1970-01-01 00:00 UTC

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
        assertThat(Worklog.of(
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

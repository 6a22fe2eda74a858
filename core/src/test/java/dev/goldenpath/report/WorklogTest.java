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
                .contains(SampleRun.worklog(FullRun.account(), FOLDER, WorklogNotes.none()));
    }

    @Test
    void aRunOfNothingSaysSoAndInventsNothing() {
        assertThat(SampleRun.worklog(new SampleRun().read(), FOLDER)).isEqualTo("""
                # Golden Path worklog
                <!-- worklog of run r1 -->

                - Run: `r1`
                - JVMs: 0

                ## Notes

                <!-- notes:begin general -->
                <!-- notes:end general -->

                ## Selection and strategy

                - Planned: 0 tests: 0 came to a result, 0 skipped, 0 never reported
                - Run again: no test
                - The gate demands: that every test that is not skipped passes

                ## Results

                No golden-path test was planned.

                ## Stability

                No earlier run is known: `-Dgoldenpath.baseline=…` or `GOLDENPATH_BASELINE` names a folder with the logs of one, or a log.

                ## Evidence of real execution

                No test exchanged anything with a service.

                What a pass does not prove:\s""" + CodeFindings.LIMITS + """


                ## Audit

                The code of no test was audited.

                ## Remediation

                From what is known of this run nothing follows that has to be done.

                ## Validation checklist

                - [ ] Every planned test was reported: does not apply, no test was planned
                - [ ] Every test JVM ended its log: does not apply, there is no log
                - [ ] No JVM was red besides its tests: does not apply, there is no log
                - [ ] No test passed without evidence: does not apply, no test passed
                - [ ] The network witness confirms every pass: does not apply, no test passed
                - [ ] Every service was ready when it was last looked at: does not apply, no service was looked at
                - [ ] Every service ran the intended revision: does not apply, of no service one is expected
                - [ ] Every service said that the users are who they are: does not apply, no test called as a user
                - [ ] No test got an answer that says of itself that it is no real work: does not apply, no test was planned
                - [ ] No test leads to a fake: does not apply, the code of no test was audited
                - [ ] The audit finds nothing in the tests' code: does not apply, the code of no test was audited
                - [ ] No bypass was used: does not apply, no test was planned
                - [ ] No service was redeployed in mid-run: does not apply, no service said what it runs
                - [ ] No test is flaky: does not apply, no test was planned
                - [ ] No test was skipped: does not apply, no test was planned
                - [ ] Every P1 test passed: does not apply, none was planned
                - [ ] All revenue is verified: does not apply, none is declared
                - [ ] The gate is green: 1 reason against it

                ## Files

                - HTTP Archive: `target/goldenpath/traffic.har`
                - JUnit XML: `target/goldenpath/goldenpath-junit.xml`
                - Page for a browser: `target/goldenpath/report.html`
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
                .contains("## Audit\n\n- Score: 1 of 2 classes are clean\n")
                .contains("""
                ### Fakes that are allowed

                - `ChatIT.java:7: PriceIT uses org.mockito.Mockito [mock-library]`

                ### Findings

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
                        <!-- worklog of run r1 -->

                        - Focus: 1 test, P1 1, of the category `chat`
                        - Run: `r1`
                        - JVMs: 2, 1 still running: `run-r1-2-1700000000000.jsonl`
                        - So far: 3 more planned in JVMs of this run that have not ended
                        """)
                .contains("""
                        ### Red besides its tests

                        - `a verdict was lost: <disk full>`
                        """);
    }

    @Test
    void aRunInWhichAllIsWellSaysSo() {
        String page = SampleRun.worklog(
                new SampleRun()
                        .required("P1", "100.0")
                        .jvm(End.FINISHED)
                        .test("P1", "a", Verdict.PASSED)
                        .read(),
                FOLDER);

        assertThat(page)
                .contains("- The gate demands: P1 100 %\n")
                .contains("### Gate\n\nGreen: nothing is against it.\n")
                .contains("## Issue analysis\n\nEvery test passed at its first attempt.\n")
                .contains("nothing follows that has to be done")
                .contains("- [x] The gate is green: 0 reasons against it\n");
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
                        ### FAILED

                        - `ChatIT.d()`

                          ```text
                          wrong
                          ```

                        <!-- notes:begin tests:ChatIT.d:38301784 -->
                        <!-- notes:end tests:ChatIT.d:38301784 -->

                        - `ChatIT.e()`

                          ```text
                          wrong
                          ```

                        <!-- notes:begin tests:ChatIT.e:ad58cb99 -->
                        <!-- notes:end tests:ChatIT.e:ad58cb99 -->

                        ### SUSPECT

                        - `ChatIT.f()`

                        <!-- notes:begin tests:ChatIT.f:0ee80c9d -->
                        <!-- notes:end tests:ChatIT.f:0ee80c9d -->

                        ### SKIPPED

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

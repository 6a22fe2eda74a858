package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.GateSettings;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.verdict.GateReason;
import dev.goldenpath.verdict.Verdict;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownIssuesInReportsTest {
    private static final String MET =
            "Known issue SHOP-1 (https://tracker.example.com/SHOP-1, payments, until 2027-01-31): Expected status 200.";
    private static final String DID_NOT_OCCUR =
            "SHOP-2 did not occur: ChatIT.chats() passed; remove the entry (known-issues.yaml:7).";

    @TempDir
    Path folder;

    private final LoggedRun run = sample().read();

    private static SampleRun sample() {
        return new SampleRun()
                .environment("local")
                .revenue("USD", "cart", "500")
                .knownIssue("SHOP-1", false, "com.example.ChatIT#pays", "com.example.ChatIT#greets")
                .knownIssue("SHOP-2", false, "com.example.ChatIT#chats")
                .knownIssue("SHOP-3", false, "com.example.*")
                .known(SampleRun.planned("P1", "pays", "cart"), "SHOP-1", "Expected status 200.")
                .known(SampleRun.planned("P2", "ships"), "SHOP-1", "Expected status 200.")
                .test("P1", "chats", Verdict.PASSED)
                .test("P2", "greets", Verdict.PASSED);
    }

    @Test
    void theConsoleTellsThemByIssueAndWhatDidNotOccur() {
        assertThat(ConsoleReport.of(run, Path.of("out")))
                .contains("\n       planned  passed  failed  blocked  suspect  error  known  skipped  pass rate")
                .contains("\ntotal        4       2       0        0        0      0      2        0     50.0 %")
                .contains("\n" + DID_NOT_OCCUR + "\n")
                .contains("\nSHOP-1 did not occur in what passed: ChatIT.greets() passed; take it out of the entry "
                        + "(known-issues.yaml:1).\n")
                .contains("\nKNOWN   2 tests\n        " + MET + "\n        - ChatIT.pays()\n        - ChatIT.ships()\n")
                .doesNotContain("SHOP-3");
    }

    @Test
    void theWorklogTellsWhatWasNotMet() {
        assertThat(SampleRun.worklog(run, folder))
                .contains("### KNOWN\n\n- 2 tests\n\n  ```text\n  " + MET + "\n  ```\n\n  - `ChatIT.pays()`")
                .contains("### Known issues\n\n- SHOP-1 did not occur in what passed")
                .contains("- SHOP-2 did not occur: ChatIT.chats() passed; remove the entry")
                .contains("- Not met in this run: `SHOP-3`\n")
                .doesNotContain("### To be known")
                .doesNotContain("Look into KNOWN");
    }

    @Test
    void thePageListsThem() {
        assertThat(HtmlPages.of(RunAccount.of(run)).select("#findings li").eachText())
                .containsExactly(
                        "SHOP-1 (https://tracker.example.com/SHOP-1, payments, until 2027-01-31): 2 tests KNOWN SHOP-1 did "
                                + "not occur in what passed: ChatIT.greets() passed; take it out of the entry "
                                + "(known-issues.yaml:1).",
                        "SHOP-2 (https://tracker.example.com/SHOP-2, payments, until 2027-01-31): 0 tests KNOWN "
                                + DID_NOT_OCCUR);
    }

    @Test
    void theyAreRedUnlessTheyAreTolerated() {
        GateReport counted = GateReport.of(run);
        assertThat(counted.reasons())
                .containsExactly(
                        "2 tests are KNOWN: with no pass rate below 'gate' in goldenpath.yaml, every test that "
                                + "is not skipped must pass. With gate.known: tolerate, known issues are left out.");
        assertThat(counted.kind()).contains(GateReason.Kind.GATE);
        assertThat(counted.text()).contains("KNOWN   2 tests: " + MET);

        GateSettings tolerant = new GateSettings(Map.of(), null, null, null, null, null, null, true);
        GateReport tolerated = GateReport.of(sample().asked(tolerant).read());
        assertThat(tolerated.isGreen()).isTrue();
        assertThat(tolerated.text())
                .contains("overall        4       2    100.0 %         -\n")
                .contains("\nThe rates leave out 2 tests that are KNOWN, as gate.known says.\n");
        assertThat(GateReport.of(sample().asked(tolerant)
                                .required("P2", "100")
                                .required("overall", "100")
                                .read())
                        .isGreen())
                .isTrue();
        assertThat(GateReport.of(sample().required("P2", "100").read()).reasons())
                .containsExactly("P2: 1 of 2 planned tests passed (50.0 %), and 100 % is required.");
        assertThat(GateReport.of(sample().asked(tolerant)
                                .required("P2", "100")
                                .test("P2", "fails", Verdict.FAILED)
                                .read())
                        .reasons())
                .containsExactly("P2: 1 of 2 planned tests passed (50.0 %; 1 KNOWN left out), and 100 % is required.");
    }

    @Test
    void whatTheyProtectStaysUnverified() {
        GateSettings gate = new GateSettings(Map.of(), new BigDecimal("100"), null, null, null, null, null, true);
        assertThat(GateReport.of(sample().asked(gate).read()).reasons())
                .containsExactly(
                        "revenue-at-risk: 500 USD per month is unverified (cart 500), and at most 100 may be.");
    }

    @Test
    void anEntryThatHasExpiredClosesTheGate() {
        LoggedRun expired = new SampleRun()
                .knownIssue("SHOP-9", true, "com.example.ChatIT#chats")
                .test("P1", "chats", Verdict.PASSED)
                .read();

        assertThat(GateReport.of(expired).reasons())
                .containsExactly(
                        "Known issue SHOP-9 expired on 2026-01-31 (known-issues.yaml:1): mend it and remove the "
                                + "entry, or agree with payments on another day and write it there; see "
                                + "https://tracker.example.com/SHOP-9.");
        assertThat(SampleRun.worklog(expired, folder))
                .contains("- `SHOP-9` expired on 2026-01-31, and is applied no more: `payments`, "
                        + "`https://tracker.example.com/SHOP-9`\n");
    }

    @Test
    void githubAnnotatesNoneOfThem() {
        assertThat(GithubAnnotations.of(RunAccount.of(run), new SourceFiles(folder, null)))
                .noneMatch(line -> line.contains("SHOP-1"));
    }

    @Test
    void aFailureHasAnEntryToPaste() {
        LoggedAttempt failed = new LoggedAttempt(
                1,
                Verdict.FAILED,
                null,
                null,
                List.of(),
                new LoggedFailure("java.lang.AssertionError", "\nno ``` here\nmore", "at x", "fedcba9876543210"),
                null,
                null);
        LoggedRun red = new SampleRun()
                .test(SampleRun.planned("P1", "a"), failed)
                .test(SampleRun.planned("P1", "b"), failed)
                .read();

        assertThat(SampleRun.worklog(red, folder)).contains("""
                ### To be known

                What somebody is at work on may stand in `known-issues.yaml`; fill in who and until when.

                ````yaml
                # no ``` here
                - id:
                  link:
                  owner:
                  expires:
                  scope: { tests: ["com.example.ChatIT#a", "com.example.ChatIT#b"] }
                  fingerprint: "fedcba9876543210"
                ````
                """);
    }
}

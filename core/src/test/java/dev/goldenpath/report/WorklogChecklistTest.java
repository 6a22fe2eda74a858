package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedService;
import dev.goldenpath.runlog.LoggedServices;
import dev.goldenpath.runlog.LoggedServices.Sighting;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Referee;
import dev.goldenpath.verdict.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each check, once ticked and once not. */
class WorklogChecklistTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final String TEST = "[class:ChatIT]/[method:a()]";

    @Test
    void ofARunWithNothingToComplainOfEveryBoxIsTicked() {
        LoggedRun run = new SampleRun()
                .jvm(End.FINISHED)
                .revenue("USD", "chat", "120000")
                .required("P1", "100")
                .code(List.of(), List.of("A", "B"), List.of())
                .services(services("abc", ServiceState.HEALTHY, revision(0, "abc", null)))
                .test(SampleRun.planned("P1", "a", "chat"), passed(Grade.A))
                .read();
        TrafficFigures traffic = new SampleTraffic()
                .answered(TEST, 1, "backend", 200, 5, "t")
                .identity("backend", "alice", true)
                .figures();

        assertThat(WorklogChecklist.of(RunAccount.of(run, traffic))).isEqualTo("""
                - [x] Every planned test was reported: 1 of 1
                - [x] Every test JVM ended its log: 1 of 1
                - [x] No JVM was red besides its tests: 0 problems
                - [x] No test passed without evidence: 0 SUSPECT, 1 PASSED
                - [x] The network witness confirms every pass: 1 of 1 of grade A or B
                - [x] Every service was ready when it was last looked at: 1 of 1
                - [x] Every service ran the intended revision: 1 of 1
                - [x] Every service said that the users are who they are: 1 of 1
                - [x] No test got an answer that says of itself that it is no real work: 0 of 1
                - [x] No test leads to a fake: 0 found, 0 allowed
                - [x] The audit finds nothing in the tests' code: 2 of 2 classes are clean
                - [x] No bypass was used: 0 in use
                - [x] No service was redeployed in mid-run: 0 redeployments
                - [x] No test is flaky: 0 of 1
                - [x] No test was skipped: 0 of 1
                - [x] Every P1 test passed: 1 of 1
                - [x] All revenue is verified: 120,000 `USD` of 120,000 `USD`
                - [x] The gate is green: 0 reasons against it
                """);
    }

    @Test
    void ofARunInWhichAllIsWrongNoneIs() {
        LoggedRun run = new SampleRun()
                .jvm(End.KILLED, "a verdict was lost")
                .pending(1)
                .revenue("USD", "chat", "120000")
                .code(List.of(finding(Effect.FAKE), finding(Effect.ALLOWED)), List.of("A"), List.of("B"))
                .bypass("X-Bypass", "backend", "a")
                .services(services("abc", ServiceState.FAILED, revision(0, "abc", null), revision(9, "def", null)))
                .test(
                        SampleRun.planned("P1", "a"),
                        new LoggedAttempt(
                                1,
                                Verdict.SUSPECT,
                                null,
                                null,
                                List.of(Fact.of(Referee.MARKER, "/source is \"mock\"")),
                                null,
                                null,
                                null))
                .test("P1", "b", Verdict.MISSING)
                .test("P1", "c", Verdict.SKIPPED)
                .test(
                        SampleRun.planned("P2", "d", "chat"),
                        SampleRun.attempt(1, Verdict.FAILED, 1, "no", null),
                        SampleRun.attempt(2, Verdict.PASSED, 1, null, null))
                .test(SampleRun.planned("P2", "e", "chat"), SampleRun.attempt(1, Verdict.FAILED, 1, "no", null))
                .read();
        TrafficFigures traffic = new SampleTraffic()
                .answered(TEST, 1, "backend", 200, 5, "t")
                .answered(TEST, 1, "auth", 200, 5, "t")
                .identity("backend", "alice", false)
                .figures();

        assertThat(WorklogChecklist.of(RunAccount.of(run, traffic)))
                .isEqualTo("""
                - [ ] Every planned test was reported: 4 of 6
                - [ ] Every test JVM ended its log: 0 of 1
                - [ ] No JVM was red besides its tests: 1 problem
                - [ ] No test passed without evidence: 1 SUSPECT, 1 PASSED
                - [ ] The network witness confirms every pass: 0 of 1 of grade A or B
                - [ ] Every service was ready when it was last looked at: 0 of 1, not: `backend failed`
                - [ ] Every service ran the intended revision: 0 of 1, not: `backend ran def, and abc is expected`
                - [ ] Every service said that the users are who they are: 0 of 2, not: `auth was not asked about alice`, `backend did not say alice`
                - [ ] No test got an answer that says of itself that it is no real work: 1 of 5
                - [ ] No test leads to a fake: 1 found, 1 allowed
                - [ ] The audit finds nothing in the tests' code: 1 of 2 classes are clean
                - [ ] No bypass was used: 1 in use
                - [ ] No service was redeployed in mid-run: 1 redeployment
                - [ ] No test is flaky: 1 of 5
                - [ ] No test was skipped: 1 of 5
                - [ ] Every P1 test passed: 0 of 3
                - [ ] All revenue is verified: 0 `USD` of 120,000 `USD`
                - [ ] The gate is green: GATE against it
                """.replace("GATE", GateReport.of(run).reasons().size() + " reasons"));
    }

    @Test
    void aServiceThatDoesNotSayWhatItRunsHasNoTick() {
        assertThat(revisions("abc", null)).contains("0 of 1, not: `backend did not say what it runs`");
        assertThat(revisions(null, Duration.ofHours(1), revision(0, "abc", null)))
                .contains("0 of 1, not: `backend did not say since when`");
        assertThat(revisions(null, Duration.ofHours(1), revision(0, "abc", NOON.minusSeconds(3_601))))
                .contains("0 of 1, not: `backend ran a deployment of 2026-01-02T10:59:59Z`");
        assertThat(revisions(null, Duration.ofHours(1), revision(0, "abc", NOON.minusSeconds(3_599))))
                .contains("- [x] Every service ran the intended revision: 1 of 1");
    }

    @SafeVarargs
    private static String revisions(@Nullable String expected, @Nullable Duration maxAge, Sighting<Revision>... seen) {
        LoggedServices services = new LoggedServices(
                Map.of("backend", new LoggedService(Map.of(), null, expected, maxAge)), List.of(), List.of(seen));
        return WorklogChecklist.of(
                RunAccount.of(new SampleRun().services(services).read()));
    }

    @SafeVarargs
    private static LoggedServices services(String expected, ServiceState state, Sighting<Revision>... revisions) {
        Probe probe = new Probe(1, "backend", RunPart.DURING, state, null, List.of(), List.of(), 1, Duration.ZERO);
        return new LoggedServices(
                Map.of("backend", new LoggedService(Map.of(), null, expected, null)),
                List.of(new Sighting<>(Path.of("log"), NOON, probe)),
                List.of(revisions));
    }

    private static Sighting<Revision> revision(int second, String revision, @Nullable Instant deployed) {
        return new Sighting<>(
                Path.of("log"), NOON.plusSeconds(second), new Revision("backend", revision, deployed, RunPart.DURING));
    }

    private static LoggedAttempt passed(Grade grade) {
        return new LoggedAttempt(1, Verdict.PASSED, grade, Duration.ofMillis(1), List.of(), null, null, null);
    }

    private static Finding finding(Effect effect) {
        return new Finding("mock-library", effect, "w", "B", "B.java:1", List.of(), "Call the service.");
    }
}

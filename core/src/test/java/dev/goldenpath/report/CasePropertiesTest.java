package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.Need;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.runlog.Circumstances;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedService;
import dev.goldenpath.runlog.LoggedServices;
import dev.goldenpath.runlog.LoggedServices.Sighting;
import dev.goldenpath.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CasePropertiesTest {
    private static final String TEST = "[class:ChatIT]/[method:a()]";

    @Test
    void tellsOfTheTrafficOfTheAttemptThatCounts() {
        SampleTraffic traffic = new SampleTraffic()
                .answered(TEST, 1, "backend", 200, 999_999, "first")
                .refused(TEST, 2, "backend", 80);
        for (int i = 1; i <= 20; i++) {
            traffic.answered(TEST, 2, "backend", 200, i * 1_000 + 1, "one");
        }

        assertThat(properties(run(List.of()), traffic))
                .contains("goldenpath.http.count=21", "goldenpath.http.p95.ms=19.001", "goldenpath.traceId=one")
                .noneMatch(property -> property.startsWith("goldenpath.traceId."));
    }

    @Test
    void whereNothingWasAnsweredThereIsNoTime() {
        assertThat(properties(run(List.of()), new SampleTraffic().refused(TEST, 2, "backend", 80)))
                .contains("goldenpath.http.count=1")
                .noneMatch(property -> property.contains("p95"))
                .noneMatch(property -> property.contains("traceId"));
        assertThat(properties(run(List.of()), new SampleTraffic())).contains("goldenpath.http.count=0");
    }

    @Test
    void ofManyTracesTheFirstFiveAreNamedAndTheOthersCounted() {
        SampleTraffic traffic = new SampleTraffic();
        for (int i = 1; i <= 8; i++) {
            traffic.answered(TEST, 2, "backend", 200, 1, "t" + i);
        }

        assertThat(properties(run(List.of()), traffic))
                .filteredOn(property -> property.contains("traceId"))
                .containsExactly(
                        "goldenpath.traceId=t1",
                        "goldenpath.traceId.2=t2",
                        "goldenpath.traceId.3=t3",
                        "goldenpath.traceId.4=t4",
                        "goldenpath.traceId.5=t5",
                        "goldenpath.traceId.more=3");
    }

    @Test
    void theRevisionIsThatOfWhatTheTestNeeds() {
        assertThat(revision(run(List.of("backend")))).isEqualTo("goldenpath.revision=auth 1, backend 2");
        assertThat(revision(run(List.of("auth")))).isEqualTo("goldenpath.revision=auth 1");
        assertThat(revision(run(List.of()))).isEqualTo("goldenpath.revision=auth 1, backend 2, search 3");
        assertThat(revision(new SampleRun().test("P1", "a", Verdict.PASSED).read()))
                .isEmpty();
    }

    private static String revision(LoggedRun run) {
        return properties(run, new SampleTraffic()).stream()
                .filter(property -> property.startsWith("goldenpath.revision="))
                .findFirst()
                .orElse("");
    }

    private static List<String> properties(LoggedRun run, SampleTraffic traffic) {
        return CaseProperties.of(
                        RunAccount.of(run, traffic.figures()), run.tests().get(0))
                .stream()
                .map(property -> property.key() + "=" + property.value())
                .toList();
    }

    /** Of one test that passed at its second attempt. */
    private static LoggedRun run(List<String> needs) {
        LoggedAttempt passed = new LoggedAttempt(
                2,
                Verdict.PASSED,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                new Circumstances(Instant.EPOCH, Instant.EPOCH, needs, List.of()));
        return new SampleRun()
                .services(new LoggedServices(
                        Map.of("backend", new LoggedService(Map.of("auth", Need.REQUIRED), null, null, null)),
                        List.of(),
                        Stream.of(
                                        new Revision("search", "3", null, RunPart.BEFORE),
                                        new Revision("backend", "2", null, RunPart.BEFORE),
                                        new Revision("auth", "1", null, RunPart.BEFORE))
                                .map(each -> new Sighting<>(SampleRun.LOG, Instant.EPOCH, each))
                                .toList()))
                .test(SampleRun.planned("P1", "a"), SampleRun.attempt(1, Verdict.FAILED, 1, "no", null), passed)
                .read();
    }
}

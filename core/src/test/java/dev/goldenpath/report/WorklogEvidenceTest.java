package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedService;
import dev.goldenpath.runlog.LoggedServices;
import dev.goldenpath.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorklogEvidenceTest {

    @Test
    void tellsOfEachServiceWhatWasExchangedAndOfTheOthersThatNothingWas() {
        Map<String, LoggedService> declared = new LinkedHashMap<>();
        declared.put("backend", new LoggedService(Map.of(), null, null, null));
        declared.put("redis", new LoggedService(Map.of(), "backend", null, null));
        declared.put("search", new LoggedService(Map.of(), null, null, null));
        LoggedRun run = new SampleRun()
                .services(new LoggedServices(declared, List.of(), List.of()))
                .test("P1", "a", Verdict.PASSED)
                .read();
        TrafficFigures traffic = new SampleTraffic()
                .answered("t", 1, "backend", 200, 1_500, "t")
                .answered("t", 1, "backend", 200, 2_500_000, "t")
                .refused("t", 2, "backend", 80)
                .identity("backend", "alice", true)
                .identity("backend", "bob", false)
                .figures();

        assertThat(WorklogEvidence.of(RunAccount.of(run, traffic))).isEqualTo("""
                - Grades of the passes: 1 C
                - No test called: `redis`, for which `backend` speaks; `search`

                Counted are the calls of all attempts of all tests, without those that the library makes for itself.

                ### `backend`

                - At: `127.0.0.1:8080`
                - HTTP: 3 exchanges: 2 × 200, 1 × no answer; p95 of 2 answered: 2.50 s
                - Bytes: 200 sent and 600 received in HTTP exchanges; none witnessed
                - Answered: 2 × as `alice`
                - The service said that this is who called: `alice`
                - The service did not say that this is who called: `bob`

                What a pass does not prove:\s""" + CodeFindings.LIMITS + "\n");
    }
}

package dev.goldenpath.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.compare.Divergence.Difference;
import dev.goldenpath.compare.TestChange.Kind;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which call is told as the first that went another way, and what of it. */
class FirstDivergenceTest {
    private static final String UUID_1 = "0b5e0b5e-0000-4000-8000-000000000001";
    private static final String UUID_2 = "0b5e0b5e-0000-4000-8000-000000000002";
    private static final String UUID_3 = "0b5e0b5e-0000-4000-8000-000000000003";

    @TempDir
    Path folder;

    @Test
    void aStatusWithWhatElseTheAnswerSays() throws IOException {
        assertThat(first(
                        run -> run.call("GET /me alice", 200, "{\"id\":1}")
                                .call("POST /orders alice", 201, "{\"id\":1}"),
                        run -> run.call("GET /me alice", 200, "{\"id\":2}")
                                .call("POST /orders alice", 500, "{\"error\":\"no\"}")))
                .isEqualTo("shop, call 2 of 2, POST /orders as alice; status: 201 → 500; JSON /id: number → absent;"
                        + " JSON /error: absent → string");
    }

    @Test
    void noAnswerAtAll() throws IOException {
        assertThat(first(run -> run.call("GET /a", 200, "{}"), run -> run.refused("GET /a")))
                .isEqualTo("shop, call 1 of 1, GET /a; status: 200 → no answer: refused in connect;"
                        + " JSON as a whole: object → absent");
    }

    @Test
    void aHeaderThatTellsButNoDateAndNoId() throws IOException {
        assertThat(first(
                        run -> run.call("GET /a", 200, "{}", "Date", "today")
                                .call("GET /b", 200, "", "Content-Type", "application/json"),
                        run -> run.call("GET /a", 200, "{}", "Date", "now")
                                .call("GET /b", 200, "", "Content-Type", "text/html")))
                .isEqualTo("shop, call 2 of 2, GET /b; header content-type: application/json → text/html");
    }

    @Test
    void theShapeOfJson() throws IOException {
        assertThat(first(
                        run -> run.call("GET /a", 200, "{\"a\":{\"b\":1,\"c\":[{\"d\":\"x\"}]},\"e\":[1]}"),
                        run -> run.call("GET /a", 200, "{\"a\":{\"b\":\"1\",\"c\":[{\"d\":\"x\"}]},\"e\":[]}")))
                .isEqualTo("shop, call 1 of 1, GET /a; JSON /a/b: number → string");
    }

    @Test
    void aTextThatIsNoId() throws IOException {
        assertThat(first(
                        run -> run.call("GET /me", 200, "{\"id\":\"" + UUID_1 + "\",\"email\":\"alice@example.com\"}"),
                        run -> run.call("GET /me", 200, "{\"id\":\"" + UUID_2 + "\",\"email\":\"bob@example.com\"}")))
                .isEqualTo("shop, call 1 of 1, GET /me; JSON /email: alice@example.com → bob@example.com");
    }

    @Test
    void anIdThatIsNoLongerThatOfAnotherCall() throws IOException {
        assertThat(first(
                        run -> run.call("POST /runs", 202, "{\"id\":\"" + UUID_1 + "\"}")
                                .call("GET /runs/" + UUID_1, 200, "{\"run\":\"" + UUID_1 + "\"}"),
                        run -> run.call("POST /runs", 202, "{\"id\":\"" + UUID_2 + "\"}")
                                .call("GET /runs/" + UUID_2, 200, "{\"run\":\"" + UUID_3 + "\"}")))
                .isEqualTo("shop, call 2 of 2, GET /runs/{}; id in JSON /run: that of shop POST /runs /id → new");
    }

    @Test
    void aCallLessInTheMiddleAndOneMore() throws IOException {
        assertThat(first(
                        run -> run.call("GET /a", 200, "")
                                .call("PUT /b", 200, "")
                                .call("GET /c", 200, ""),
                        run -> run.call("GET /a", 200, "").call("GET /c", 404, "")))
                .isEqualTo("shop, call 2 of 3, PUT /b; call: made → absent");
        assertThat(first(
                        run -> run.call("GET /a", 200, "").call("GET /c", 200, ""),
                        run -> run.call("GET /a", 200, "")
                                .call("DELETE /b", 200, "")
                                .call("GET /c", 404, "")))
                .isEqualTo("shop, call 2 of 3, DELETE /b; call: absent → made");
    }

    @Test
    void aCallThatWentElsewhere() throws IOException {
        assertThat(first(
                        run -> run.call("GET /old", 200, "").call("PUT /c", 200, ""),
                        run -> run.call("GET /new", 200, "").call("PUT /c", 200, "")))
                .isEqualTo("shop, call 1 of 2, GET /old; call: GET /old → GET /new");
    }

    /** The order of parallel calls is nobody's, and how often a test asks until something is there neither. */
    @Test
    void neitherTheOrderOfCallsNorAskingOnceMoreIsADifference() throws IOException {
        assertThat(first(
                        run -> run.call("GET /a", 200, "")
                                .call("GET /b", 200, "")
                                .call("PUT /c", 200, ""),
                        run -> run.call("GET /b", 200, "")
                                .call("GET /a", 200, "")
                                .call("GET /a", 200, "")
                                .call("PUT /c", 409, "")))
                .isEqualTo("shop, call 3 of 3, PUT /c; status: 200 → 409");
    }

    /** That calls are missing behind the last one is what a failure leads to, and told where nothing else is. */
    @Test
    void whereTheTestEndedIsToldLast() throws IOException {
        assertThat(first(
                        run -> run.call("GET /a", 200, "{\"state\":\"open\"}").call("GET /b", 200, ""),
                        run -> run.call("GET /a", 200, "{\"state\":\"shut\"}")))
                .isEqualTo("shop, call 1 of 2, GET /a; JSON /state: open → shut");
        assertThat(first(
                        run -> run.call("GET /a", 200, "").call("GET /b", 200, ""), run -> run.call("GET /a", 200, "")))
                .isEqualTo("shop, call 2 of 2, GET /b; call: made → not made: the test had ended");
    }

    @Test
    void eventsThatAreMissingTwiceOrInAnotherOrder() throws IOException {
        UnaryOperator<StagedRun> green =
                run -> run.socket(101).events("a", "b", "c").closed(1000, true);
        assertThat(first(green, run -> run.socket(101).events("a", "c").closed(1000, true)))
                .isEqualTo("shop, WebSocket /ws as alice, message 2; event: b → c");
        assertThat(first(
                        green, run -> run.socket(101).events("a", "b", "b", "c").closed(1000, true)))
                .isEqualTo("shop, WebSocket /ws as alice, message 3; event: c → b");
        assertThat(first(
                        green, run -> run.socket(101).events("a", "b", "c", "c").closed(1000, true)))
                .isEqualTo("shop, WebSocket /ws as alice, message 4; event: absent → c");
        assertThat(first(green, run -> run.socket(101).events("a", "b").closed(1000, true)))
                .isEqualTo("shop, WebSocket /ws as alice, message 3; event: c → absent");
        assertThat(first(
                        green,
                        run -> run.socket(101).events("a", "b {\"x\":1}", "c").closed(1000, true)))
                .isEqualTo("shop, WebSocket /ws as alice, message 2; JSON /x: absent → number");
    }

    @Test
    void aSessionThatIsRefusedOrClosedByTheService() throws IOException {
        UnaryOperator<StagedRun> green =
                run -> run.socket(101).call("POST /runs", 202, "").events("a").closed(1000, true);
        assertThat(first(green, run -> run.socket(503)))
                .isEqualTo("shop, call 1 of 2, WebSocket /ws as alice; status: 101 → 503");
        assertThat(first(green, run -> run.socket(101).closed(1011, false).call("POST /runs", 202, "")))
                .isEqualTo("shop, WebSocket /ws as alice, its end; close code: 1000, closed by the test"
                        + " → 1011, closed by the service");
    }

    @Test
    void aCallBeforeTheEventsItCauses() throws IOException {
        assertThat(first(
                        run -> run.socket(101)
                                .call("POST /runs", 202, "")
                                .events("a")
                                .closed(1000, true),
                        run -> run.socket(101).call("POST /runs", 200, "").closed(1000, true)))
                .isEqualTo("shop, call 2 of 2, POST /runs; status: 202 → 200");
    }

    /** Of another revision, host or certificate is told only what differs in nothing else. */
    @Test
    void thePeerAndItsRevision() throws IOException {
        assertThat(first(
                        run -> run.revision("r1").call("GET /a", 200, "").call("GET /b", 200, ""),
                        run -> run.revision("r2").call("GET /a", 200, "").call("GET /b", 500, "")))
                .isEqualTo("shop, call 2 of 2, GET /b; status: 200 → 500");
        assertThat(first(
                        run -> run.revision("r1").call("GET /a", 200, ""),
                        run -> run.revision("r2").call("GET /a", 200, "")))
                .isEqualTo("shop, call 1 of 1, GET /a; revision of shop: r1 → r2");
        assertThat(first(
                        run -> run.encrypted("GET /a", "10.0.0.7:443", "aa"),
                        run -> run.encrypted("GET /a", "10.0.0.9:443", "bb")))
                .isEqualTo("shop, call 1 of 1, GET /a; certificate: aa of CN=shop → bb of CN=shop");
        assertThat(first(
                        run -> run.encrypted("GET /a", "10.0.0.7:443", "aa"),
                        run -> run.encrypted("GET /a", "127.0.0.1:443", "aa")))
                .isEqualTo("shop, call 1 of 1, GET /a; peer: a private address → a loopback address");
    }

    @Test
    void timeIsTheLastResort() throws IOException {
        assertThat(first(
                        run -> run.timed("GET /a", 12_000).timed("GET /b", 12_000),
                        run -> run.timed("GET /a", 40_000).timed("GET /b", 3_000_000)))
                .isEqualTo("shop, call 2 of 2, GET /b; phase wait: 12.0 ms → 3,000.0 ms");
        assertThat(first(
                        run -> run.socket(101).events("a", "b").closed(1000, true),
                        run -> run.socket(101)
                                .events("a")
                                .later(Duration.ofSeconds(4))
                                .events("b")
                                .closed(1000, true)))
                .startsWith("shop, WebSocket /ws as alice, message 2; time since what was before it in the session: ");
    }

    @Test
    void nothingWhereNothingDiffers() throws IOException {
        assertThat(first(run -> run.timed("GET /a", 12_000), run -> run.timed("GET /a", 24_000)))
                .isEqualTo("none");
    }

    /** A blocked test made no call: what blocked it is an answer to the library. */
    @Test
    void ofABlockedTestTheProbe() throws IOException {
        StagedRun before = new StagedRun(folder, "p1")
                .probe("GET /keys", 200, "{}")
                .probe("GET /health", 200, "{\"redis\":\"up\"}");
        StagedRun after = new StagedRun(folder, "p2").probe("GET /health", 503, "{\"redis\":\"down\"}");
        RunComparison comparison = RunComparison.of(
                before.test("pays", Verdict.PASSED).call("GET /a", 200, "").read(),
                after.test("pays", Verdict.BLOCKED).read(),
                RunComparison.ALPHA);

        assertThat(told(comparison))
                .isEqualTo("shop, GET /health (readiness); status: 200 → 503; JSON /redis: up → down");
    }

    @Test
    void bothPlacesAreLinesOfTheLogs() throws IOException {
        RunComparison comparison = RunComparison.of(
                new StagedRun(folder, "q1")
                        .test("pays", Verdict.PASSED)
                        .call("GET /a", 200, "")
                        .read(),
                new StagedRun(folder, "q2")
                        .test("pays", Verdict.FAILED)
                        .call("GET /a", 500, "")
                        .read(),
                RunComparison.ALPHA);
        Divergence divergence = comparison.tests().get(0).divergence();

        assertThat(divergence).isNotNull();
        for (Divergence.Place place :
                Stream.of(divergence.before(), divergence.after()).toList()) {
            assertThat(Files.readAllLines(place.log()).get(place.line() - 1)).contains("\"kind\":\"http-exchange\"");
            assertThat(place).hasToString(place.log() + ":4");
        }
    }

    private int runs;

    /** Of a test that passed, and fails now. */
    private String first(UnaryOperator<StagedRun> before, UnaryOperator<StagedRun> after) throws IOException {
        runs += 2;
        return told(RunComparison.of(
                before.apply(new StagedRun(folder, "r" + (runs - 1)).test("pays", Verdict.PASSED))
                        .read(),
                after.apply(new StagedRun(folder, "r" + runs).test("pays", Verdict.FAILED))
                        .read(),
                RunComparison.ALPHA));
    }

    private static String told(RunComparison comparison) {
        List<TestChange> failed = comparison.tests(Kind.NEW_FAILURE);
        assertThat(failed).hasSize(1);
        Divergence divergence = failed.get(0).divergence();
        return divergence == null
                ? "none"
                : ComparisonWords.call(divergence)
                        + divergence.differences().stream()
                                .map(FirstDivergenceTest::told)
                                .collect(Collectors.joining());
    }

    private static String told(Difference difference) {
        return "; " + difference.what() + ": " + (difference.before() == null ? "absent" : difference.before()) + " → "
                + (difference.after() == null ? "absent" : difference.after());
    }
}

package dev.goldenpath.cause;

import static dev.goldenpath.cause.World.at;
import static dev.goldenpath.cause.World.sign;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.verdict.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RootCausesTest {

    @Test
    void goesFromAFailedCallDownToWhatIsKnownAndLeavesTheRestOpen() {
        RootCause cause = only(chat().probe(0, "backend", ServiceState.HEALTHY)
                .reported(0, "redis", ServiceState.HEALTHY, "backend")
                .failed("ChatIT.agentAnswers()", 9, sign(10, "backend", "WebSocket handshake 503"))
                .probe(11, "backend", ServiceState.FAILED, "redis")
                .reported(11, "redis", ServiceState.FAILED, "backend")
                .blocked("ChatIT.history()", 12, "backend")
                .blocked("ChatIT.search()", 13, "backend", "redis")
                .probe(20, "backend", ServiceState.HEALTHY)
                .reported(20, "redis", ServiceState.HEALTHY, "backend"));

        assertThat(cause.headline()).isEqualTo("redis failed, says backend");
        assertThat(cause.service()).isEqualTo("redis");
        assertThat(cause.outages()).containsExactly(new Outage(at(10), at(20)));
        assertThat(cause.example()).map(TroubledTest::name).contains("ChatIT.agentAnswers()");
        assertThat(lines(cause.whys()))
                .containsExactly(
                        "WebSocket handshake 503 of backend (observed, call 10)",
                        "backend is not ready: 'backend' is failed (confirmed, probe 3)",
                        "redis failed, says backend: 'redis' is failed (confirmed, probe 4)",
                        "open");
        assertThat(cause.byVerdict()).isEqualTo(Map.of(Verdict.FAILED, 1, Verdict.BLOCKED, 2));
        assertThat(cause.byPriority()).isEqualTo(Map.of("P1", 2, "P2", 1));
        assertThat(lines(cause.tests().get(1).whys()))
                .containsExactly(
                        "backend is not ready: 'backend' is failed (confirmed, probe 3)",
                        "redis failed, says backend: 'redis' is failed (confirmed, probe 4)",
                        "open");
    }

    @Test
    void oneServiceIsOneCauseHoweverOftenItWasOut() {
        RootCause cause = only(chat().probe(0, "redis", ServiceState.FAILED)
                .probe(5, "redis", ServiceState.HEALTHY)
                .probe(10, "redis", ServiceState.UNREACHABLE)
                .blocked("a", 1, "redis")
                .blocked("b", 12, "redis"));

        assertThat(cause.headline()).isEqualTo("redis failed");
        assertThat(cause.tests()).hasSize(2);
        assertThat(cause.outages()).containsExactly(new Outage(at(0), at(5)), new Outage(at(10), null));
    }

    @Test
    void aTestBetweenTwoOutagesIsNotOfThem() {
        assertThat(chat().probe(0, "redis", ServiceState.FAILED)
                        .probe(5, "redis", ServiceState.HEALTHY)
                        .probe(10, "redis", ServiceState.FAILED)
                        .blocked("a", 6, "redis")
                        .probe(7, "redis", ServiceState.HEALTHY)
                        .causes())
                .isEmpty();
    }

    @Test
    void aFailedTestThatNamesWhatNoCallReachesIsFoldedByWhatItsReporterSaid() {
        RootCause cause = only(chat().reported(0, "redis", ServiceState.HEALTHY, "backend")
                .test("ChatIT.hears()", Verdict.FAILED, 5, List.of("backend", "redis"), List.of(), null, null)
                .reported(6, "redis", ServiceState.FAILED, "backend")
                .blocked("ChatIT.history()", 7, "redis"));

        assertThat(cause.byVerdict()).isEqualTo(Map.of(Verdict.FAILED, 1, Verdict.BLOCKED, 1));
        assertThat(lines(cause.whys()))
                .containsExactly(
                        "it needs redis (inferred, from what it declares)",
                        "redis failed, says backend: 'redis' is failed (confirmed, probe 2)",
                        "open");
    }

    @Test
    void itStaysAsItIsWhereTheReporterWasSilentOrItCouldHaveCalledTheServiceItself() {
        assertThat(chat().reported(0, "redis", ServiceState.UNREACHABLE, "backend")
                        .probe(0, "auth", ServiceState.FAILED)
                        .test("hears", Verdict.FAILED, 5, List.of("redis", "auth"), List.of(), null, null)
                        .causes())
                .isEmpty();
    }

    @Test
    void whatOnlyDegradesAServiceBlocksNothing() {
        World world = chat().service("backend", "postgres")
                .optional("backend", "cache")
                .probe(0, "backend", ServiceState.DEGRADED, "cache")
                .reported(0, "cache", ServiceState.FAILED, "backend")
                .probe(0, "postgres", ServiceState.UNREACHABLE)
                .blocked("a", 1, "backend");

        assertThat(only(world).headline()).isEqualTo("postgres is unreachable");
    }

    @Test
    void whatWasFoundOutWithoutAskingAnybodyElseIsNobodysWord() {
        List<Probe.Check> checks = List.of(
                new Probe.Check("tcp", ServiceState.UNREACHABLE, "TCP 127.0.0.1:5432: connection refused"),
                new Probe.Check("report", ServiceState.HEALTHY, "says so"));
        RootCause cause = only(chat().probe(0, "redis", ServiceState.UNREACHABLE, "backend", List.of(), checks)
                .probe(0, "backend", ServiceState.CONTRADICTORY)
                .blocked("a", 1, "redis"));

        assertThat(lines(cause.whys()))
                .containsExactly(
                        "redis is unreachable: TCP 127.0.0.1:5432: connection refused (confirmed, probe 1)", "open");
    }

    @Test
    void aHeadlineLeavesOutWhatStandsInAnAnswer() {
        List<Probe.Check> checks = List.of(
                new Probe.Check("health", ServiceState.FAILED, "GET /ready → 503, {\"status\":\"down\"}"),
                new Probe.Check("liveness", ServiceState.HEALTHY, "GET /health → 200"));
        RootCause cause = only(chat().probe(0, "backend", ServiceState.CONTRADICTORY, null, List.of(), checks)
                .blocked("a", 1, "backend"));

        assertThat(cause.headline())
                .isEqualTo("backend contradicts itself: liveness says GET /health → 200, deep health says GET /ready → "
                        + "503");
        assertThat(lines(cause.whys()).get(0))
                .isEqualTo("backend contradicts itself: liveness says GET /health → 200, deep health says GET /ready → "
                        + "503, {\"status\":\"down\"} (confirmed, probe 1)");
    }

    @Test
    void aFailedTestWithoutASignStaysAsItIsEvenInAnOutage() {
        List<RootCause> causes = chat().probe(0, "redis", ServiceState.FAILED)
                .failed("fails", 1)
                .blocked("blocked", 2, "redis")
                .causes();

        assertThat(names(causes)).containsExactly("blocked");
    }

    @Test
    void aSignOfAnotherServiceIsNotOfTheOutage() {
        List<RootCause> causes = chat().service("mail")
                .probe(0, "redis", ServiceState.FAILED)
                .probe(0, "mail", ServiceState.HEALTHY)
                .failed("fails", 1, sign(1, "mail", "HTTP 503"))
                .blocked("blocked", 2, "redis")
                .causes();

        assertThat(names(causes)).containsExactly("blocked");
    }

    @Test
    void whatNoProbeConfirmsIsInferredAndFoldedWhereTwoMetTheSame() {
        RootCause cause = only(chat().failed("one", 1, sign(1, "backend", "HTTP 503"))
                .failed("other", 5, sign(5, "backend", "HTTP 503"))
                .failed("elsewhere", 6, sign(6, "redis", "HTTP 503"))
                .failed("otherwise", 7, sign(7, "backend", "HTTP call: time-out")));

        assertThat(cause.headline()).isEqualTo("HTTP 503 of backend, and no probe tells why");
        assertThat(cause.service()).isNull();
        assertThat(cause.isConfirmed()).isFalse();
        assertThat(cause.outages()).containsExactly(new Outage(at(1), at(5)));
        assertThat(cause.tests()).extracting(each -> each.test().name()).containsExactly("one", "other");
        assertThat(lines(cause.whys()))
                .containsExactly(
                        "HTTP 503 of backend (observed, call 1)",
                        "backend may not have been there (inferred, from 2 tests, by no probe)",
                        "open");
    }

    @Test
    void oneFailureOfTwoTestsIsTheSameByItsFingerprint() {
        RootCause cause = only(chat().failedAs("f1", "one", 1, sign(1, "backend", "HTTP 503"))
                .failedAs("f1", "other", 5, sign(5, "backend", "HTTP call: connection reset"))
                .failedAs("f2", "third", 5, sign(5, "backend", "HTTP 504")));

        assertThat(cause.headline())
                .isEqualTo("HTTP 503, HTTP call: connection reset of backend, and no probe tells why");
        assertThat(cause.tests()).extracting(each -> each.test().name()).containsExactly("one", "other");
    }

    @Test
    void aServiceThatCanDoWithoutIsNotBlamedButItsWeaknessLeadsDown() {
        World world = chat().service("web")
                .optional("web", "redis")
                .probe(0, "redis", ServiceState.FAILED)
                .probe(0, "web", ServiceState.DEGRADED, "redis");

        assertThat(world.failed("fails", 1).causes()).isEmpty();
        assertThat(lines(only(world.failed("meets", 2, sign(2, "web", "HTTP 503")))
                        .whys()))
                .containsExactly(
                        "HTTP 503 of web (observed, call 2)",
                        "web is degraded: 'web' is degraded (confirmed, probe 2)",
                        "redis failed: 'redis' is failed (confirmed, probe 1)",
                        "open");
    }

    @Test
    void aDegradedServiceBlocksWhereTheEnvironmentSaysSo() {
        RootCause cause = only(chat().probe(0, "backend", ServiceState.DEGRADED)
                .blocked("a", 1, "backend")
                .probe(9, "backend", ServiceState.HEALTHY));

        assertThat(cause.headline()).isEqualTo("backend is degraded");
        assertThat(cause.outages()).containsExactly(new Outage(at(0), at(9)));
    }

    @Test
    void aServiceThatSaysItIsWellIsPassedOnTheWayDown() {
        assertThat(lines(only(chat().probe(0, "backend", ServiceState.HEALTHY)
                                .probe(0, "redis", ServiceState.FAILED)
                                .failed("fails", 1, sign(1, "backend", "HTTP 503")))
                        .whys()))
                .containsExactly(
                        "HTTP 503 of backend (observed, call 1)",
                        "backend can't do without it (inferred, from depends-on)",
                        "redis failed: 'redis' is failed (confirmed, probe 2)",
                        "open");
    }

    @Test
    void ofAServiceWhoseReporterIsSilentNothingIsKnown() {
        World world = chat().probe(0, "backend", ServiceState.UNREACHABLE)
                .reported(0, "redis", ServiceState.UNREACHABLE, "backend", "backend")
                .blocked("a", 1, "redis")
                .blocked("b", 2, "backend")
                .blocked("c", 3, "backend", "redis");

        assertThat(only(world).headline()).isEqualTo("backend is unreachable");
        assertThat(lines(only(world).whys()))
                .containsExactly(
                        "redis is not ready: 'redis' is unreachable (confirmed, probe 2)",
                        "backend is unreachable: 'backend' is unreachable (confirmed, probe 1)",
                        "open");
    }

    @Test
    void ofTwoDeadServicesBothAreTold() {
        List<RootCause> causes = new World()
                .service("backend", "postgres", "redis")
                .probe(0, "backend", ServiceState.FAILED, "redis")
                .probe(0, "postgres", ServiceState.FAILED)
                .probe(0, "redis", ServiceState.FAILED)
                .blocked("a", 1, "backend")
                .blocked("b", 2, "backend")
                .causes();

        assertThat(causes).extracting(RootCause::headline).containsExactly("redis failed", "postgres failed");
        assertThat(causes).extracting(cause -> cause.tests().size()).containsExactly(2, 0);
        assertThat(causes).extracting(RootCause::alsoNeededBy).containsExactly(0, 2);
        assertThat(lines(causes.get(1).whys()))
                .containsExactly("postgres failed: 'postgres' is failed (confirmed, probe 2)", "open");
        assertThat(causes.get(1).example()).isEmpty();
    }

    @Test
    void aContradictionIsTold() {
        RootCause cause = only(chat().probe(
                        0,
                        "backend",
                        ServiceState.CONTRADICTORY,
                        null,
                        List.of(),
                        List.of(
                                new Probe.Check("health", ServiceState.FAILED, "GET /ready → 503"),
                                new Probe.Check("liveness", ServiceState.HEALTHY, "GET /health → 200")))
                .blocked("a", 1, "backend"));

        assertThat(cause.headline())
                .isEqualTo(
                        "backend contradicts itself: liveness says GET /health → 200, deep health says GET /ready → 503");
        assertThat(lines(cause.whys())).containsExactly(cause.headline() + " (confirmed, probe 1)", "open");
    }

    @Test
    void whoWasBlockedInTheSameWordsGoesWithTheOthers() {
        RootCause cause = only(chat().probe(0, "redis", ServiceState.FAILED)
                .blockedFor("redis is gone", "nobody knows what it needs", 1)
                .blockedFor("redis is gone", "known", 1, "redis")
                .blockedFor("alice has no password", "other", 1));

        assertThat(cause.tests())
                .extracting(each -> each.test().name())
                .containsExactly("known", "nobody knows what it needs");
        assertThat(lines(cause.tests().get(1).whys()))
                .containsExactly(
                        "blocked like known (inferred, from the same words)",
                        "redis failed: 'redis' is failed (confirmed, probe 1)",
                        "open");
    }

    @Test
    void aSuspectOrBrokenTestWithASignIsFoldedToo() {
        World world = chat().probe(0, "redis", ServiceState.FAILED);
        for (Verdict verdict : List.of(Verdict.SUSPECT, Verdict.ERROR)) {
            world.test(verdict.name(), verdict, 1, List.of(), List.of(sign(1, "redis", "HTTP 503")), null, null);
        }

        assertThat(only(world).byVerdict()).isEqualTo(Map.of(Verdict.SUSPECT, 1, Verdict.ERROR, 1));
    }

    @Test
    void servicesThatNeedEachOtherEndTheWaySomewhere() {
        assertThat(only(new World()
                                .service("a", "b")
                                .service("b", "a")
                                .probe(0, "a", ServiceState.FAILED, "b")
                                .probe(0, "b", ServiceState.FAILED, "a")
                                .blocked("t", 1, "a"))
                        .service())
                .isEqualTo("b");
    }

    @Test
    void aTestOfWhichNoTimeIsKnownIsLeft() {
        World world = chat().probe(0, "redis", ServiceState.FAILED);
        TroubledTest test =
                new TroubledTest(0, "t", Verdict.BLOCKED, "P1", null, null, List.of("redis"), List.of(), null, null);

        assertThat(world.causes()).isEmpty();
        assertThat(RootCauses.of(new Observations(Map.of(), List.of(), List.of(), List.of(test))))
                .isEmpty();
    }

    private static World chat() {
        return new World().service("backend", "redis").service("redis");
    }

    private static RootCause only(World world) {
        List<RootCause> causes = world.causes();
        assertThat(causes).hasSize(1);
        return causes.get(0);
    }

    private static List<String> lines(List<Why> whys) {
        return whys.stream().map(Why::toString).toList();
    }

    private static List<String> names(List<RootCause> causes) {
        return causes.stream()
                .flatMap(cause -> cause.tests().stream())
                .map(each -> each.test().name())
                .toList();
    }
}

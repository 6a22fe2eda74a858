package dev.goldenpath.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.Exchanges;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.RunClock;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefereeTest {
    private final Recording recording = new Ledger(RunClock.start(Clock.systemUTC()), List.of()).ofTest("test", 1);

    static Stream<Arguments> rulings() {
        return Stream.of(
                rulings(new AssertionError("wrong"), Verdict.ERROR, Verdict.FAILED, Verdict.ERROR),
                rulings(new TimeoutException("late"), Verdict.ERROR, Verdict.FAILED, Verdict.ERROR),
                rulings(new ServiceCallException("refused", List.of()), Verdict.ERROR, Verdict.FAILED, Verdict.ERROR),
                rulings(new SuspectPassError("no proof", List.of()), Verdict.SUSPECT, Verdict.SUSPECT, Verdict.SUSPECT),
                rulings(
                        new EnvironmentNotReadyException("down", List.of()),
                        Verdict.BLOCKED,
                        Verdict.BLOCKED,
                        Verdict.BLOCKED),
                rulings(new ConfigurationException("bad", List.of()), Verdict.ERROR, Verdict.ERROR, Verdict.ERROR),
                rulings(new NullPointerException(), Verdict.ERROR, Verdict.ERROR, Verdict.ERROR),
                rulings(new OutOfMemoryError(), Verdict.ERROR, Verdict.ERROR, Verdict.ERROR));
    }

    private static Arguments rulings(Throwable thrown, Verdict inSetUp, Verdict inTest, Verdict inTearDown) {
        return Arguments.of(thrown, Map.of(Moment.SETUP, inSetUp, Moment.TEST, inTest, Moment.TEARDOWN, inTearDown));
    }

    @ParameterizedTest
    @MethodSource("rulings")
    void rulesByThrowableAndMoment(Throwable thrown, Map<Moment, Verdict> verdicts) {
        verdicts.forEach((moment, verdict) ->
                assertThat(Referee.verdictOn(thrown, moment)).as(moment.name()).isEqualTo(verdict));
    }

    @Test
    void answersInTheTestSupportAPass() {
        recording.enter(Phase.TEST);
        answer();
        answer();
        assertThat(rule().facts()).containsExactly(new Fact("answers in the test", "2"));
    }

    @Test
    void answersOfTheSetUpThatTheTestAssertedOnSupportAPass() {
        RecordedEvidence early = answer();
        recording.enter(Phase.TEST);
        recording.cite(early, () -> "POST /threads → 201");
        assertThat(rule().facts()).containsExactly(new Fact("asserted on from set-up", "POST /threads → 201"));
    }

    @Test
    void passesWithoutAnyTrafficTurnSuspect() {
        recording.enter(Phase.TEST);
        assertThatThrownBy(() -> rule())
                .isInstanceOf(SuspectPassError.class)
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        This test passed, but nothing shows that a declared service did any work in it.
                          in the test:   0 HTTP responses, 0 received messages
                          in its set-up: 0 answers
                          what to do:    Call a service through an injected client in the test itself, or assert on a response of its set-up with assertThat(response).""");
    }

    @Test
    void passesWithTrafficInTheSetUpAloneTurnSuspect() {
        answer();
        assertThat(suspicion().facts())
                .contains(new Fact("in its set-up", "1 answer, which the test's own assertions never looked at"));
        answer();
        assertThat(suspicion().facts())
                .contains(new Fact("in its set-up", "2 answers, which the test's own assertions never looked at"));
    }

    @Test
    void passesWithTrafficInTheTearDownAloneTurnSuspect() {
        recording.enter(Phase.TEARDOWN);
        answer();
        assertThat(suspicion().facts()).contains(new Fact("in its set-up", "0 answers"));
    }

    private SuspectPassError suspicion() {
        return catchThrowableOfType(SuspectPassError.class, () -> rule());
    }

    private RecordedEvidence answer() {
        return recording.record(Exchanges.answered(200), System.nanoTime());
    }

    @Test
    void aFakeInTheCodeOutweighsEveryAnswer() {
        recording.enter(Phase.TEST);
        answer();
        PassClaim claim = new PassClaim(recording, Grade.C, List.of(fake(Effect.FAKE)), List.of(), List.of());
        assertThatThrownBy(() -> Referee.rule(claim, Optional.empty()))
                .isInstanceOf(SuspectPassError.class)
                .hasMessage("""
                        This test passed, but not everything in it is what it says it is.
                          mock-library: ChatIT uses org.mockito.Mockito (ChatIT.java:7)
                          what to do:   Call the service.""");
    }

    @Test
    void whatIsNoFakeOnlyStandsAmongTheFacts() {
        recording.enter(Phase.TEST);
        answer();
        List<Finding> code =
                List.of(fake(Effect.ALLOWED), fake(Effect.SMELL), fake(Effect.UNRUNNABLE), fake(Effect.WARNING));
        assertThat(Referee.rule(new PassClaim(recording, Grade.C, code, List.of(), List.of()), Optional.empty())
                        .facts())
                .containsExactly(
                        new Fact("answers in the test", "1"),
                        new Fact("allowed fake", "ChatIT uses org.mockito.Mockito"));
    }

    @Test
    void anObjectionOutweighsEveryAnswer() {
        recording.enter(Phase.TEST);
        answer();
        List<Fact> objections = List.of(new Fact("identity", "backend says the caller is 'bob', and not 'alice'"));
        PassClaim claim = new PassClaim(recording, Grade.C, List.of(), objections, List.of());
        assertThatThrownBy(() -> Referee.rule(claim, Optional.empty()))
                .hasMessageContaining("identity: backend says the caller is 'bob', and not 'alice'");
    }

    @Test
    void aPassIsWorthWhatLimitsItAndNoLessThanItsAuthorDemands() {
        recording.enter(Phase.TEST);
        answer();
        List<Fact> limits = List.of(new Fact("not A", "backend declares no 'revision'"));
        assertThat(rule().grade()).isEqualTo(Grade.A);
        assertThat(Referee.rule(new PassClaim(recording, Grade.B, List.of(), List.of(), limits), Optional.empty()))
                .isEqualTo(new Ruling(
                        Grade.B,
                        List.of(
                                new Fact("answers in the test", "1"),
                                new Fact("not A", "backend declares no 'revision'"))));
        PassClaim demanding = new PassClaim(recording, Grade.A, List.of(), List.of(), limits);
        assertThatThrownBy(() -> Referee.rule(demanding, Optional.empty()))
                .isInstanceOf(SuspectPassError.class)
                .hasMessage("""
                        This test passed with grade B, and @GoldenPath(atLeast = A) demands better.
                          answers in the test: 1
                          not A:               backend declares no 'revision'
                          what to do:          Give the service what the facts miss, or demand less with atLeast.""");
    }

    private static Finding fake(Effect effect) {
        return new Finding(
                "mock-library",
                effect,
                "ChatIT uses org.mockito.Mockito",
                "shop.ChatIT",
                "ChatIT.java:7",
                List.of("shop.ChatIT"),
                "Call the service.");
    }

    private Ruling rule() {
        return Referee.rule(PassClaim.of(recording), Optional.empty());
    }
}

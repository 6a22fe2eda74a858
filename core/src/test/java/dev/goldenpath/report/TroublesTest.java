package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.verdict.Verdict;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TroublesTest {
    private final Troubles troubles = new Troubles();

    @Test
    void tellsHowTheMessageBegins() {
        assertThat(troubles.of("ChatIT.answers", Verdict.FAILED, 1, null, "\n  Expected 202.\n  status: 500"))
                .contains("FAILED ChatIT.answers: Expected 202.");
        assertThat(troubles.of("ChatIT.asks", Verdict.FAILED, 1, null, "\nexpected: 202\n but was: 500\n"))
                .contains("FAILED ChatIT.asks: expected: 202 but was: 500");
    }

    @Test
    void tellsWhichAttemptItWasAndNoMoreWhereThereIsNoMessage() {
        assertThat(troubles.of("ChatIT.answers", Verdict.ERROR, 2, null, null))
                .contains("ERROR ChatIT.answers at attempt 2");
        assertThat(troubles.of("ChatIT.answers", Verdict.SUSPECT, 1, null, "\n"))
                .contains("SUSPECT ChatIT.answers");
    }

    @ParameterizedTest
    @EnumSource(names = {"PASSED", "SKIPPED", "MISSING"})
    void whatIsNotBadIsNotTold(Verdict verdict) {
        assertThat(troubles.of("ChatIT.answers", verdict, 1, null, "message")).isEmpty();
    }

    @Test
    void ofOneCauseTheFirstTestIsTold() {
        assertThat(troubles.of("ChatIT.a", Verdict.BLOCKED, 1, "redis is down\n\nsince 12:00", "not ready"))
                .contains("BLOCKED ChatIT.a: redis is down");
        assertThat(troubles.of("ChatIT.b", Verdict.BLOCKED, 1, "redis is down\n\nsince 12:00", "not ready"))
                .isEmpty();
        assertThat(troubles.of("ChatIT.c", Verdict.BLOCKED, 1, "auth is down", "not ready"))
                .contains("BLOCKED ChatIT.c: auth is down");
    }

    @Test
    void aLongLineIsCut() {
        assertThat(troubles.of("ChatIT.a", Verdict.FAILED, 1, null, "x".repeat(100_000)))
                .contains("FAILED ChatIT.a: " + "x".repeat(200) + "…");
    }

    @Test
    void afterTwentyItIsSaidOnceThatMoreAreOnlyCounted() {
        assertThat(IntStream.rangeClosed(1, 30)
                        .mapToObj(i -> troubles.of("ChatIT.t" + i, Verdict.FAILED, 1, null, "no"))
                        .flatMap(line -> line.stream()))
                .hasSize(21)
                .startsWith("FAILED ChatIT.t1: no")
                .endsWith(
                        "FAILED ChatIT.t20: no",
                        "more tests end badly; from here on they are only counted, the report at the end has all");
    }
}

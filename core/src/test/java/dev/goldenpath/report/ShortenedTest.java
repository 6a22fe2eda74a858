package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShortenedTest {

    @Test
    void whatFitsStaysAsItIs() {
        assertThat(Shortened.to(4, "abcd")).isEqualTo("abcd");
        assertThat(Shortened.beginning(4, "abcd")).isEqualTo("abcd");
    }

    @Test
    void ofALongOneTheBeginningAndTheEndStayAndTheRestIsCounted() {
        assertThat(Shortened.to(8, "0123456789abcdef")).isEqualTo("012345 … (8 more characters in the run log) … ef");
        assertThat(Shortened.beginning(8, "0123456789abcdef"))
                .isEqualTo("01234567 … (8 more characters in the run log)");
    }

    @Test
    void noCharacterIsCutInTwo() {
        String faces = "\uD83D\uDE00".repeat(20);
        for (int longest : List.of(4, 5, 6, 7, 8)) {
            assertThat(Shortened.to(longest, faces)).doesNotMatch("(?s).*[\\x{D800}-\\x{DFFF}].*");
            assertThat(Shortened.beginning(longest, faces)).doesNotMatch("(?s).*[\\x{D800}-\\x{DFFF}].*");
        }
    }

    @Test
    void aStackTraceOfAnyLengthKeepsItsHeadAndItsCauseInTheXml() throws Exception {
        String trace = "java.lang.AssertionError: no\n" + "\tat a.B.c(B.java:1)\n".repeat(10_000)
                + "Caused by: java.io.IOException: disk full\n";
        String xml = Xml.written(
                new SampleRun()
                        .test(
                                SampleRun.planned("P1", "a"),
                                new LoggedAttempt(
                                        1,
                                        Verdict.FAILED,
                                        null,
                                        null,
                                        List.of(Fact.of("long", "f".repeat(100_000))),
                                        new LoggedFailure("java.lang.AssertionError", "m".repeat(100_000), trace, null),
                                        null,
                                        null))
                        .read(),
                false);

        assertThat(xml)
                .hasSizeLessThan(50_000)
                .contains("<failure message=\"mmm", "java.lang.AssertionError: no\n", "IOException: disk full")
                .contains(
                        " … (96000 more characters in the run log) … ", " … (92000 more characters in the run log) … ");
    }
}

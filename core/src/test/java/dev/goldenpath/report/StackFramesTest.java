package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StackFramesTest {

    @Test
    void isTheTopmostLineOfTheTestsOwnClass() {
        assertThat(source("""
                        java.lang.AssertionError: at com.example.ChatIT.a(No.java:1)
                        \tat com.example.Help.run(Help.java:7)
                        \tat com.example.ChatITOther.b(ChatITOther.java:8)
                        \tat app//com.example.ChatIT.lambda$a$0(ChatIT.java:42)
                        \tat com.example.ChatIT.a(ChatIT.java:40)
                        """)).contains("ChatIT.java:42");
        assertThat(source("\tat com.example.ChatIT$History.reads(ChatIT.java:9)\n"))
                .contains("ChatIT.java:9");
    }

    /** A message may have whatever a service answered. */
    @Test
    @Timeout(60)
    void isFoundBehindAMessageOfBlankLinesWithoutLookingThroughThemTimeAndAgain() {
        assertThat(source("java.lang.AssertionError: no" + "\n".repeat(1_000_000)
                        + "\tat com.example.ChatIT.a(ChatIT.java:40)\n"))
                .contains("ChatIT.java:40");
    }

    @Test
    void isUnknownWhereNoLineIsOfIt() {
        assertThat(source("\tat com.example.Help.run(Help.java:7)\n")).isEmpty();
        assertThat(source("\tat com.example.ChatIT.a(Native Method)\n")).isEmpty();
        assertThat(source("")).isEmpty();
        assertThat(shown(new LoggedTest(SampleRun.LOG, SampleRun.planned("P1", "a"), List.of())))
                .isEmpty();
    }

    private static Optional<String> shown(LoggedTest test) {
        return StackFrames.of(test).map(StackFrames.Place::shown);
    }

    private static Optional<String> source(String trace) {
        return shown(new LoggedTest(
                SampleRun.LOG,
                SampleRun.planned("P1", "a"),
                List.of(new LoggedAttempt(
                        1,
                        Verdict.FAILED,
                        null,
                        null,
                        List.of(),
                        new LoggedFailure("java.lang.AssertionError", null, trace, null),
                        null,
                        null))));
    }
}

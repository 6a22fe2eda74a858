package dev.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.cli.Invocation.Ended;
import dev.goldenpath.compare.RunComparison;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code goldenpath compare} says of two runs, and the code it ends with. */
class ComparingTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path base;

    @Test
    void newFailuresEndWith1InAProcessOfItsOwn() throws Exception {
        SampleLog.of(base.resolve("old"), "r1")
                .test(Verdict.PASSED)
                .test(Verdict.PASSED)
                .test(Verdict.FAILED)
                .ended(1);
        SampleLog.of(base.resolve("target/goldenpath"), "r2")
                .test(Verdict.PASSED)
                .test(Verdict.FAILED)
                .test(Verdict.PASSED)
                .ended(2);

        Ended ended = Invocation.of(base, "compare", "old", "r2", "--json", "out/comparison.json")
                .run();

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().replaceAll("of \\d.* UTC", "of DATE")).isEqualTo("""
                1 new failure, 1 test fixed

                before  run r1 of DATE, 3 tests
                        in old
                after   run r2 of DATE, 3 tests
                        in target/goldenpath

                New failures (1)
                  P2 ChatIT.answers2()
                    PASSED (C) → FAILED: no
                    no call differs from those of the first run

                Fixed (1)
                  P2 ChatIT.answers3()
                    FAILED → PASSED (C)

                0 phases judged together.

                For scripts: out/comparison.json

                Exit code 1: tests fail that did not.
                """);
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(base.resolve("out/comparison.json")).content().contains("\"NEW_FAILURE\"");
    }

    @Test
    void aRunThatIsNoWorseEndsWith0() throws Exception {
        Path log = SampleLog.of(base.resolve("old"), "r1").test(Verdict.PASSED).ended(1);

        assertThat(compare(log.toString(), base.resolve("old").toString())).isEqualTo(ExitCode.PASS);
        assertThat(printed())
                .startsWith("No test and no phase differs\n\nbefore  run r1 of ")
                .endsWith("\n0 phases judged together.\n\nExit code 0: nothing got worse.\n");
    }

    @Test
    void lostTestsAndPassesThatAreSkipsEndWith4() throws Exception {
        Path before = SampleLog.of(base.resolve("old"), "r1")
                .test(Verdict.PASSED)
                .test(Verdict.PASSED)
                .ended(1);
        Path lost =
                SampleLog.of(base.resolve("lost"), "r2").test(Verdict.PASSED).ended(2);
        Path skipped = SampleLog.of(base.resolve("skipped"), "r3")
                .test(Verdict.PASSED)
                .test(Verdict.SKIPPED)
                .ended(3);

        assertThat(compare(before.toString(), lost.toString())).isEqualTo(ExitCode.GATE);
        assertThat(printed())
                .startsWith("1 test lost\n")
                .endsWith("\nExit code 4: tests are lost, pass no longer, or phases are slower.\n");
        assertThat(compare(before.toString(), skipped.toString())).isEqualTo(ExitCode.GATE);
        // It got better.
        assertThat(compare(lost.toString(), before.toString())).isEqualTo(ExitCode.PASS);
    }

    @Test
    void aRunThatIsNotThereEndsWith2() throws Exception {
        Path log = SampleLog.of(base.resolve("old"), "r1").test(Verdict.PASSED).ended(1);

        assertThat(compare(log.toString(), base.resolve("run-x-1-2.jsonl").toString()))
                .isEqualTo(ExitCode.NO_TESTS);
        assertThat(printed())
                .isEqualTo("No golden-path test ran. There is no file and no folder " + base + "/run-x-1-2.jsonl."
                        + " Correct the path.\n\nExit code 2: there were no tests.\n");
    }

    @Test
    void aLogThatCantBeReadEndsWith70() throws Exception {
        Path log = SampleLog.of(base.resolve("old"), "r1").test(Verdict.PASSED).ended(1);
        Files.writeString(log, Files.readString(log).replace("answers1", "answers7"));

        assertThat(compare(log.toString(), log.toString())).isEqualTo(ExitCode.BROKEN);
        assertThat(printed())
                .startsWith("The runs can't be compared: ")
                .endsWith("\nExit code 70: the command itself broke.\n");
    }

    @Test
    void aChanceThatIsNoneIsAnErrorOfUse() {
        StringWriter err = new StringWriter();
        int code = Main.commandLine().setErr(new PrintWriter(err)).execute("compare", "a", "b", "--alpha", "5");

        assertThat(err.toString())
                .startsWith("--alpha is a chance above 0 and below 1, such as 0.045, and not 5.0.")
                .contains("Usage: goldenpath compare ");
        assertThat(code).isEqualTo(64);
    }

    private ExitCode compare(String before, String after) {
        printed.reset();
        Redaction redaction = new Redaction();
        Screen screen = new Screen(new PrintStream(printed, false, StandardCharsets.UTF_8), false, false, redaction);
        return new Comparing(before, after, RunComparison.ALPHA, null, redaction, screen).run();
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}

package dev.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code goldenpath gate} says of a run, and the code it ends with. */
class JudgementTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final RunOptions options = new RunOptions();

    @TempDir
    Path base;

    @Test
    void aGoodRunEndsWith0AndItsReportsAreMade() throws Exception {
        SampleLog.of(usual(), "r1").test(Verdict.PASSED).ended(1);

        assertThat(judge(true)).isEqualTo(ExitCode.PASS);
        String report = "\nReport: " + usual() + "/";
        assertThat(printed()).contains(report + "goldenpath-junit.xml\n", report + "worklog.md\n");
        assertThat(printed().replaceAll("(?m)^Report: .*\n", "")).isEqualTo("""
                Golden Path gate, run r1: green

                         planned  passed  pass rate  required
                P2             1       1    100.0 %         -
                overall        1       1    100.0 %         -


                Exit code 0: all is well.
                """);
        assertThat(usual().resolve("worklog.md")).isNotEmptyFile();
    }

    @Test
    void aRedRunSaysWhyAndWhatTheCodeMeans() throws Exception {
        SampleLog.of(usual(), "r1")
                .configured("gate: { overall: 50%, revenue-at-risk: 20000 }\n"
                        + "revenue: { currency: USD, chat: 120000, billing: 80000 }")
                .test(Verdict.PASSED)
                .test(Verdict.FAILED)
                .ended(1);

        assertThat(judge(false)).isEqualTo(ExitCode.FAILURES);
        assertThat(printed()).isEqualTo("""
                Golden Path gate, run r1: RED

                         planned  passed  pass rate  required
                P2             2       1     50.0 %         -
                overall        2       1     50.0 %      50 %

                                      actual         allowed
                revenue-at-risk  200,000 USD  at most 20,000  missed

                It is red, because
                - revenue-at-risk: 200,000 USD per month is unverified (chat 120,000; billing 80,000 by no test), and at most 20,000 may be.

                FAILED  ChatIT.answers2(): no

                Exit code 1: tests did not pass.
                """);
        assertThat(usual().resolve("worklog.md")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "PASSED, 0",
        "FAILED, 1",
        "ERROR, 1",
        "SKIPPED, 2",
        "BLOCKED, 3",
        "MISSING, 4",
        "SUSPECT, 5",
        "'PASSED,SKIPPED', 0",
        "'PASSED,SKIPPED,BLOCKED', 3",
        "'BLOCKED,MISSING', 4",
        "'BLOCKED,MISSING,SUSPECT', 5",
        "'BLOCKED,MISSING,SUSPECT,FAILED', 1"
    })
    void theCodeTellsWhoseMatterItIs(String verdicts, int code) throws Exception {
        SampleLog log = SampleLog.of(usual(), "r1");
        Stream.of(verdicts.split(",")).map(Verdict::valueOf).forEach(log::test);
        log.ended(1);

        assertThat(judge(false).number()).isEqualTo(code);
        assertThat(printed()).contains("\nExit code " + code + ": ");
    }

    @Test
    void whatElseIsWrongIsToldBehindTheCode() throws Exception {
        SampleLog.of(usual(), "r1").test(Verdict.BLOCKED).test(Verdict.SUSPECT).killed(1);

        assertThat(judge(false)).isEqualTo(ExitCode.POLICY);
        assertThat(printed())
                .endsWith("\nExit code 5: a policy is broken; besides, the gate is closed, and the environment is not"
                        + " ready.\n");
    }

    @Test
    void anUnusableConfigurationEndsWith6WhereNothingElseIsWrong() throws Exception {
        SampleLog log = SampleLog.of(usual(), "r1")
                .test(Verdict.ERROR, new ConfigurationException("goldenpath.yaml can't be used", List.of()));
        log.ended(1);
        assertThat(judge(false)).isEqualTo(ExitCode.CONFIGURATION);

        SampleLog.of(usual(), "r2")
                .test(Verdict.ERROR, new ConfigurationException("goldenpath.yaml can't be used", List.of()))
                .test(Verdict.ERROR, new IllegalStateException("broken"))
                .ended(2);
        assertThat(judge(false)).isEqualTo(ExitCode.FAILURES);
    }

    @Test
    void aRunOfNoTestEndsWith2AndAKilledOneWith4() throws Exception {
        SampleLog.of(usual(), "r1").ended(1);
        assertThat(judge(false)).isEqualTo(ExitCode.NO_TESTS);
        SampleLog.of(usual(), "r2").killed(2);
        assertThat(judge(false)).isEqualTo(ExitCode.GATE);
    }

    @Test
    void whereThereIsNoLogItEndsWith2() throws Exception {
        assertThat(judge(true)).isEqualTo(ExitCode.NO_TESTS);
        assertThat(printed())
                .isEqualTo(
                        "No golden-path test ran. There is no run log in " + usual()
                                + ". Run the tests first, or name the folder or the logs.\n\nExit code 2: there were no tests.\n");
        assertThat(usual()).doesNotExist();
    }

    @Test
    void aPlaceThatIsNotThereIsToldAsSuch() throws Exception {
        options.places = List.of(Path.of("shard-1"));
        assertThat(judge(true)).isEqualTo(ExitCode.NO_TESTS);
        assertThat(printed())
                .startsWith("No golden-path test ran. There is no file and no folder " + base.resolve("shard-1")
                        + ". Correct the path.\n");
    }

    @Test
    void ofTheRunsOfOneFolderTheNewestIsJudgedUnlessOneIsChosen() throws Exception {
        SampleLog.of(usual(), "r1").test(Verdict.FAILED).ended(1);
        SampleLog.of(usual(), "r0").test(Verdict.PASSED).ended(2);
        assertThat(judge(false)).isEqualTo(ExitCode.PASS);
        options.run = "r1";
        assertThat(judge(false)).isEqualTo(ExitCode.FAILURES);
        options.run = null;
        assertThat(judge(false, Map.of("GOLDENPATH_RUNID", "r1"))).isEqualTo(ExitCode.FAILURES);
    }

    @Test
    void logsOfSeveralRunsNeedAChoice() throws Exception {
        options.places = List.of(
                SampleLog.of(usual(), "r1").test(Verdict.PASSED).ended(1),
                SampleLog.of(usual(), "r2").test(Verdict.PASSED).ended(2));
        assertThat(judge(true)).isEqualTo(ExitCode.USAGE);
        assertThat(printed())
                .endsWith(
                        " are of several runs: r1, r2. Choose one with --run, or make one run of them with 'goldenpath merge'.\n\n"
                                + "Exit code 64: the command line does not tell what to do.\n");
    }

    @Test
    void shardsAreJudgedTogetherAndNoReportsAreMadeOfThem() throws Exception {
        Path one = base.resolve("shard-1");
        Path other = base.resolve("shard-2");
        SampleLog.of(one, "r1").test(Verdict.PASSED).ended(1);
        SampleLog.of(other, "r1").test(Verdict.PASSED).ended(2);
        options.places = List.of(Path.of("shard-1"), Path.of("shard-2"));

        assertThat(judge(true)).isEqualTo(ExitCode.PASS);
        assertThat(printed())
                .contains("overall        2       2    100.0 %")
                .contains("\nNo reports were made: the logs were given one by one. 'goldenpath report' makes them.\n");
        assertThat(one.resolve("worklog.md")).doesNotExist();
    }

    @Test
    void aDamagedLogIsNotJudgedAndClosesTheGate() throws Exception {
        Path log = SampleLog.of(usual(), "r1").test(Verdict.PASSED).ended(1);
        Files.writeString(log, "{}\n", StandardOpenOption.APPEND);

        assertThat(judge(true)).isEqualTo(ExitCode.GATE);
        assertThat(printed())
                .isEqualTo("The run can't be judged: " + log
                        + ":6 does not follow the line before it: the log was changed after it was written.\n\n"
                        + "Exit code 4: the gate is closed.\n");
    }

    @Test
    void itLooksWhereTheTestsWereToldToWrite() throws Exception {
        SampleLog.of(base.resolve("elsewhere"), "r1").test(Verdict.PASSED).ended(1);
        assertThat(judge(false, Map.of("GOLDENPATH_OUTPUT", "elsewhere"))).isEqualTo(ExitCode.PASS);
    }

    @Test
    void theJunitXmlIsStrictWhereItIsAskedFor() throws Exception {
        SampleLog.of(usual(), "r1").test(Verdict.PASSED).ended(1);
        judge(true, Map.of("GOLDENPATH_JUNITXML", "strict"));
        Path xml = usual().resolve("goldenpath-junit.xml");
        assertThat(xml).content().doesNotContain("goldenpath.verdict");
        options.form = JunitXmlForm.FULL;
        judge(true, Map.of("GOLDENPATH_JUNITXML", "strict"));
        assertThat(xml).content().contains("goldenpath.verdict");
    }

    private Path usual() {
        return base.resolve("target/goldenpath");
    }

    private ExitCode judge(boolean reporting) {
        return judge(reporting, Map.of());
    }

    private ExitCode judge(boolean reporting, Map<String, String> variables) {
        Redaction redaction = new Redaction();
        Screen screen = new Screen(new PrintStream(printed, true, StandardCharsets.UTF_8), false, false, redaction);
        return new Judgement(RunRequest.of(options, base, variables), reporting, redaction, screen).run();
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}

package dev.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.cli.Invocation.Ended;
import dev.goldenpath.runlog.RunStart;
import dev.goldenpath.verdict.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about a run in processes of their own, which have no JUnit. */
class RunCommandsTest {
    @TempDir
    Path folder;

    @Test
    void theGateJudgesTheUsualFolderAndMakesItsReports() throws Exception {
        SampleLog.of(folder.resolve("target/goldenpath"), "r1")
                .configured("gate: { overall: 60%, markers: 0 }")
                .test(Verdict.PASSED)
                .test(Verdict.FAILED)
                .ended(1);
        Ended ended = Invocation.of(folder, "gate", "--junit-xml", "strict").run();

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("\nReport: target/goldenpath/worklog.md\n");
        assertThat(ended.out().replaceAll("(?m)^Report: .*\n", "")).isEqualTo("""
                Golden Path gate, run r1: RED

                         planned  passed  pass rate  required
                P2             2       1     50.0 %         -
                overall        2       1     50.0 %      60 %  missed

                         actual    allowed
                markers       0  at most 0

                It is red, because
                - overall: 1 of 2 planned tests passed (50.0 %), and 60 % is required.

                FAILED  ChatIT.answers2(): no


                Exit code 1: tests did not pass.
                """);
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(folder.resolve("target/goldenpath/goldenpath-junit.xml"))
                .content()
                .doesNotContain("goldenpath.verdict");
    }

    @Test
    void onGithubTheGateWritesTheSummaryOfTheStepAndPrintsAnnotations() throws Exception {
        SampleLog.of(folder.resolve("target/goldenpath"), "r1")
                .test(Verdict.FAILED)
                .ended(1);
        Ended ended = Invocation.of(folder, "gate")
                .with("GITHUB_ACTIONS", "true")
                .with("GITHUB_WORKSPACE", folder.toString())
                .with("GITHUB_STEP_SUMMARY", folder.resolve("step.md").toString())
                .run();

        assertThat(ended.out())
                .contains("\n\n::error title=Golden Path%3A P2 FAILED ChatIT.answers1()::no\n\nExit code 1");
        assertThat(folder.resolve("step.md"))
                .content()
                .startsWith("<!-- goldenpath r1 -->\n## Golden Path: 0 of 1 passed, gate RED\n");
    }

    /** What GitHub shows does not rest on reports having been written. */
    @Test
    void onGithubTheGateOfSeveralFoldersTellsItToo() throws Exception {
        SampleLog.of(folder.resolve("one"), "r1").test(Verdict.FAILED).ended(1);
        SampleLog.of(folder.resolve("two"), "r1").test(Verdict.PASSED).ended(2);
        Ended ended = Invocation.of(folder, "gate", "--no-reports", "one", "two")
                .with("GITHUB_ACTIONS", "true")
                .with("GITHUB_WORKSPACE", folder.toString())
                .with("GITHUB_STEP_SUMMARY", folder.resolve("step.md").toString())
                .run();

        assertThat(ended.out()).contains("\n::error title=Golden Path%3A P2 FAILED ChatIT.answers1()::no\n");
        assertThat(folder.resolve("step.md"))
                .content()
                .startsWith("<!-- goldenpath r1 -->\n## Golden Path: 1 of 2 passed, gate RED\n");
        assertThat(folder.resolve("one/worklog.md")).doesNotExist();
    }

    @Test
    void aMergedRunIsJudgedLikeAnyOther() throws Exception {
        RunStart.Part first = new RunStart.Part(1, 2, "names");
        SampleLog.of(folder.resolve("shards/one"), "r1", first)
                .test(Verdict.PASSED)
                .ended(1);
        Ended merged = Invocation.of(folder, "merge", "shards", "-o", "merged", "--run", "build-41")
                .with("GITHUB_STEP_SUMMARY", folder.resolve("step.md").toString())
                .run();

        assertThat(merged.err()).isEmpty();
        assertThat(merged.out()).contains("\ntotal        1       1 ").endsWith("\nMerged run build-41 in merged.\n");
        assertThat(merged.exitCode()).isZero();
        assertThat(folder.resolve("step.md")).content().startsWith("<!-- goldenpath build-41 -->\n");

        Ended judged = Invocation.of(folder, "gate", "merged").run();
        assertThat(judged.out()).contains("\n- Shard 2 of 2 is missing: ");
        assertThat(judged.exitCode()).isEqualTo(4);

        Ended alone = Invocation.of(folder, "gate", "merged")
                .with("GOLDENPATH_SHARD", "1/2")
                .run();
        assertThat(alone.exitCode()).isZero();
    }

    @Test
    void aVariableThatIsNoShardIsAnErrorOfUse() throws Exception {
        Ended ended =
                Invocation.of(folder, "gate").with("GOLDENPATH_SHARD", "3/2").run();

        assertThat(ended.err()).startsWith("environment variable GOLDENPATH_SHARD: '3/2' is no shard: ");
        assertThat(ended.exitCode()).isEqualTo(64);
    }

    @Test
    void aReportOfShardsGoesWhereItIsTold() throws Exception {
        SampleLog.of(folder.resolve("shard-1"), "r1").test(Verdict.PASSED).ended(1);
        SampleLog.of(folder.resolve("shard-2"), "r1").test(Verdict.SUSPECT).ended(2);
        Ended ended = Invocation.of(folder, "report", "shard-1", "shard-2", "-o", "merged")
                .with("GITHUB_STEP_SUMMARY", folder.resolve("step.md").toString())
                .run();

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("total        2       1").contains("\nReport: merged/worklog.md\n");
        assertThat(ended.exitCode()).isZero();
        assertThat(folder.resolve("merged/report.html")).isNotEmptyFile();
        assertThat(folder.resolve("step.md"))
                .content()
                .startsWith("<!-- goldenpath r1 -->\n## Golden Path: 1 of 2 passed, gate RED\n");
    }

    @Test
    void aFormThatTheXmlHasNotIsAnErrorOfUse() {
        StringWriter err = new StringWriter();
        int code = Main.commandLine()
                .setErr(new PrintWriter(err))
                .execute("gate", folder.toString(), "--junit-xml", "loose");

        assertThat(err.toString())
                .startsWith(
                        "Invalid value for option '--junit-xml': expected one of [FULL, STRICT] (case-insensitive) but was")
                .contains("Usage: goldenpath gate ");
        assertThat(code).isEqualTo(64);
    }
}

package dev.goldenpath.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.goldenpath.compare.PhaseChange.Judgement;
import dev.goldenpath.compare.TestChange.Kind;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunComparisonTest {
    private static final Path SCHEMA = Path.of("..", "docs", "goldenpath-comparison-1.schema.json");

    @TempDir
    Path folder;

    private RunComparison comparison() throws IOException {
        StagedRun before = new StagedRun(folder, "monday")
                .revision("4f2a9c1")
                .test("pays", Verdict.PASSED)
                .call("GET /me alice", 200, "{\"id\":1}")
                .call("POST /orders alice", 201, "{\"id\":1}")
                .test("ships", Verdict.FAILED)
                .test("bills", Verdict.FAILED)
                .test("waits", Verdict.PASSED)
                .test("leaves", Verdict.PASSED)
                .test("lists", Verdict.PASSED);
        StagedRun after = new StagedRun(folder, "tuesday")
                .revision("5d0e1b7")
                .test("pays", Verdict.FAILED)
                .call("GET /me alice", 200, "{\"id\":2}")
                .call("POST /orders alice", 503, "{\"error\":\"no stock\"}")
                .test("ships", Verdict.FAILED)
                .test("bills", Verdict.PASSED)
                .test("waits", Verdict.SKIPPED)
                .test("comes", Verdict.PASSED)
                .test("lists", Verdict.PASSED);
        waits(before, new Random(5), 1);
        waits(after, new Random(7), 1.3);
        return RunComparison.of(before.read(), after.read(), RunComparison.ALPHA);
    }

    /** As in the documentation. */
    @Test
    void allThatChangedIsTold() throws IOException {
        String told = String.join("\n", ComparisonText.of(comparison()))
                .replaceAll("run-(\\w+)-\\d+-\\d+", "run-$1-4711-1795860000000")
                .replaceAll("in /.*/(\\w+)\n", "in target/$1\n");

        assertThat(Files.readString(Path.of("..", "docs", "compare.md"))).contains("```text\n" + told + "\n");
    }

    @Test
    void itIsWorseByNewFailuresAndElseByWhatIsLostOrSlower() throws IOException {
        RunComparison comparison = comparison();
        assertThat(comparison.hasNewFailures()).isTrue();
        assertThat(comparison.isOtherwiseWorse()).isTrue();
        assertThat(comparison.tests(Kind.STILL_FAILING))
                .singleElement()
                .satisfies(test -> assertThat(test.sameFailure()).isTrue());

        LoggedRun same =
                new StagedRun(folder, "again").test("pays", Verdict.PASSED).read();
        RunComparison none = RunComparison.of(same, same, RunComparison.ALPHA);
        assertThat(none.hasNewFailures()).isFalse();
        assertThat(none.isOtherwiseWorse()).isFalse();
        assertThat(ComparisonWords.headline(none)).isEqualTo("No test and no phase differs");
    }

    /** A template that was BLOCKED counts as one test, and else each of its invocations. */
    @Test
    void aTemplateIsTheLikeOfItsInvocations() throws IOException {
        String template = "[test-template:counts(int)]";
        LoggedRun blocked = new StagedRun(folder, "blocked")
                .test(template, "counts(int)", Verdict.BLOCKED)
                .read();
        LoggedRun passed = new StagedRun(folder, "passed")
                .test(template + "/[test-template-invocation:#1]", "counts(int)[1]", Verdict.PASSED)
                .test(template + "/[test-template-invocation:#2]", "counts(int)[2]", Verdict.PASSED)
                .read();

        RunComparison better = RunComparison.of(blocked, passed, RunComparison.ALPHA);
        assertThat(ComparisonWords.headline(better)).isEqualTo("2 tests fixed");
        assertThat(better.isOtherwiseWorse()).isFalse();
        RunComparison worse = RunComparison.of(passed, blocked, RunComparison.ALPHA);
        assertThat(ComparisonWords.headline(worse)).isEqualTo("1 new failure");
    }

    @Test
    void anotherUserOfThePoolIsNoOtherCall() throws IOException {
        LoggedRun passed = new StagedRun(folder, "first")
                .test("pays", Verdict.PASSED)
                .call("GET /me free1", 200, "{}")
                .call("POST /orders free1", 201, "{}")
                .read();
        LoggedRun failed = new StagedRun(folder, "second")
                .test("pays", Verdict.FAILED)
                .call("GET /me free2", 200, "{}")
                .call("POST /orders free2", 503, "{}")
                .read();

        assertThat(ComparisonText.of(RunComparison.of(passed, failed, RunComparison.ALPHA)))
                .contains(
                        "    first diverging call: shop, call 2 of 2, POST /orders as free1",
                        "      status: 201 → 503");
    }

    @Test
    void aChanceThatIsNoneIsRefused() throws IOException {
        LoggedRun run = new StagedRun(folder, "again").read();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunComparison.of(run, run, 1))
                .withMessage("alpha is a chance above 0 and below 1, such as 0.045, and not 1.0.");
    }

    /** Through whole logs: what is 30 % slower is found, and what is as it was is not. */
    @Test
    void aSlowerPhaseIsFoundInLogs() throws IOException {
        LoggedRun before = timed("quick", new Random(5), 1);
        LoggedRun alike = timed("alike", new Random(6), 1);
        LoggedRun slower = timed("slow", new Random(7), 1.3);

        assertThat(RunComparison.of(before, alike, RunComparison.ALPHA).phases(Judgement.SLOWER))
                .isEmpty();
        assertThat(RunComparison.of(before, slower, RunComparison.ALPHA).phases(Judgement.SLOWER))
                .extracting(PhaseChange::phase)
                .containsExactly("wait", "total");
        assertThat(RunComparison.of(slower, before, RunComparison.ALPHA).phases(Judgement.FASTER))
                .extracting(PhaseChange::phase)
                .containsExactly("wait", "total");
    }

    private LoggedRun timed(String name, Random random, double factor) throws IOException {
        StagedRun run = new StagedRun(folder, name).test("waits", Verdict.PASSED);
        waits(run, random, factor);
        return run.read();
    }

    private static void waits(StagedRun run, Random random, double factor) {
        for (int i = 0; i < 50; i++) {
            run.timed("GET /prices", Math.round(factor * 10_000 * Math.exp(0.3 * random.nextGaussian())));
        }
    }

    @Test
    void theSameIsThereForScriptsAsTheSchemaSays() throws IOException {
        Path file = folder.resolve("new/comparison.json");
        ComparisonJson.write(file, comparison());

        JsonMapper mapper = new JsonMapper();
        JsonNode json = mapper.readTree(file.toFile());
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(mapper.readTree(SCHEMA.toFile()))
                        .validate(json))
                .isEmpty();
        assertThat(json.path("tests")
                        .path(0)
                        .path("divergence")
                        .path("differences")
                        .path(0)
                        .path("after")
                        .asText())
                .isEqualTo("503");
        assertThat(json.path("phases").path(0).path("factor").asDouble()).isBetween(1.25, 1.35);
    }
}

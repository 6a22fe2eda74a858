package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.evidence.Cleanup;
import dev.goldenpath.http.ServiceClient;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;

class CleanupInjectionTest {
    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    Path folder;

    @GoldenPath
    static class EveryPlace {
        EveryPlace(Cleanup cleanup) {
            cleanup.add("constructor", () -> {});
        }

        @BeforeAll
        static void beforeAll(Cleanup cleanup, ServiceClient echo) {
            cleanup.add("before all", () -> echo.get("/undo-before-all").send());
        }

        @BeforeEach
        void beforeEach(Cleanup cleanup) {
            cleanup.add("before each", () -> {});
        }

        @Test
        void test(Cleanup cleanup, Cleanup same, ServiceClient echo) {
            assertThat(echo.post("/things").send()).hasStatus(200);
            cleanup.add("first in test", () -> echo.delete("/things").send());
            same.add("second in test", () -> {});
        }

        @AfterEach
        void afterEach(Cleanup cleanup) {
            cleanup.add("after each", () -> {});
        }

        @AfterAll
        static void afterAll(Cleanup cleanup) {
            cleanup.add("after all", () -> {});
        }
    }

    @Test
    void stepsRunLastInFirstOutAfterWhatTheyBelongTo() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(EveryPlace.class);

        assertThat(run.verdicts().values()).containsExactly("PASSED");
        assertThat(run.evidence())
                .containsSubsequence(
                        "TEST POST /things of test",
                        "TEARDOWN after each of test",
                        "TEARDOWN second in test of test",
                        "TEARDOWN DELETE /things of test",
                        "TEARDOWN first in test of test",
                        "TEARDOWN before each of test",
                        "TEARDOWN constructor of test",
                        "TEARDOWN after all",
                        "TEARDOWN GET /undo-before-all",
                        "TEARDOWN before all")
                .hasSize(10);
    }

    @GoldenPath
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OnceForAll {
        private final Cleanup ofTheClass;

        OnceForAll(Cleanup cleanup) {
            ofTheClass = cleanup;
        }

        @RepeatedTest(2)
        void repeats(RepetitionInfo repetition, Cleanup own, ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
            ofTheClass.add("class " + repetition.getCurrentRepetition(), () -> {});
            own.add("test " + repetition.getCurrentRepetition(), () -> {});
        }

        @Nested
        class Inner {
            @ParameterizedTest
            @ValueSource(ints = {7, 8})
            void isNested(int number, Cleanup own, ServiceClient echo) {
                assertThat(echo.get("/").send()).hasStatus(200);
                own.add("nested " + number, () -> {});
            }
        }
    }

    @Test
    void theCleanUpOfAClassOutlivesThatOfItsTests() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(OnceForAll.class);

        assertThat(run.verdicts().values()).hasSize(4).containsOnly("PASSED");
        assertThat(run.evidence().stream().filter(line -> line.startsWith("TEARDOWN")))
                .containsExactly(
                        "TEARDOWN test 1 of repeats",
                        "TEARDOWN test 2 of repeats",
                        "TEARDOWN nested 7 of isNested",
                        "TEARDOWN nested 8 of isNested",
                        "TEARDOWN class 2",
                        "TEARDOWN class 1");
    }

    @GoldenPath
    static class Kept {
        private static Cleanup kept;

        @Test
        void keeps(Cleanup cleanup, ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
            kept = cleanup;
        }

        @AfterAll
        static void usesItTooLate() {
            assertThatThrownBy(() -> kept.add("undo", () -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "The clean-up of this test has run, so 'undo' would never be run. Register it before the "
                                    + "test is over.");
        }
    }

    @Test
    void aStepThatComesTooLateIsRefused() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(Kept.class);

        assertThat(run.verdicts().values()).containsExactly("PASSED");
    }

    @GoldenPath
    @Execution(ExecutionMode.CONCURRENT)
    static class Parallel {
        @OnService
        ServiceClient echo;

        @RepeatedTest(8)
        void calls(RepetitionInfo repetition, Cleanup cleanup) throws InterruptedException {
            String me = "/of-" + repetition.getCurrentRepetition();
            assertThat(echo.get(me).send()).hasStatus(200);
            Thread user =
                    new Thread(() -> cleanup.add("undo", () -> echo.delete(me).send()));
            user.start();
            user.join(30_000);
        }
    }

    @Test
    void eachOfManyParallelTestsUndoesItsOwn() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder)
                .parameter("junit.jupiter.execution.parallel.enabled", "true")
                .parameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .parameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
                .run(Parallel.class);

        assertThat(run.verdicts().values()).hasSize(8).containsOnly("PASSED");
        assertThat(run.lines("evidence").stream()
                        .filter(line -> line.path("method").asText().equals("DELETE")))
                .hasSize(8)
                .allSatisfy(line -> assertThat(line.path("test").asText())
                        .endsWith(":#" + line.path("url").asText().replaceFirst(".*/of-", "") + "]"));
    }

    @GoldenPath
    static class Rerun {
        private static int runs;

        @Test
        void passesAtLast(Cleanup cleanup, ServiceClient echo) {
            int attempt = ++runs;
            cleanup.add("undo " + attempt, () -> {});
            assertThat(echo.get("/").send()).hasStatus(attempt == 1 ? 418 : 200);
        }
    }

    @Test
    void eachAttemptOfARerunTestHasItsOwn() {
        List<ClassSelector> plan = List.of(DiscoverySelectors.selectClass(Rerun.class));

        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(plan, plan);

        assertThat(run.lines("test-finished"))
                .extracting(line -> line.path("verdict").asText())
                .containsExactly("FAILED", "PASSED");
        assertThat(run.lines("evidence").stream()
                        .filter(line -> line.path("kind").asText().equals("step"))
                        .map(line -> line.path("attempt").asInt() + ": "
                                + line.path("name").asText()))
                .containsExactly("1: undo 1", "2: undo 2");
    }
}

package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Cleanup;
import dev.goldenpath.evidence.CleanupException;
import dev.goldenpath.http.ServiceClient;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanupRulingTest {
    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    Path folder;

    @GoldenPath
    static class EveryEnd {
        @OnService
        ServiceClient echo;

        @BeforeEach
        void before(Cleanup cleanup, TestInfo test) {
            cleanup.add(
                    "undo " + test.getTestMethod().orElseThrow().getName(),
                    () -> echo.get("/undo").send());
            assertThat(test.getDisplayName()).doesNotStartWith("neverBegins");
        }

        @AfterEach
        void after() {
            echo.get("/after").send();
        }

        @Test
        void passes() {
            assertThat(echo.get("/").send()).hasStatus(200);
        }

        @Test
        void fails() {
            assertThat(echo.get("/").send()).hasStatus(418);
        }

        @Test
        void isAborted() {
            Assumptions.abort("not here");
        }

        @Test
        void neverBegins() {}
    }

    @Test
    void stepsRunHoweverTheTestEnds() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(EveryEnd.class);

        assertThat(run.verdicts())
                .containsEntry("passes()", "PASSED")
                .containsEntry("fails()", "FAILED")
                .containsEntry("isAborted()", "SKIPPED")
                .containsEntry("neverBegins()", "ERROR");
        assertThat(run.evidence())
                .contains(
                        "TEARDOWN undo passes of passes",
                        "TEARDOWN undo fails of fails",
                        "TEARDOWN undo isAborted of isAborted",
                        "TEARDOWN undo neverBegins of neverBegins",
                        "TEARDOWN GET /after of neverBegins")
                .filteredOn(line -> line.startsWith("TEARDOWN GET /undo of "))
                .hasSize(4);
    }

    @GoldenPath
    static class BrokenConstructor {
        BrokenConstructor(Cleanup cleanup) {
            cleanup.add("undo", () -> {});
            throw new IllegalStateException("no instance");
        }

        @Test
        void neverRuns() {}
    }

    @GoldenPath
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class BrokenConstructorOfAll {
        BrokenConstructorOfAll(Cleanup cleanup) {
            cleanup.add("undo", () -> {});
            throw new IllegalStateException("no instance");
        }

        @Test
        void neverRuns() {}
    }

    @ParameterizedTest
    @ValueSource(classes = {BrokenConstructor.class, BrokenConstructorOfAll.class})
    void whatABrokenConstructorRegisteredIsRunToo(Class<?> tests) {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(tests);

        assertThat(run.verdicts()).containsEntry("neverRuns()", "ERROR");
        assertThat(run.evidence())
                .containsExactly(tests == BrokenConstructor.class ? "TEARDOWN undo of neverRuns" : "TEARDOWN undo");
    }

    @GoldenPath
    static class FailingSteps {
        @Test
        void passes(Cleanup cleanup, ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
            cleanup.add("first", () -> {
                throw new IllegalStateException("still in use");
            });
            cleanup.add("second", () -> {});
            cleanup.add("third", () -> {
                throw new AssertionError("left");
            });
        }

        @Test
        void fails(Cleanup cleanup, ServiceClient echo) {
            cleanup.add("undo", () -> {
                throw new IllegalStateException("still in use");
            });
            assertThat(echo.get("/").send()).hasStatus(418);
        }

        @Test
        void isAborted(Cleanup cleanup) {
            cleanup.add("undo", () -> {
                throw new IllegalStateException("still in use");
            });
            Assumptions.abort("not here");
        }

        @Test
        void assumesInItsCleanUp(Cleanup cleanup, ServiceClient echo) {
            cleanup.add("undo", () -> Assumptions.abort("not here"));
            assertThat(echo.get("/").send()).hasStatus(200);
        }
    }

    @Test
    void aFailingStepIsAnErrorOfATestThatHadPassedAndStopsNoOther() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(FailingSteps.class);

        assertThat(run.verdicts())
                .containsEntry("passes(Cleanup, ServiceClient)", "ERROR")
                .containsEntry("fails(Cleanup, ServiceClient)", "FAILED")
                .containsEntry("isAborted(Cleanup)", "ERROR")
                .containsEntry("assumesInItsCleanUp(Cleanup, ServiceClient)", "ERROR");
        assertThat(run.throwable("passes(Cleanup, ServiceClient)"))
                .isInstanceOf(CleanupException.class)
                .hasMessage("""
                        2 of 3 clean-up steps failed, so something may be left behind.
                          third: java.lang.AssertionError: left
                          first: java.lang.IllegalStateException: still in use""")
                .hasCauseInstanceOf(AssertionError.class)
                .satisfies(failure ->
                        assertThat(failure.getSuppressed()).singleElement().isInstanceOf(IllegalStateException.class));
        assertThat(run.throwable("fails(Cleanup, ServiceClient)"))
                .isInstanceOf(AssertionError.class)
                .satisfies(failure ->
                        assertThat(failure.getSuppressed()).singleElement().isInstanceOf(CleanupException.class));
        assertThat(run.evidence())
                .filteredOn(line -> line.startsWith("TEARDOWN"))
                .hasSize(6);
    }

    @GoldenPath
    static class FailingAfterAll {
        @BeforeAll
        static void beforeAll(Cleanup cleanup) {
            cleanup.add("shared", () -> {
                throw new AssertionError("left over");
            });
        }

        @Test
        void passes(ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
        }
    }

    @Test
    void aFailingStepOfAClassCountsAsOneMoreError() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(FailingAfterAll.class);

        assertThat(run.verdicts().values()).containsExactly("PASSED", "ERROR");
    }

    @GoldenPath
    static class FactoryWithCleanup {
        @TestFactory
        Stream<DynamicTest> tests(Cleanup cleanup, ServiceClient echo) {
            cleanup.add("of the factory", () -> {
                throw new AssertionError("left over");
            });
            return Stream.of("one", "two")
                    .map(name -> DynamicTest.dynamicTest(name, () -> {
                        assertThat(echo.get("/" + name).send()).hasStatus(200);
                        cleanup.add("of " + name, () -> echo.delete("/" + name).send());
                    }));
        }
    }

    @Test
    void theStepsOfAFactoryRunAfterItsLastTestAndTheirFailureIsAnErrorBesideThem() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(FactoryWithCleanup.class);

        assertThat(run.verdicts().values()).containsExactly("PASSED", "PASSED", "ERROR");
        assertThat(run.evidence().stream().map(line -> line.replaceFirst(" of tests.*", "")))
                .containsSubsequence(
                        "TEST GET /two",
                        "TEARDOWN DELETE /two",
                        "TEARDOWN of two",
                        "TEARDOWN DELETE /one",
                        "TEARDOWN of one",
                        "TEARDOWN of the factory");
    }
}

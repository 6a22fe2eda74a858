package dev.goldenpath.jupiter;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import dev.goldenpath.priority.P1;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class WatchedTestsTest {
    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    Path folder;

    abstract static class Base {
        @OnService
        ServiceClient echo;

        @Nested
        class Inherited {
            @Test
            void callsNothing() {}

            @Test
            void calls() {
                assertThat(echo.get("/").send()).hasStatus(200);
            }
        }
    }

    @GoldenPath
    @P1(protects = "echo")
    static class Heir extends Base {}

    @ExtendWith(GoldenPathExtension.class)
    static class Extended {
        @Test
        void extended() {}
    }

    @GoldenPath
    static class Outer {
        static class Independent {
            @Test
            void isAUnitTest() {
                assertThat(1).isPositive();
            }
        }
    }

    @Test
    void everyTestTheExtensionWatchesIsInTheLogAndNoOther() {
        GoldenPathRun run =
                GoldenPathRun.against(SERVICE, folder).run(Heir.class, Extended.class, Outer.Independent.class);

        assertThat(run.verdicts())
                .containsOnly(
                        entry("callsNothing()", "SUSPECT"), entry("calls()", "PASSED"), entry("extended()", "SUSPECT"));
        assertThat(run.lines("test-planned"))
                .extracting(line -> line.path("priority").asText())
                .containsOnly("P1", "none");
        assertThat(run.result("isAUnitTest()").getStatus()).isEqualTo(Status.SUCCESSFUL);
        assertThat(run.closingFailure()).isEmpty();
    }

    @GoldenPath
    static class RunsTestsItself {
        static class Inner {
            @Test
            void inner() {
                assertThat(1).isPositive();
            }
        }

        @Test
        void first(ServiceClient echo) {
            try (LauncherSession session = LauncherFactory.openSession()) {
                session.getLauncher()
                        .execute(LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(Inner.class))
                                .build());
            }
            assertThat(echo.get("/").send()).hasStatus(200);
        }

        @Test
        void second(ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
        }
    }

    @Test
    void aLauncherSessionWithinATestLeavesTheRunOpen() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(RunsTestsItself.class);

        assertThat(run.verdicts().values()).containsExactly("PASSED", "PASSED");
        assertThat(run.lines("run-finished")).hasSize(1);
    }

    @GoldenPath
    static class Flaky {
        private static int calls;

        @RepeatedTest(1)
        void passesAtTheSecondAttempt(RepetitionInfo info, ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
            assertThat(++calls).isGreaterThan(1);
        }
    }

    @Test
    void aRerunIsAnotherAttemptOfTheSameTest() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder)
                .run(List.of(selectClass(Flaky.class)), List.of(selectClass(Flaky.class)));

        assertThat(run.lines("test-finished"))
                .extracting(line -> line.path("attempt").asInt() + " "
                        + line.path("verdict").asText())
                .containsExactly("1 FAILED", "2 PASSED");
    }

    @GoldenPath
    static class SharedAndCleanedUp {
        private static ServiceResponse shared;

        @BeforeAll
        static void call(ServiceClient echo) {
            shared = echo.get("/shared").send();
        }

        @AfterAll
        static void cleanUp(ServiceClient echo) {
            echo.get("/clean-up").send();
        }

        @Test
        void assertsOnTheSharedAnswer() {
            assertThat(shared).hasStatus(200);
        }
    }

    @Test
    void aRerunHasAClassSetUpOfItsOwn() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder)
                .run(List.of(selectClass(SharedAndCleanedUp.class)), List.of(selectClass(SharedAndCleanedUp.class)));

        assertThat(run.lines("test-finished"))
                .extracting(line -> line.path("verdict").asText())
                .containsExactly("PASSED", "PASSED");
    }
}

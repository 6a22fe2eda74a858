package dev.goldenpath.jupiter;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import dev.goldenpath.verdict.SuspectPassError;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult.Status;

class RulingTest {
    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    Path folder;

    @GoldenPath
    static class Plain {
        @Test
        void calls(ServiceClient echo) {
            assertThat(echo.get("/work").send()).hasStatus(200);
        }

        @Test
        void callsNothing() {
            assertThat(1 + 1).isEqualTo(2);
        }

        @Test
        void assertsWrong(ServiceClient echo) {
            assertThat(echo.get("/work").send()).hasStatus(418);
        }

        @Test
        @Timeout(value = 50, unit = TimeUnit.MILLISECONDS)
        void takesTooLong() throws InterruptedException {
            new CountDownLatch(1).await();
        }

        @Test
        void breaks() {
            throw new IllegalStateException("broken");
        }

        @Test
        void assumes() {
            Assumptions.assumeTrue(false, "no such feature");
        }

        @Test
        @Disabled("not yet")
        void isDisabled() {}
    }

    @Test
    void rulesOnEveryOutcome() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(Plain.class);

        assertThat(run.verdicts())
                .containsOnly(
                        entry("calls(ServiceClient)", "PASSED"),
                        entry("callsNothing()", "SUSPECT"),
                        entry("assertsWrong(ServiceClient)", "FAILED"),
                        entry("takesTooLong()", "FAILED"),
                        entry("breaks()", "ERROR"),
                        entry("assumes()", "SKIPPED"),
                        entry("isDisabled()", "SKIPPED"));
        assertThat(run.finished("calls(ServiceClient)").path("grade").asText()).isEqualTo("B");
        assertThat(run.lines("test-settled")).singleElement().satisfies(settled -> {
            assertThat(settled.path("verdict").asText()).isEqualTo("PASSED");
            assertThat(settled.path("grade").asText()).isEqualTo("B");
        });
        assertThat(run.finished("assumes()").path("reason").asText()).contains("no such feature");
        assertThat(run.finished("isDisabled()").path("reason").asText()).isEqualTo("not yet");
        assertThat(run.closingFailure()).isEmpty();
    }

    @Test
    void aPassWithoutACallIsAFailureThatSaysWhatWasSeen() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(Plain.class);

        assertThat(run.result("callsNothing()").getStatus()).isEqualTo(Status.FAILED);
        assertThat(run.throwable("callsNothing()"))
                .isInstanceOf(SuspectPassError.class)
                .hasMessage("""
                        This test passed, but nothing shows that a declared service did any work in it.
                          in the test:   0 HTTP responses, 0 received messages
                          in its set-up: 0 answers
                          witness:       No client claims an answer, and this JVM's sockets saw none of a declared service.
                          what to do:    Call a service through an injected client in the test itself, or assert on a \
                        response of its set-up with assertThat(response).""");
        assertThat(run.finished("callsNothing()").path("facts")).hasSize(4);
    }

    @GoldenPath
    static class AroundTheTest {
        ServiceResponse early;

        @BeforeEach
        void before(ServiceClient echo) {
            early = echo.get("/before").send();
        }

        @AfterEach
        void after(ServiceClient echo) {
            echo.get("/after").send();
        }

        @Test
        void ignoresItsSetUp() {
            assertThat("something").isNotEmpty();
        }

        @Test
        void assertsOnItsSetUp() {
            assertThat(early).hasStatus(200).hasJson("/path", "/before");
        }
    }

    @Test
    void callsAroundTheTestProveNothingUnlessTheTestAssertsOnThem() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(AroundTheTest.class);

        assertThat(run.verdicts())
                .containsOnly(entry("ignoresItsSetUp()", "SUSPECT"), entry("assertsOnItsSetUp()", "PASSED"));
        assertThat(run.throwable("ignoresItsSetUp()"))
                .hasMessageContaining("in its set-up: 1 answer, which the test's own assertions never looked at");
    }

    @GoldenPath
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OnceForAll {
        ServiceResponse shared;

        @BeforeAll
        void call(ServiceClient echo) {
            shared = echo.get("/shared").send();
        }

        @RepeatedTest(3)
        void asserts() {
            assertThat(shared).hasStatus(200);
        }

        @Test
        void doesNotAssert() {
            assertThat(shared.status()).isEqualTo(200);
        }
    }

    @Test
    void oneCallForTheClassProvesTheTestsThatAssertOnIt() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(OnceForAll.class);

        assertThat(run.verdicts())
                .containsOnly(
                        entry("asserts()[1]", "PASSED"),
                        entry("asserts()[2]", "PASSED"),
                        entry("asserts()[3]", "PASSED"),
                        entry("doesNotAssert()", "SUSPECT"));
    }

    @GoldenPath
    static class BorrowsAnAnswer {
        private static ServiceResponse borrowed;

        @OnService
        ServiceClient echo;

        @BeforeEach
        void callOnce() {
            if (borrowed == null) {
                borrowed = echo.get("/once").send();
            }
        }

        @RepeatedTest(2)
        void asserts() {
            assertThat(borrowed).hasStatus(200);
        }
    }

    @Test
    void theAnswerOfAnotherTestsSetUpProvesNothing() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(BorrowsAnAnswer.class);

        assertThat(run.verdicts()).containsExactly(entry("asserts()[1]", "PASSED"), entry("asserts()[2]", "SUSPECT"));
    }

    @GoldenPath
    static class BrokenSetUp {
        @BeforeAll
        static void fail() {
            throw new IllegalStateException("no data");
        }

        @Test
        void one() {}

        @Nested
        class Inner {
            @Test
            void two() {}
        }
    }

    @GoldenPath
    static class BrokenAround {
        @BeforeEach
        void before(TestInfo test) {
            assertThat(test.getDisplayName()).doesNotStartWith("set-up");
        }

        @AfterEach
        void after(TestInfo test) {
            assertThat(test.getDisplayName()).doesNotStartWith("tear-down");
        }

        @Test
        @DisplayName("set-up breaks")
        void first(ServiceClient echo) {
            echo.get("/").send();
        }

        @Test
        @DisplayName("tear-down breaks")
        void last(ServiceClient echo) {
            echo.get("/").send();
        }
    }

    @Test
    void whatBreaksAroundATestIsAnErrorOfTheTestAndNoFailureOfTheProduct() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(BrokenSetUp.class, BrokenAround.class);

        assertThat(run.verdicts())
                .containsOnly(
                        entry("one()", "ERROR"),
                        entry("two()", "ERROR"),
                        entry("first(ServiceClient)", "ERROR"),
                        entry("last(ServiceClient)", "ERROR"));
        assertThat(run.finished("one()").path("cause").asText())
                .isEqualTo("set-up of its class: java.lang.IllegalStateException: no data");
    }

    @GoldenPath
    static class BrokenTearDown {
        @AfterAll
        static void fail() {
            throw new IllegalStateException("left-overs");
        }

        @Test
        void passes(ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
        }
    }

    @Test
    void aClassWhoseTearDownBreaksCountsAsOneMoreError() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(BrokenTearDown.class);

        assertThat(run.verdicts().values()).containsExactly("PASSED", "ERROR");
    }
}

package dev.goldenpath.jupiter;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import dev.goldenpath.priority.P1;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.runlog.RunLogReader;
import dev.goldenpath.verdict.SuspectPassError;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

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
        assertThat(run.finished("calls(ServiceClient)").path("grade").asText()).isEqualTo("C");
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
                          what to do:    Call a service through an injected client in the test itself, or assert on a \
                        response of its set-up with assertThat(response).""");
        assertThat(run.finished("callsNothing()").path("facts")).hasSize(3);
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
    static class Dynamic {
        @TestFactory
        Stream<DynamicNode> tests(ServiceClient echo) {
            return Stream.of(
                    DynamicTest.dynamicTest(
                            "calls", () -> assertThat(echo.get("/work").send()).hasStatus(200)),
                    DynamicTest.dynamicTest("calls nothing", () -> {}),
                    DynamicContainer.dynamicContainer(
                            "deeper",
                            Stream.of(DynamicTest.dynamicTest(
                                    "calls too",
                                    () -> assertThat(echo.get("/deep").send()).hasStatus(200)))));
        }

        @TestFactory
        Stream<DynamicTest> none() {
            return Stream.empty();
        }
    }

    @Test
    void eachDynamicTestHasItsOwnVerdictAndAnEmptyFactoryMakesTheRunRed() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(Dynamic.class);

        assertThat(run.verdicts().values()).containsExactlyInAnyOrder("PASSED", "SUSPECT", "PASSED", "ERROR");
        assertThat(run.finished("none()").path("verdict").asText()).isEqualTo("ERROR");
        assertThat(run.closingFailure())
                .hasValueSatisfying(failure -> assertThat(failure)
                        .hasMessageContaining("none()")
                        .hasMessageContaining("produced no test, so nothing was tested"));
    }

    @GoldenPath
    static class BreaksMidway {
        @TestFactory
        Stream<DynamicTest> breaks(ServiceClient echo) {
            return Stream.of(1, 2).map(number -> {
                if (number == 2) {
                    throw new IllegalStateException("no more");
                }
                return DynamicTest.dynamicTest(
                        "first", () -> assertThat(echo.get("/").send()).hasStatus(200));
            });
        }
    }

    @Test
    void aFactoryThatBreaksBehindItsFirstTestCountsBesideIt() throws IOException {
        GoldenPathRun.against(SERVICE, folder).run(BreaksMidway.class);

        assertThat(RunLogReader.read(folder.resolve("out"), "test").tests())
                .extracting(LoggedTest::verdict)
                .containsExactlyInAnyOrder(Verdict.PASSED, Verdict.ERROR);
    }

    @GoldenPath
    static class CallsWhileItMakesTests {
        @TestFactory
        Stream<DynamicTest> lazily(ServiceClient echo) {
            return Stream.of(1, 2).map(number -> {
                echo.get("/made").send();
                return DynamicTest.dynamicTest("empty " + number, () -> {});
            });
        }
    }

    @Test
    void whatAFactoryCallsWhileItMakesItsTestsProvesNoneOfThem() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(CallsWhileItMakesTests.class);

        assertThat(run.verdicts().values()).containsExactly("SUSPECT", "SUSPECT");
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
    static class SaysWhereItComesFrom {
        @TestFactory
        Stream<DynamicTest> elsewhere(ServiceClient echo) {
            URI source = URI.create("method:" + Plain.class.getName() + "#callsNothing");
            return Stream.of(DynamicTest.dynamicTest(
                    "calls", source, () -> assertThat(echo.get("/").send()).hasStatus(200)));
        }
    }

    @Test
    void aDynamicTestBelongsToItsFactoryWhereverItSaysItComesFrom() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(SaysWhereItComesFrom.class);

        assertThat(run.verdicts()).containsValue("PASSED").hasSize(1);
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
}

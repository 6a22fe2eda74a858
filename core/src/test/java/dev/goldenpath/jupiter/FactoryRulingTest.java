package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.runlog.RunLogReader;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FactoryRulingTest {
    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    Path folder;

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
    static class SaysWhereItComesFrom {
        @TestFactory
        Stream<DynamicTest> elsewhere(ServiceClient echo) {
            URI source = URI.create("method:" + Dynamic.class.getName() + "#none");
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
    static class FactoryAround {
        @BeforeEach
        void before(TestInfo test) {
            assertThat(test.getDisplayName()).doesNotStartWith("setUpFails");
        }

        @AfterEach
        void after(TestInfo test) {
            assertThat(test.getDisplayName()).doesNotStartWith("tearDownFails");
        }

        @TestFactory
        Stream<DynamicTest> tearDownFails(ServiceClient echo) {
            return Stream.of(DynamicTest.dynamicTest(
                    "passes", () -> assertThat(echo.get("/").send()).hasStatus(200)));
        }

        @TestFactory
        Stream<DynamicTest> setUpFails() {
            return Stream.empty();
        }

        @TestFactory
        Stream<DynamicTest> fails() {
            throw new AssertionError("no tests");
        }
    }

    @Test
    void whatFailsAroundAFactoryIsAnErrorAndItsOwnFailureAFailure() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(FactoryAround.class);

        assertThat(run.verdicts())
                .containsEntry("tearDownFails(ServiceClient)", "ERROR")
                .containsEntry("tearDownFails(ServiceClient)[1]", "PASSED")
                .containsEntry("setUpFails()", "ERROR")
                .containsEntry("fails()", "FAILED");
    }
}

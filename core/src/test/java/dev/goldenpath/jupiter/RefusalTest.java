package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.Cleanup;
import dev.goldenpath.evidence.TestEvidence;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.priority.P1;
import dev.goldenpath.priority.P2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult.Status;

/** What happens to tests when the environment is not there, or its configuration is broken. */
class RefusalTest {
    private static final List<String> USER_CODE_RUN = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    @BeforeEach
    void forget() {
        USER_CODE_RUN.clear();
    }

    @GoldenPath
    static class EveryShape {
        EveryShape(ServiceClient echo) {
            USER_CODE_RUN.add("constructor with " + echo);
        }

        @BeforeAll
        static void beforeAll(ServiceClient echo) {
            USER_CODE_RUN.add("@BeforeAll with " + echo);
        }

        @BeforeEach
        void beforeEach() {
            USER_CODE_RUN.add("@BeforeEach");
        }

        @AfterEach
        void afterEach() {
            USER_CODE_RUN.add("@AfterEach");
        }

        @AfterAll
        static void afterAll() {
            USER_CODE_RUN.add("@AfterAll");
        }

        @Test
        void plain() {
            USER_CODE_RUN.add("plain");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void parameterized(int number) {
            USER_CODE_RUN.add("parameterized " + number);
        }

        @TestFactory
        Stream<DynamicTest> factory() {
            USER_CODE_RUN.add("factory");
            return Stream.of(DynamicTest.dynamicTest("never", () -> {}));
        }

        @Nested
        class Inner {
            @Test
            void nested() {
                USER_CODE_RUN.add("nested");
            }
        }
    }

    @GoldenPath
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClass {
        @BeforeAll
        void beforeAll(ServiceClient echo, TestEvidence evidence, Cleanup cleanup) {
            USER_CODE_RUN.add("@BeforeAll with " + echo + evidence + cleanup);
        }

        @Test
        void perClass() {
            USER_CODE_RUN.add("per class");
        }
    }

    @GoldenPath
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class EagerPerClass {
        EagerPerClass(ServiceClient echo) {
            echo.get("/").send();
        }

        @Test
        void eager() {
            USER_CODE_RUN.add("eager");
        }
    }

    @Test
    void aSharedConstructorThatCallsAMissingServiceBlocksItsClassWithTheSameRootCause() {
        String url = "http://127.0.0.1:" + closedPort();

        GoldenPathRun run = GoldenPathRun.with(folder, GoldenPathRun.yaml(url).replace("10s", "1s"))
                .run(EagerPerClass.class);

        assertThat(run.verdicts()).containsEntry("eager()", "BLOCKED");
        assertThat(run.finished("eager()").path("cause").asText())
                .startsWith("Service 'echo' of environment 'local' is not ready: unreachable: ");
        assertThat(USER_CODE_RUN).isEmpty();
    }

    static class UnitTest {
        @Test
        void isNoneOfOurs() {
            assertThat(folderOfClasses()).isNotEmpty();
        }

        private static String folderOfClasses() {
            return System.getProperty("java.class.path");
        }
    }

    @Test
    void anEnvironmentThatIsNotThereBlocksEveryTestWithOneRootCauseAndRunsNoUserCode() {
        String url = "http://127.0.0.1:" + closedPort();

        GoldenPathRun run = GoldenPathRun.with(folder, GoldenPathRun.yaml(url).replace("10s", "1s"))
                .run(EveryShape.class, PerClass.class, UnitTest.class);

        assertThat(run.verdicts())
                .containsOnlyKeys(
                        "plain()",
                        "parameterized(int)[1]",
                        "parameterized(int)[2]",
                        "factory()",
                        "nested()",
                        "perClass()")
                .allSatisfy((name, verdict) -> assertThat(verdict).isEqualTo("BLOCKED"));
        assertThat(run.lines("test-finished"))
                .extracting(line -> line.path("cause").asText())
                .containsOnly(run.finished("plain()").path("cause").asText());
        assertThat(run.throwable("plain()"))
                .isInstanceOf(EnvironmentNotReadyException.class)
                .message()
                .matches("Service 'echo' of environment 'local' is not ready: unreachable: GET " + url
                        + "/health: connection refused\\.\n"
                        + "  why:      this test needs 'echo', unreachable \\(probe \\d+\\)\n"
                        + "  waited:   \\d\\.\\d s, \\d+ probes?\n"
                        + "  url from: .*goldenpath\\.yaml:5");
        assertThat(run.result("nested()").getStatus()).isEqualTo(Status.FAILED);
        assertThat(run.result("isNoneOfOurs()").getStatus()).isEqualTo(Status.SUCCESSFUL);
        assertThat(run.skipped()).isEmpty();
        assertThat(USER_CODE_RUN).isEmpty();
    }

    @Test
    void aBrokenConfigurationIsAnErrorOfEveryTestWithOneMessageAndRunsNoUserCode() {
        GoldenPathRun run = GoldenPathRun.with(folder, """
                        environments:
                          local:
                            services:
                              echo: { url: "http://127.0.0.1:1", helth: /health }
                        """).run(EveryShape.class, PerClass.class, UnitTest.class);

        assertThat(run.verdicts())
                .containsKeys("plain()", "parameterized(int)[1]", "factory()", "nested()", "perClass()")
                .allSatisfy((name, verdict) -> assertThat(verdict).isEqualTo("ERROR"));
        assertThat(run.throwable("plain()"))
                .isInstanceOf(ConfigurationException.class)
                .message()
                .matches("(?s).*goldenpath\\.yaml can't be used for environment 'local' \\(chosen by being the only "
                        + "one\\): 1 problem\n  1\\. .*goldenpath\\.yaml:4  environments\\.local\\.services\\.echo\\.helth: "
                        + "unknown key\\. Did you mean 'health'\\?\\.? Known here: .*");
        assertThat(run.throwable("nested()"))
                .hasMessage(run.throwable("plain()").getMessage());
        assertThat(run.result("isNoneOfOurs()").getStatus()).isEqualTo(Status.SUCCESSFUL);
        assertThat(USER_CODE_RUN).isEmpty();
    }

    @GoldenPath
    static class Priorities {
        @Test
        @P1
        @P2
        void two() {}

        @Test
        @P1(protects = "ecco")
        void misspelt() {}
    }

    @Test
    void aPriorityThatCannotBeMeantIsAnErrorOfItsTest() {
        try (EchoService service = EchoService.start()) {
            GoldenPathRun run = GoldenPathRun.against(service, folder).run(Priorities.class);

            assertThat(run.throwable("two()")).hasMessageContaining("has more than one priority: [P1, P2]. Keep one.");
            assertThat(run.throwable("misspelt()"))
                    .hasMessage(
                            "@P1 protects 'ecco', which 'revenue' in goldenpath.yaml does not list. Listed: [echo].");
            assertThat(run.verdicts()).containsEntry("two()", "ERROR").containsEntry("misspelt()", "ERROR");
        }
    }

    @Test
    void aRunWithoutGoldenPathTestsWritesNothing() {
        GoldenPathRun run = GoldenPathRun.with(folder, "").run(UnitTest.class);

        assertThat(run.lines()).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

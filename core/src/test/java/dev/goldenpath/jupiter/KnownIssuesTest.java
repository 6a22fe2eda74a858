package dev.goldenpath.jupiter;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.report.GateReport;
import dev.goldenpath.runlog.RunLogReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.opentest4j.TestAbortedException;

/** Each run is made twice: once to learn the fingerprints, as a team does, and once with them registered. */
class KnownIssuesTest {
    private static final String LINK = "https://tracker.example.com/SHOP-1";

    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    Path folder;

    /** The whole body of a test that is not the same each time. */
    private static void ask(ServiceClient echo, String path) {
        assertThat(echo.get(path + "?at=" + System.nanoTime()).send()).hasStatus(418);
    }

    @GoldenPath
    static class Shop {
        @Test
        void pays(ServiceClient echo) {
            ask(echo, "/pay");
        }

        @Test
        void ships(ServiceClient echo) {
            ask(echo, "/ship");
        }

        @Test
        void greets(ServiceClient echo) {
            assertThat(echo.get("/hello").send()).hasStatus(200);
        }

        @Test
        void assumes(ServiceClient echo) {
            assumeThat(echo.get("/feature").send().status()).isEqualTo(204);
        }

        @Test
        void pretends() {
            assertThat(1 + 1).isEqualTo(2);
        }
    }

    @Test
    void aKnownFailureIsAbortedAndEveryOtherEndIsAsBefore() {
        String fingerprint = fingerprint(Shop.class, "pays(ServiceClient)");
        GoldenPathRun run = run(issue("SHOP-1", "9999-12-31", fingerprint, "Shop#pays", "Shop#greets"), Shop.class);

        assertThat(run.verdicts())
                .containsOnly(
                        entry("pays(ServiceClient)", "KNOWN"),
                        entry("ships(ServiceClient)", "FAILED"),
                        entry("greets(ServiceClient)", "PASSED"),
                        entry("assumes(ServiceClient)", "SKIPPED"),
                        entry("pretends()", "SUSPECT"));
        assertThat(run.result("pays(ServiceClient)").getStatus()).isEqualTo(Status.ABORTED);
        assertThat(run.throwable("pays(ServiceClient)"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageStartingWith(
                        "Known issue SHOP-1 (" + LINK + ", payments, until 9999-12-31): Expected status 418")
                .hasCauseInstanceOf(AssertionError.class);
        JsonNode finished = run.finished("pays(ServiceClient)");
        assertThat(finished.path("issue").asText()).isEqualTo("SHOP-1");
        assertThat(finished.path("reason").asText())
                .isEqualTo("Known issue SHOP-1 (" + LINK + ", payments, until 9999-12-31)");
        assertThat(finished.at("/failure/fingerprint").asText()).isEqualTo(fingerprint);
        assertThat(finished.at("/failure/type").asText()).endsWith("AssertionFailedError");
        assertThat(finished.at("/failure/message").asText()).startsWith("Expected status 418");
        JsonNode logged = run.lines("environment").get(0).path("knownIssues").path(0);
        assertThat(logged.path("id").asText()).isEqualTo("SHOP-1");
        assertThat(logged.path("expired").asBoolean()).isFalse();
        assertThat(run.lines("run-finished").get(0).at("/counts/KNOWN").asInt()).isEqualTo(1);
        assertThat(read("worklog.md"))
                .contains("SHOP-1 did not occur", "greets(ServiceClient) passed")
                .contains(
                        "### KNOWN", "Known issue SHOP-1 (" + LINK + ", payments, until 9999-12-31): Expected status");
    }

    @Test
    void anotherFailureOfANamedTestSaysWhichItIsNot() {
        GoldenPathRun run =
                run(issue("SHOP-1", "9999-12-31", "0123456789abcdef", "Shop#pays", "Other*#any"), Shop.class);

        assertThat(run.verdicts()).containsEntry("pays(ServiceClient)", "FAILED");
        JsonNode finished = run.finished("pays(ServiceClient)");
        assertThat(finished.path("facts")).singleElement().satisfies(fact -> {
            assertThat(fact.path("key").asText()).isEqualTo("known issue");
            assertThat(fact.path("value").asText())
                    .isEqualTo("not the known failure of SHOP-1: its fingerprint is "
                            + finished.at("/failure/fingerprint").asText()
                            + ", and " + file() + ":1 has 0123456789abcdef.");
        });
        assertThat(run.finished("ships(ServiceClient)").has("facts")).isFalse();
        assertThat(read("worklog.md")).contains("known issue: not the known failure of SHOP-1");
    }

    @Test
    void anIssueThatHasExpiredIsAFailureAgainAndClosesTheGate() throws IOException {
        String fingerprint = fingerprint(Shop.class, "pays(ServiceClient)");
        GoldenPathRun run = run(issue("SHOP-1", "2026-01-31", fingerprint, "Shop#pays"), Shop.class);

        assertThat(run.verdicts()).containsEntry("pays(ServiceClient)", "FAILED");
        assertThat(run.result("pays(ServiceClient)").getStatus()).isEqualTo(Status.FAILED);
        assertThat(run.finished("pays(ServiceClient)").at("/facts/0/value").asText())
                .isEqualTo("this is SHOP-1, which expired on 2026-01-31 (" + file()
                        + ":1): mend it, or agree with payments on another day and write it there.");
        GateReport gate = GateReport.of(RunLogReader.read(folder.resolve("out"), "test"));
        assertThat(gate.reasons())
                .contains("Known issue SHOP-1 expired on 2026-01-31 (" + file()
                        + ":1): mend it and remove the entry, or agree with payments on another day and write it there; see "
                        + LINK + ".");
    }

    @GoldenPath
    @Execution(ExecutionMode.CONCURRENT)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class EveryKind {
        @BeforeEach
        void before(TestInfo info, ServiceClient echo) {
            if (info.getDisplayName().startsWith("isNotSetUp")) {
                ask(echo, "/before");
            }
        }

        @AfterEach
        void after(TestInfo info) {
            if (info.getDisplayName().startsWith("isNotTornDown")) {
                throw new IllegalStateException("not torn down");
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void ofParameters(int number, ServiceClient echo) {
            ask(echo, "/parameters/" + number);
        }

        @RepeatedTest(2)
        void repeated(ServiceClient echo) {
            ask(echo, "/repeated");
        }

        @TestFactory
        Stream<DynamicTest> dynamic(ServiceClient echo) {
            return Stream.of(dynamicTest("one", () -> ask(echo, "/one")), dynamicTest("two", () -> ask(echo, "/two")));
        }

        @TestFactory
        Stream<DynamicTest> brokenFactory() {
            throw new AssertionError("no tests today");
        }

        @Test
        void isNotSetUp() {
            throw new IllegalStateException("never reached");
        }

        @Test
        void isNotTornDown(ServiceClient echo) {
            ask(echo, "/teardown");
        }

        @Nested
        class Inner {
            @Test
            void nested(ServiceClient echo) {
                ask(echo, "/nested");
            }
        }
    }

    @Test
    void testsOfEveryKindAreKnownButForTheirTearDown() {
        GoldenPathRun first = run("", EveryKind.class);
        String all = first.lines("test-finished").stream()
                .map(line -> line.at("/failure/fingerprint").asText())
                .distinct()
                .reduce((a, b) -> a + "\", \"" + b)
                .orElseThrow();

        GoldenPathRun run = run(issue("SHOP-1", "9999-12-31", all, "EveryKind"), EveryKind.class);

        Map<String, String> verdicts = new TreeMap<>(run.verdicts());
        assertThat(verdicts).hasSize(10).containsEntry("isNotTornDown(ServiceClient)", "ERROR");
        verdicts.remove("isNotTornDown(ServiceClient)");
        assertThat(verdicts.values()).containsOnly("KNOWN");
        assertThat(run.throwable("isNotTornDown(ServiceClient)"))
                .hasMessage("not torn down")
                .satisfies(thrown -> assertThat(thrown.getSuppressed())
                        .hasSize(1)
                        .allMatch(met -> met.getMessage().startsWith("Known issue SHOP-1 ")));
        assertThat(run.closingFailure()).isEmpty();
    }

    @GoldenPath
    static class Constructed {
        Constructed() {
            throw new IllegalStateException("no instance");
        }

        @Test
        void runs() {
            throw new AssertionError("never reached");
        }
    }

    @GoldenPath
    static class SharedSetUp {
        @BeforeAll
        static void before() {
            throw new IllegalStateException("no class");
        }

        @Test
        void runs() {
            throw new AssertionError("never reached");
        }
    }

    @Test
    void aConstructorBelongsToItsTestAndAClassDoesNot() {
        String constructor = fingerprint(Constructed.class, "runs()");
        assertThat(run(issue("SHOP-1", "9999-12-31", constructor), Constructed.class)
                        .verdicts())
                .containsExactly(entry("runs()", "KNOWN"));

        String shared = fingerprint(SharedSetUp.class, "runs()");
        assertThat(run(issue("SHOP-1", "9999-12-31", shared), SharedSetUp.class).verdicts())
                .containsExactly(entry("runs()", "ERROR"));
    }

    private String fingerprint(Class<?> type, String test) {
        return run("", type).finished(test).at("/failure/fingerprint").asText();
    }

    private GoldenPathRun run(String issues, Class<?> type) {
        try {
            Path output = folder.resolve("out");
            if (Files.exists(output)) {
                try (Stream<Path> files = Files.walk(output)) {
                    files.filter(Files::isRegularFile)
                            .forEach(file -> file.toFile().delete());
                }
            }
            Files.writeString(folder.resolve("known-issues.yaml"), issues);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return GoldenPathRun.against(SERVICE, folder)
                .parameter("junit.jupiter.execution.parallel.enabled", "true")
                .run(type);
    }

    /** Of these tests of this class, as {@code Class#method}. */
    private static String issue(String id, String expires, String fingerprint, String... tests) {
        String scope = Stream.of(tests)
                .map(test -> "\"" + KnownIssuesTest.class.getName() + "$" + test + "\"")
                .reduce((a, b) -> a + ", " + b)
                .map(all -> "\n  scope: { tests: [" + all + "] }")
                .orElse("");
        return """
                - id: %s
                  link: %s
                  owner: payments
                  expires: %s
                  fingerprint: ["%s"]%s
                """.formatted(id, LINK, expires, fingerprint, scope);
    }

    private Path file() {
        return folder.resolve("known-issues.yaml");
    }

    private String read(String report) {
        try {
            return Files.readString(folder.resolve("out").resolve(report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

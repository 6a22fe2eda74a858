package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.goldenpath.evidence.TestEvidence;
import dev.goldenpath.http.ServiceClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestEvidenceInjectionTest {
    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    Path folder;

    @GoldenPath
    static class Documented {
        @Test
        void anOrderIsFoundAgain(ServiceClient shop, TestEvidence evidence) {
            String answer =
                    evidence.step("order", () -> shop.post("/orders").send().text());
            evidence.attach("answer to the order", "application/json", answer);

            assertThat(shop.get("/orders/7").send()).hasStatus(200);
            evidence.measure("time to be found", Duration.ofMillis(120));
            evidence.measure("orders in stock", 41, "1");
            evidence.step("the order is found");

            assertThat(evidence.count("http-exchange")).isEqualTo(2);
            assertThat(evidence.recorded()).hasSizeGreaterThan(4);
        }
    }

    @Test
    void whatATestRecordsStandsInTheRunLogBesideItsCalls() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(Documented.class);

        assertThat(run.verdicts().values()).containsExactly("PASSED");
        assertThat(run.evidence())
                .containsExactly(
                        "TEST POST /orders of anOrderIsFoundAgain",
                        "TEST order of anOrderIsFoundAgain",
                        "TEST answer to the order of anOrderIsFoundAgain",
                        "TEST GET /orders/7 of anOrderIsFoundAgain",
                        "TEST time to be found of anOrderIsFoundAgain",
                        "TEST orders in stock of anOrderIsFoundAgain",
                        "TEST the order is found of anOrderIsFoundAgain");
        assertThat(only(run, "attachment").path("file").asText()).startsWith("attachments/test/answer_to_the_order-");
        assertThat(folder.resolve("out")
                        .resolve(only(run, "attachment").path("file").asText()))
                .hasContent("{\"path\":\"/orders\"}");
    }

    @Test
    void theJunitXmlNamesTheFileOfAnAttachmentAndCountsTheCalls() throws IOException {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(Documented.class);

        Path out = folder.resolve("out").toAbsolutePath();
        String xml = Files.readString(out.resolve("goldenpath-junit.xml"));
        String line = xml.lines()
                .filter(each -> each.contains("[[ATTACHMENT|"))
                .findFirst()
                .orElseThrow();
        String path = line.substring("[[ATTACHMENT|".length(), line.length() - "]]".length());
        assertThat(line).startsWith("[[ATTACHMENT|" + out).endsWith("]]");
        assertThat(Path.of(path)).hasContent("{\"path\":\"/orders\"}");
        assertThat(xml)
                .containsOnlyOnce("<property name=\"goldenpath.http.count\" value=\"2\"/>")
                .containsPattern("<property name=\"goldenpath.http.p95.ms\" value=\"\\d+\\.\\d{3}\"/>")
                .containsPattern("<property name=\"goldenpath.traceId\" value=\"[0-9a-f]{32}\"/>")
                .containsPattern("\n  run log: +run-test-\\d+-\\d{13}\\.jsonl\n");
        assertThat(run.verdicts().values()).containsExactly("PASSED");
    }

    @GoldenPath
    static class NoWork {
        @Test
        void onlySays(TestEvidence evidence) {
            evidence.step("everything works");
            evidence.measure("answers", 1_000, "1");
            evidence.attach("answer", "text/plain", "200 OK");
        }
    }

    @Test
    void whatTheAuthorSaysProvesNothing() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(NoWork.class);

        assertThat(run.verdicts().values()).containsExactly("SUSPECT");
        assertThat(run.evidence()).hasSize(3);
    }

    @GoldenPath
    static class EveryPlace {
        private static TestEvidence ofTheClass;
        private final TestEvidence own;

        EveryPlace(TestEvidence evidence) {
            own = evidence;
            own.step("constructor");
        }

        @BeforeAll
        static void beforeAll(TestEvidence evidence) {
            ofTheClass = evidence;
            evidence.step("before all");
        }

        @BeforeEach
        void before() {
            own.step("before each");
        }

        @AfterEach
        void after() {
            own.step("after each");
        }

        @Nested
        class Inner {
            @ParameterizedTest
            @ValueSource(strings = "a")
            void test(String value, ServiceClient echo, TestEvidence evidence) {
                assertThat(echo.get("/").send()).hasStatus(200);
                evidence.step("in test");
                own.step("by the constructor's");
                ofTheClass.step("by the class's");
            }
        }
    }

    @Test
    void eachStepIsRecordedForItsTestAndInItsPhase() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(EveryPlace.class);

        assertThat(run.verdicts().values()).containsExactly("PASSED");
        assertThat(run.evidence())
                .containsExactly(
                        "SETUP before all",
                        "SETUP constructor of test",
                        "SETUP before each of test",
                        "TEST GET / of test",
                        "TEST in test of test",
                        "TEST by the constructor's of test",
                        "TEST by the class's of test",
                        "TEARDOWN after each of test");
    }

    @GoldenPath
    static class Factory {
        @TestFactory
        Stream<DynamicTest> tests(TestEvidence evidence, ServiceClient echo) {
            evidence.step("make tests");
            return Stream.of("one", "two")
                    .map(name -> DynamicTest.dynamicTest(name, () -> {
                        assertThat(echo.get("/").send()).hasStatus(200);
                        evidence.step(name);
                        assertThat(evidence.count("step")).isEqualTo(1);
                    }));
        }
    }

    @Test
    void inAFactoryItRecordsForTheDynamicTestThatRuns() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(Factory.class);

        assertThat(run.verdicts().values()).containsExactly("PASSED", "PASSED");
        assertThat(run.lines("evidence").stream()
                        .filter(line -> line.path("kind").asText().equals("step"))
                        .map(line -> line.path("name").asText()
                                + line.path("test").asText().replaceFirst(".*/", " of ")))
                .containsExactly("make tests", "one of [dynamic-test:#1]", "two of [dynamic-test:#2]");
    }

    @GoldenPath
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @Execution(ExecutionMode.CONCURRENT)
    static class Shared {
        private final CyclicBarrier bothRun = new CyclicBarrier(2);
        private final TestEvidence shared;

        Shared(TestEvidence evidence) {
            shared = evidence;
        }

        @RepeatedTest(2)
        void records(RepetitionInfo repetition, ServiceClient echo) throws Exception {
            assertThat(echo.get("/").send()).hasStatus(200);
            bothRun.await(30, TimeUnit.SECONDS);
            TestEvidence handedOn = shared.forThisTest();
            Thread user = new Thread(
                    () -> {
                        assertThatThrownBy(() -> shared.step("lost"))
                                .isInstanceOf(IllegalStateException.class)
                                .hasMessage(
                                        "Thread 'user' uses a TestEvidence that is shared by several tests, and 2 of them "
                                                + "run now, so the call can't be told to belong to one. Take its forThisTest() on the "
                                                + "test's own thread and hand that on, or have it injected as a parameter of the test "
                                                + "method.");
                        handedOn.step("of " + repetition.getCurrentRepetition());
                    },
                    "user");
            user.start();
            user.join(30_000);
            bothRun.await(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void aSharedOneAsksWhichTestTheThreadIsOf() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder)
                .parameter("junit.jupiter.execution.parallel.enabled", "true")
                .parameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .parameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .run(Shared.class);

        assertThat(run.verdicts().values()).containsExactly("PASSED", "PASSED");
        List<JsonNode> steps = run.lines("evidence").stream()
                .filter(line -> line.path("kind").asText().equals("step"))
                .toList();
        assertThat(steps)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.path("test").asText())
                        .endsWith(":#" + line.path("name").asText().replace("of ", "") + "]"));
    }

    private static JsonNode only(GoldenPathRun run, String kind) {
        return run.lines("evidence").stream()
                .filter(line -> line.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}

package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.goldenpath.evidence.Canary;
import dev.goldenpath.evidence.TestEvidence;
import dev.goldenpath.http.ServiceClient;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;

class CanaryInjectionTest {
    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    Path folder;

    @GoldenPath
    static class Documented {
        @Test
        void theAnswerBelongsToThisCall(ServiceClient echo, Canary canary) {
            assertThat(echo.get("/notes/{text}", canary).send()).carries(canary);
        }
    }

    @Test
    void anAnswerThatCarriesItIsNotedInTheRunLog() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(Documented.class);

        assertThat(run.verdicts().values()).containsExactly("PASSED");
        assertThat(run.evidence().get(1))
                .matches("TEST GET http://\\S+/notes/(gp[a-z2-7]{24}) → 200: the body carries the canary \\1 of .*");
    }

    @GoldenPath
    static class EveryPlace {
        private final Canary own;

        EveryPlace(Canary canary, TestEvidence evidence) {
            own = canary;
            say(evidence, "constructor", canary);
        }

        @BeforeAll
        static void beforeAll(TestEvidence evidence, Canary one, Canary other) {
            say(evidence, "class", one);
            say(evidence, "class again", other);
        }

        @BeforeEach
        void before(TestEvidence evidence, Canary canary) {
            say(evidence, "before", canary);
        }

        @AfterEach
        void after(TestEvidence evidence, Canary canary) {
            say(evidence, "after", canary);
        }

        @Test
        void test(TestEvidence evidence, Canary one, Canary other) {
            say(evidence, "one", one);
            say(evidence, "other", other);
            say(evidence, "own", own);
        }

        @Nested
        class Inner {
            @ParameterizedTest
            @ValueSource(strings = {"x", "y"})
            void invocation(String value, TestEvidence evidence, Canary canary) {
                say(evidence, value, canary);
            }
        }
    }

    @Test
    void allOfOneTestAreTheSameAndNoTwoTestsHaveOne() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(EveryPlace.class);

        Map<String, String> said = said(run);
        assertThat(said.get("class again")).isEqualTo(said.get("class"));
        assertThat(List.of(said.get("other"), said.get("own"))).containsOnly(said.get("one"));
        assertThat(Stream.of("class", "one", "x", "y").map(said::get)).doesNotHaveDuplicates();
        // Each of the three tests has one canary for its constructor, its set-up, itself and its tear-down.
        assertThat(run.lines("evidence").stream()
                        .filter(line -> line.has("test"))
                        .map(line -> line.path("test").asText()
                                + line.path("name").asText().replaceFirst(".* ", " "))
                        .distinct())
                .hasSize(3);
    }

    @GoldenPath
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @Execution(ExecutionMode.CONCURRENT)
    static class Shared {
        private final Canary shared;

        Shared(Canary canary) {
            shared = canary;
        }

        @RepeatedTest(8)
        void differs(Canary own, ServiceClient echo) {
            assertThat(own.value()).isNotEqualTo(shared.value());
            assertThat(echo.get("/{own}/{shared}", own, shared).send())
                    .carries(own)
                    .carries(shared);
        }
    }

    @Test
    void aSharedFixtureHasOneOfItsOwn() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder)
                .parameter("junit.jupiter.execution.parallel.enabled", "true")
                .parameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .parameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .run(Shared.class);

        assertThat(run.verdicts().values()).hasSize(8).containsOnly("PASSED");
        assertThat(run.lines("evidence").stream()
                        .filter(line -> line.has("url") && line.has("test"))
                        .map(line -> line.path("url").asText().split("/", 0)[3]))
                .hasSize(8)
                .doesNotHaveDuplicates();
    }

    @GoldenPath
    static class Factory {
        @TestFactory
        Stream<DynamicTest> tests(ServiceClient echo, Canary canary) {
            return Stream.of("one", "two")
                    .map(name -> DynamicTest.dynamicTest(
                            name,
                            () -> assertThat(echo.get("/{canary}", canary).send())
                                    .carries(canary)));
        }
    }

    @Test
    void theDynamicTestsOfAFactoryShareIts() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(Factory.class);

        assertThat(run.verdicts().values()).containsExactly("PASSED", "PASSED");
    }

    @Test
    void aFurtherAttemptHasAnother() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder)
                .run(
                        List.of(DiscoverySelectors.selectClass(Documented.class)),
                        List.of(DiscoverySelectors.selectClass(Documented.class)));

        assertThat(run.lines("evidence").stream()
                        .filter(line -> line.has("attempt") && line.has("url"))
                        .map(line -> line.path("url").asText()))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @GoldenPath
    static class Annotated {
        @Test
        void test(@OnService("echo") Canary canary) {}
    }

    @Test
    void itBelongsToNoService() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(Annotated.class);

        assertThat(run.throwable("test(Canary)"))
                .rootCause()
                .hasMessage("Parameter 'canary' is a Canary, which calls no "
                        + "service, so neither @OnService nor @AsUser nor @AsAnyUser can stand on it. Declare a Canary as a parameter of a "
                        + "constructor or method, without annotation.");
    }

    private static void say(TestEvidence evidence, String where, Canary canary) {
        evidence.step(where + " " + canary);
    }

    private static Map<String, String> said(GoldenPathRun run) {
        Map<String, String> said = new LinkedHashMap<>();
        for (JsonNode line : run.lines("evidence")) {
            String name = line.path("name").asText();
            int end = name.lastIndexOf(' ');
            if (end > 0) {
                said.put(name.substring(0, end), name.substring(end + 1));
            }
        }
        return said;
    }
}

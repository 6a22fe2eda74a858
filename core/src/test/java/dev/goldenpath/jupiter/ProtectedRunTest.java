package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.http.ServiceClient;
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
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a run does to destructive tests in a protected environment: none of their code is run, and each is an ERROR. */
class ProtectedRunTest {
    private static final List<String> USER_CODE_RUN = new CopyOnWriteArrayList<>();

    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    private Path folder;

    private GoldenPathRun run(Class<?>... classes) {
        USER_CODE_RUN.clear();
        String yaml = GoldenPathRun.yaml(SERVICE.url())
                .replace("    ready-within: 10s\n", "    ready-within: 60s\n    protected: true\n");
        return GoldenPathRun.with(folder, yaml).run(classes);
    }

    @GoldenPath
    static class OneOfMany {
        OneOfMany(ServiceClient echo) {
            USER_CODE_RUN.add("constructor");
        }

        @BeforeEach
        void beforeEach() {
            USER_CODE_RUN.add("@BeforeEach");
        }

        @Test
        @Tag("destructive")
        void destroys() {
            USER_CODE_RUN.add("destroys");
        }

        @RepeatedTest(2)
        @Tag("destructive")
        void again() {
            USER_CODE_RUN.add("again");
        }

        @TestFactory
        @Tag("destructive")
        Stream<DynamicTest> factory() {
            USER_CODE_RUN.add("factory");
            return Stream.of(DynamicTest.dynamicTest("never", () -> {}));
        }

        @AfterEach
        void afterEach() {
            USER_CODE_RUN.add("@AfterEach");
        }
    }

    @GoldenPath
    @Tag("destructive")
    static class All {
        @BeforeAll
        static void beforeAll(ServiceClient echo) {
            USER_CODE_RUN.add("@BeforeAll");
        }

        @AfterAll
        static void afterAll() {
            USER_CODE_RUN.add("@AfterAll");
        }

        @Test
        void ofATaggedClass() {
            USER_CODE_RUN.add("ofATaggedClass");
        }

        @Nested
        class Within {
            @Test
            void nested() {
                USER_CODE_RUN.add("nested");
            }
        }
    }

    @GoldenPath
    @Tag("destructive")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClass {
        PerClass() {
            USER_CODE_RUN.add("constructor of all");
        }

        @Test
        void perClass() {
            USER_CODE_RUN.add("perClass");
        }
    }

    @Test
    void noneOfTheirCodeIsRunAndOneCauseIsNamedForAllOfThem() {
        GoldenPathRun run = run(OneOfMany.class, All.class, PerClass.class);

        assertThat(USER_CODE_RUN).isEmpty();
        assertThat(run.verdicts())
                .containsOnlyKeys(
                        "destroys()",
                        "again()[1]",
                        "again()[2]",
                        "factory()",
                        "ofATaggedClass()",
                        "nested()",
                        "perClass()")
                .allSatisfy((name, verdict) -> assertThat(verdict).isEqualTo("ERROR"));
        assertThat(run.lines("test-finished"))
                .extracting(line -> line.path("cause").asText())
                .containsOnly("Environment 'local' is protected (" + folder.resolve("goldenpath.yaml")
                        + ":4), and this test is tagged 'destructive'. Run it in another environment, or leave such tests"
                        + " out: -DexcludedGroups=destructive.");
        assertThat(run.throwable("destroys()")).isInstanceOf(ConfigurationException.class);
    }

    @GoldenPath
    static class Mixed {
        @BeforeAll
        static void beforeAll() {
            USER_CODE_RUN.add("@BeforeAll");
        }

        @Test
        void harmless(ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
        }

        @Test
        @Tag("destructive")
        void destroys(ServiceClient echo) {
            USER_CODE_RUN.add("destroys");
        }
    }

    @Test
    void othersOfTheirClassRunAsEver() {
        GoldenPathRun run = run(Mixed.class);

        assertThat(USER_CODE_RUN).containsExactly("@BeforeAll");
        assertThat(run.verdicts())
                .containsEntry("harmless(ServiceClient)", "PASSED")
                .containsEntry("destroys(ServiceClient)", "ERROR");
    }
}

package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.http.ServiceClient;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Which tests and classes may not run in a protected environment. */
class DestructiveTestsTest {
    private static final Map<String, String> REFUSALS = new LinkedHashMap<>();

    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    private Path folder;

    @ExtendWith(Notes.class)
    @GoldenPath
    @Retention(RetentionPolicy.RUNTIME)
    @interface Noted {}

    @Tag("destructive")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Wipes {}

    /** Before Golden Path, which may refuse the test. */
    static final class Notes implements BeforeAllCallback, BeforeEachCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            note(context.getRequiredTestClass().getSimpleName(), context);
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            note(context.getRequiredTestMethod().getName(), context);
        }

        private static void note(String name, ExtensionContext context) {
            Environment environment = RunSession.current().environment(null).environment();
            try {
                DestructiveTests.refuse(context, environment);
                REFUSALS.put(name, "");
            } catch (ConfigurationException e) {
                REFUSALS.put(name, String.valueOf(e.getMessage()));
            }
        }
    }

    @Noted
    static class Mixed {
        @Test
        void harmless(ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
        }

        @Test
        @Tag("destructive")
        void tagged(ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
        }

        @RepeatedTest(2)
        @Wipes
        void byAnAnnotationOfOnesOwn(ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
        }

        @Nested
        @Wipes
        class Within {
            @Test
            void ofATaggedClass(ServiceClient echo) {
                assertThat(echo.get("/").send()).hasStatus(200);
            }

            @Nested
            class Deeper {
                @Test
                void ofAClassWithinATaggedOne(ServiceClient echo) {
                    assertThat(echo.get("/").send()).hasStatus(200);
                }
            }
        }
    }

    @Tag("destructive")
    abstract static class Base {}

    @Noted
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class Inheriting extends Base {
        @Test
        void inherited(ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
        }
    }

    private GoldenPathRun run(String written) {
        REFUSALS.clear();
        String yaml = GoldenPathRun.yaml(SERVICE.url())
                .replace("    ready-within: 10s\n", "    ready-within: 60s\n" + written);
        return GoldenPathRun.with(folder, yaml).run(Mixed.class, Inheriting.class);
    }

    @Test
    void refusesWhatIsTaggedByItsMethodItsClassOrOneAroundOrAboveIt() {
        run("    protected: true\n");

        String message = "Environment 'local' is protected (" + folder.resolve("goldenpath.yaml")
                + ":4), and this test is tagged 'destructive'. Run it in another environment, or leave such tests out: "
                + "-DexcludedGroups=destructive.";
        assertThat(REFUSALS)
                .containsOnly(
                        Map.entry("Mixed", ""),
                        Map.entry("harmless", ""),
                        Map.entry("tagged", message),
                        Map.entry("byAnAnnotationOfOnesOwn", message),
                        Map.entry("Within", message),
                        Map.entry("ofATaggedClass", message),
                        Map.entry("Deeper", message),
                        Map.entry("ofAClassWithinATaggedOne", message),
                        Map.entry("Inheriting", message),
                        Map.entry("inherited", message));
    }

    @Test
    void refusesNothingInAnEnvironmentThatIsNotProtected() {
        GoldenPathRun run = run("    protected: false\n");

        assertThat(REFUSALS)
                .hasSize(10)
                .allSatisfy((name, message) -> assertThat(message).isEmpty());
        assertThat(run.verdicts().values()).hasSize(7).containsOnly("PASSED");
    }
}

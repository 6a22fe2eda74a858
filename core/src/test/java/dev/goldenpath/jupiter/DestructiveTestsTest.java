package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.http.ServiceClient;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.jupiter.api.io.TempDir;

/** Which tests and classes may not run in a protected environment. */
class DestructiveTestsTest {
    private static final Map<String, String> REFUSALS = new LinkedHashMap<>();
    private static final Set<String> NOTED = new HashSet<>();

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
    static final class Notes implements BeforeAllCallback, TestInstancePreConstructCallback, BeforeEachCallback {
        @Override
        public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
            return ExtensionContextScope.TEST_METHOD;
        }

        @Override
        public void beforeAll(ExtensionContext context) {
            note(context);
        }

        @Override
        public void preConstructTestInstance(TestInstanceFactoryContext instance, ExtensionContext context) {
            note(context);
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            note(context);
        }

        /** Once for each, at the first chance: Golden Path may refuse it at once. */
        private static void note(ExtensionContext context) {
            String name = context.getTestMethod()
                    .map(Method::getName)
                    .orElseGet(() -> context.getRequiredTestClass().getSimpleName());
            if (!NOTED.add(context.getUniqueId())) {
                return;
            }
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
    static class Inheriting extends Base {
        @Test
        void inherited(ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
        }
    }

    private GoldenPathRun run(String written) {
        REFUSALS.clear();
        NOTED.clear();
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

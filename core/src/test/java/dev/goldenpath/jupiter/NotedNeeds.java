package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Environment;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/** What the tests and classes of one run turned out to need, by their simple names. */
final class NotedNeeds {
    private static final Map<String, List<Set<String>>> NEEDS = new LinkedHashMap<>();
    private static final Map<String, List<ConfigurationException>> REFUSALS = new LinkedHashMap<>();
    private static final Set<String> NOTED = new HashSet<>();

    private final GoldenPathRun run;
    private final Map<String, List<Set<String>>> needs = new LinkedHashMap<>(NEEDS);
    private final Map<String, List<ConfigurationException>> refusals = new LinkedHashMap<>(REFUSALS);

    private NotedNeeds(GoldenPathRun run) {
        this.run = run;
    }

    /** Notes before Golden Path has its turn, which may refuse the test. */
    @ExtendWith(Notes.class)
    @GoldenPath
    @Retention(RetentionPolicy.RUNTIME)
    @interface Noted {}

    /** Runs these classes against one service that stands for six, with three users. */
    static NotedNeeds in(Path folder, EchoService service, Class<?>... classes) {
        NEEDS.clear();
        REFUSALS.clear();
        NOTED.clear();
        return new NotedNeeds(
                GoldenPathRun.with(folder, yaml(service.url(), folder)).run(classes));
    }

    private static String yaml(String url, Path folder) {
        return """
                environments:
                  local:
                    ready-within: 60s
                    services:
                      web: { url: "%1$s" }
                      search: { url: "%1$s" }
                      accounts: { url: "%1$s" }
                      idp: { url: "%1$s" }
                      redis: { url: "%1$s" }
                      mail: { url: "%1$s" }
                    users:
                      alice: { service: accounts, grant: name, username: alice }
                      bob: { service: idp, grant: name, username: bob }
                      robot: { grant: name, username: robot }
                    pools:
                      free-tier: { folder: '%2$s', users: [alice, bob] }
                policy: { rules: { empty-class: off, not-run: off } }
                """.formatted(url, folder.resolve("leases"));
    }

    /** Of the test of this name, each of its invocations, or of the class; in the order given. */
    Set<String> of(String name) {
        assertThat(refusals).doesNotContainKey(name);
        assertThat(needs).containsKey(name);
        assertThat(needs.get(name)).containsOnly(needs.get(name).get(0));
        return needs.get(name).get(0);
    }

    int times(String name) {
        return needs.get(name).size();
    }

    ConfigurationException refusal(String name) {
        return refusals(name).get(0);
    }

    List<ConfigurationException> refusals(String name) {
        return refusals.get(name);
    }

    Map<String, String> verdicts() {
        return run.verdicts();
    }

    static final class Notes
            implements BeforeAllCallback, TestInstancePreConstructCallback, BeforeEachCallback, InvocationInterceptor {
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

        @Override
        public void interceptDynamicTest(
                Invocation<Void> invocation, DynamicTestInvocationContext call, ExtensionContext context)
                throws Throwable {
            note(context.getDisplayName(), context);
            invocation.proceed();
        }

        /** Once for each, at the first chance: Golden Path may refuse it at once. */
        private static void note(ExtensionContext context) {
            String name = context.getTestMethod()
                    .map(Method::getName)
                    .orElseGet(() -> context.getRequiredTestClass().getSimpleName());
            note(name, context);
        }

        private static void note(String name, ExtensionContext context) {
            if (!NOTED.add(context.getUniqueId())) {
                return;
            }
            Environment environment = RunSession.current().environment(null).environment();
            try {
                TestNeeds needs = TestNeeds.of(context, environment);
                assertThat(needs.isEmpty()).isEqualTo(needs.services().isEmpty());
                NEEDS.computeIfAbsent(name, key -> new ArrayList<>()).add(needs.services());
            } catch (ConfigurationException e) {
                REFUSALS.computeIfAbsent(name, key -> new ArrayList<>()).add(e);
            }
        }
    }
}

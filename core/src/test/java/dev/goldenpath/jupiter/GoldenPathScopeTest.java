package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.client.CallWatch.Watching;
import dev.goldenpath.client.ReplayAnswer;
import dev.goldenpath.client.Replayable;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.http.ServerProcess;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.policy.AllowFake;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@AllowFake(what = "com.sun.net.httpserver", reason = "the server runs in a process of its own", until = "2099-12-31")
class GoldenPathScopeTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @TempDir
    private Path folder;

    private GoldenPathRun run() {
        return GoldenPathRun.with(folder, """
                environment: first
                environments:
                  first:
                    services: { echo: { url: "%1$s", health: /answer } }
                    users:
                      alice: { service: echo, grant: name, username: alice, password: "not-used" }
                  second:
                    services: { echo: { url: "%1$s", health: /answer } }
                policy: { rules: { empty-class: off, not-run: off } }
                """.formatted(SERVER.url()));
    }

    /** Replays the calls of a test with nobody's credentials, and has them answered as they were. */
    static final class Replaying implements BeforeEachCallback, AfterTestExecutionCallback {
        private final List<Replayable> calls = new ArrayList<>();
        private Watching watching;

        @Override
        public void beforeEach(ExtensionContext context) {
            GoldenPathScope scope = GoldenPathScope.of(context);
            watching = scope.clients().calls().watch(scope.recording(), calls::add);
        }

        @Override
        public void afterTestExecution(ExtensionContext context) {
            watching.close();
            for (Replayable call : calls) {
                ReplayAnswer again = call.replay(
                        RequestAuthorizer.ofNobody("a forged name", Map.of("X-User", "mallory"), null),
                        GoldenPathScope.of(context).recording());
                assertThat(again.body()).contains("x-user: mallory");
            }
        }
    }

    @GoldenPath
    static class Replayed {
        @RegisterExtension
        final Replaying replaying = new Replaying();

        @Test
        void calls(@AsUser("alice") ServiceClient echo) {
            assertThat(echo.get("/echo").send()).hasStatus(200);
        }
    }

    @Test
    void callsOfATestAreMadeAgain() {
        GoldenPathRun run = run().run(Replayed.class);

        assertThat(run.verdicts().values()).containsExactly("PASSED");
        assertThat(run.lines("evidence").stream()
                        .filter(line -> line.path("url").asText().endsWith("/echo"))
                        .map(line -> line.path("user").asText("nobody") + " "
                                + line.path("purpose").asText("test")))
                .containsExactly("alice test", "nobody replay");
        assertThat(run.lines("test-finished").get(0).path("facts").toString())
                .contains("an anonymous call of echo has no identity");
    }

    /** Tells which environment it found, in the test's own failure. */
    static final class Naming implements BeforeAllCallback, BeforeEachCallback {
        static String found = "";

        @Override
        public void beforeAll(ExtensionContext context) {
            found += "class "
                    + GoldenPathScope.of(context).clients().environment().name() + " ";
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            found += "test "
                    + GoldenPathScope.of(context).clients().environment().name() + " ";
        }
    }

    @ExtendWith(Naming.class)
    static class ByHand {
        @RegisterExtension
        static final GoldenPathExtension GOLDEN_PATH = GoldenPathExtension.forEnvironment("second");

        @Nested
        class Within {
            @Test
            void calls(ServiceClient echo) {
                assertThat(echo.get("/answer").send()).hasStatus(200);
            }
        }
    }

    @ExtendWith(Naming.class)
    @GoldenPath
    static class Early {
        @Test
        void calls(ServiceClient echo) {
            assertThat(echo.get("/answer").send()).hasStatus(200);
        }
    }

    @Test
    void theEnvironmentIsTheOneThatTheTestRunsAgainst() {
        Naming.found = "";
        assertThat(run().run(ByHand.class).verdicts().values()).containsExactly("PASSED");
        assertThat(Naming.found.trim()).isEqualTo("class second class second test second");
    }

    @Test
    void anExtensionBeforeTheAnnotationFindsTheConfiguredOne() {
        Naming.found = "";
        assertThat(run().run(Early.class).verdicts().values()).containsExactly("PASSED");
        assertThat(Naming.found.trim()).isEqualTo("class first test first");
    }

    @ExtendWith(Naming.class)
    static class Plain {
        @Test
        void isNoGoldenPathTest() {}
    }

    @Test
    void withoutGoldenPathThereIsNone() {
        assertThat(run().run(Plain.class).throwable(Plain.class.getName()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Golden Path is not switched on for " + Plain.class.getName()
                        + ". Put @GoldenPath on the class, before the extension that asks for it.");
    }
}

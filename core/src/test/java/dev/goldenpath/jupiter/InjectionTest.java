package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Cleanup;
import dev.goldenpath.evidence.TestEvidence;
import dev.goldenpath.http.ServiceClient;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

class InjectionTest {
    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    Path folder;

    @OnService("echo")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Echo {}

    @GoldenPath
    @TestInstance(TestInstance.Lifecycle.PER_METHOD)
    static class EveryPlace {
        private final ServiceClient fromConstructor;

        @Echo
        ServiceClient field;

        EveryPlace(@Echo ServiceClient client) {
            fromConstructor = client;
            client.get("/constructor").send();
        }

        @BeforeAll
        static void beforeAll(@Echo ServiceClient client) {
            client.get("/before-all").send();
        }

        @BeforeEach
        void beforeEach(@Echo ServiceClient client) {
            client.get("/before-each").send();
        }

        @AfterEach
        void afterEach(@Echo ServiceClient client) {
            client.get("/after-each").send();
        }

        @AfterAll
        static void afterAll(@Echo ServiceClient client) {
            client.get("/after-all").send();
        }

        @Test
        void test(@Echo ServiceClient parameter) {
            assertThat(parameter.get("/parameter").send()).hasStatus(200);
            assertThat(fromConstructor.get("/constructor-in-test").send()).hasStatus(200);
            assertThat(field.get("/field-in-test").send()).hasStatus(200);
        }
    }

    @Test
    void everyCallIsRecordedForItsTestAndInItsPhase() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(EveryPlace.class);

        assertThat(run.verdicts()).containsEntry("test(ServiceClient)", "PASSED");
        assertThat(exchanges(run))
                .containsExactly(
                        "PROBE /health",
                        "SETUP /before-all",
                        "SETUP /constructor of test",
                        "SETUP /before-each of test",
                        "TEST /parameter of test",
                        "TEST /constructor-in-test of test",
                        "TEST /field-in-test of test",
                        "TEARDOWN /after-each of test",
                        "TEARDOWN /after-all",
                        "PROBE /health");
    }

    static class ByHand {
        @RegisterExtension
        static final GoldenPathExtension GOLDEN_PATH = GoldenPathExtension.forEnvironment("local");

        @Test
        void calls(ServiceClient echo) {
            assertThat(echo.get("/by-hand").send()).hasStatus(200);
        }
    }

    @Test
    void theExtensionRegisteredByHandIsTheSame() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(ByHand.class);

        assertThat(run.verdicts()).containsOnlyKeys("calls(ServiceClient)").containsValue("PASSED");
    }

    @GoldenPath
    static class Misspelt {
        @Test
        void unknownService(@OnService("ecco") ServiceClient client) {}

        @Test
        void unknownUser(@AsUser("alice") ServiceClient echo) {}

        @Test
        void unknownType(@OnService("echo") StringBuilder client) {}
    }

    @Test
    void whatCannotBeInjectedIsAnErrorThatNamesWhatCan() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(Misspelt.class);

        assertThat(run.verdicts().values()).containsOnly("ERROR");
        assertThat(run.throwable("unknownService(ServiceClient)"))
                .hasMessageContaining(
                        "Environment 'local' has no service 'ecco'. Did you mean 'echo'? Declared: echo.");
        assertThat(run.throwable("unknownUser(ServiceClient)"))
                .hasMessageContaining("Environment 'local' has no user 'alice'. Declared: none.");
        assertThat(run.throwable("unknownType(StringBuilder)"))
                .hasMessageContaining("Nothing on the class path makes a java.lang.StringBuilder");
    }

    @GoldenPath
    static class Misplaced {
        @Test
        void parameter(@OnService("echo") Cleanup cleanup) {}

        @Nested
        class WithAField {
            @AsUser("alice")
            TestEvidence evidence;

            @Test
            void field() {}
        }
    }

    @Test
    void aServiceOrAUserForWhatIsNoClientIsAnError() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder).run(Misplaced.class);

        assertThat(run.verdicts().values()).containsExactly("ERROR", "ERROR");
        assertThat(run.throwable("parameter(Cleanup)"))
                .hasMessageContaining("Parameter 'cleanup' is a Cleanup, which calls no service, so neither @OnService "
                        + "nor @AsUser nor @AsAnyUser can stand on it. Declare a Cleanup as a parameter of a constructor or method, "
                        + "without annotation.");
        assertThat(run.throwable("field()"))
                .hasMessage("Field 'evidence' is a TestEvidence, which calls no service, so neither @OnService nor "
                        + "@AsUser nor @AsAnyUser can stand on it. Declare a TestEvidence as a parameter of a constructor or method, "
                        + "without annotation.");
    }

    @GoldenPath
    static class Lost {
        private static final CyclicBarrier BARRIER = new CyclicBarrier(2);
        private static ServiceClient shared;

        @BeforeAll
        static void keep(@Echo ServiceClient client) {
            shared = client;
        }

        @RepeatedTest(2)
        @Execution(ExecutionMode.CONCURRENT)
        void usesASharedClientElsewhere(@Echo ServiceClient own) throws Exception {
            assertThat(own.get("/").send()).hasStatus(200);
            BARRIER.await(30, TimeUnit.SECONDS);
            Throwable[] thrown = new Throwable[1];
            Thread elsewhere = new Thread(
                    () -> {
                        try {
                            shared.get("/lost").send();
                        } catch (RuntimeException e) {
                            thrown[0] = e;
                        }
                    },
                    "elsewhere");
            elsewhere.start();
            elsewhere.join(30_000);
            BARRIER.await(30, TimeUnit.SECONDS);
            assertThat(thrown[0])
                    .hasMessage(
                            "Thread 'elsewhere' uses a client that is shared by several tests, and 2 of them run now, so "
                                    + "the call can't be told to belong to one. Take its forThisTest() on the test's own thread "
                                    + "and hand that on, or have it injected as a parameter of the test method.");
        }
    }

    @Test
    void aSharedClientOnAThreadOfNoTestThrowsBeforeItSends() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder)
                .parameter("junit.jupiter.execution.parallel.enabled", "true")
                .parameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .parameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .run(Lost.class);

        assertThat(run.verdicts().values()).containsExactly("PASSED", "PASSED");
        assertThat(exchanges(run)).noneMatch(exchange -> exchange.contains("/lost"));
    }

    private static List<String> exchanges(GoldenPathRun run) {
        return run.lines("evidence").stream()
                .filter(line -> line.path("kind").asText().equals("http-exchange"))
                .map(line -> line.path("phase").asText() + " "
                        + line.path("url").asText().replaceFirst("http://[^/]*", "")
                        + (line.has("test") ? " of test" : ""))
                .toList();
    }
}

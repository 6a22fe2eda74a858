package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.goldenpath.http.ServiceClient;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eight tests run at once, and use their own clients and shared ones in every way that is allowed. */
class ParallelInjectionTest {
    private static final int TESTS = 8;
    private static final int WAYS = 6;
    private static final int ROUNDS = 21;

    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    Path folder;

    @OnService("echo")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Echo {}

    @GoldenPath
    @Execution(ExecutionMode.CONCURRENT)
    abstract static class Calls {
        /** No barrier: a thread that waits at one keeps the pool from starting the others. */
        private static final Phaser ALL_RUN = new Phaser(TESTS);

        private static ExecutorService pool = Executors.newFixedThreadPool(4);
        private static ServiceClient ofTheClass;

        private final ServiceClient fromConstructor;

        @Echo
        ServiceClient field;

        Calls(ServiceClient client) {
            fromConstructor = client;
        }

        @BeforeAll
        static void keep(@Echo ServiceClient client) {
            ofTheClass = client;
            pool = Executors.newFixedThreadPool(4);
        }

        @AfterAll
        static void endPool() {
            pool.shutdownNow();
        }

        @RepeatedTest(TESTS)
        void calls(RepetitionInfo repetition, @Echo ServiceClient own) throws Exception {
            String me = "/of-" + repetition.getCurrentRepetition();
            ALL_RUN.awaitAdvanceInterruptibly(ALL_RUN.arrive(), 30, TimeUnit.SECONDS);
            for (int round = 0; round < ROUNDS; round++) {
                ServiceClient handedOn = ofTheClass.forThisTest();
                pool.submit(() -> handedOn.get(me).send()).get(30, TimeUnit.SECONDS);
                fromConstructor.get(me).send();
                assertThat(field.get(me).send()).hasJson("/path", me);
                ofTheClass.get(me).send();
                onAThreadOfItsOwn(() -> own.get(me).send());
                pool.submit(() -> own.get(me).send()).get(30, TimeUnit.SECONDS);
            }
            ALL_RUN.awaitAdvanceInterruptibly(ALL_RUN.arrive(), 30, TimeUnit.SECONDS);
        }

        private static void onAThreadOfItsOwn(Callable<?> call) throws Exception {
            FutureTask<?> task = new FutureTask<>(call);
            new Thread(task).start();
            task.get(30, TimeUnit.SECONDS);
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_METHOD)
    static class OneInstanceEach extends Calls {
        OneInstanceEach(@Echo ServiceClient client) {
            super(client);
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstanceForAll extends Calls {
        OneInstanceForAll(@Echo ServiceClient client) {
            super(client);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {OneInstanceEach.class, OneInstanceForAll.class})
    void eachExchangeIsRecordedForTheTestThatMadeIt(Class<?> tests) {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder)
                .parameter("junit.jupiter.execution.parallel.enabled", "true")
                .parameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .parameter("junit.jupiter.execution.parallel.config.fixed.parallelism", Integer.toString(2 * TESTS))
                .run(tests);

        assertThat(run.verdicts().values()).hasSize(TESTS).containsOnly("PASSED");
        List<JsonNode> calls = run.lines("evidence").stream()
                .filter(line -> line.path("url").asText().contains("/of-"))
                .toList();
        assertThat(calls)
                .hasSize(TESTS * WAYS * ROUNDS)
                .allSatisfy(line -> assertThat(line.path("test").asText())
                        .endsWith(":#" + line.path("url").asText().replaceFirst(".*/of-", "") + "]"));
    }
}

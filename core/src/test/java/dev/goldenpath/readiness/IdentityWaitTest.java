package dev.goldenpath.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Project;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.readiness.IdentityAnswer.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of who comes while another thread asks. */
class IdentityWaitTest {
    private static final int LIMIT_SECONDS = 60;

    @TempDir
    private Path folder;

    private Clients clients;
    private Path gate;

    @BeforeEach
    void openClients() {
        gate = folder.resolve("gate");
        clients = new Clients(
                new Project(folder).yaml("""
                        environments:
                          local:
                            services:
                              backend: { url: "http://127.0.0.1:1", identity: "/me#/id", timeouts: { call: 100ms } }
                            users:
                              alice: { service: backend, grant: gated, username: GATE }
                        """.replace("GATE", gate.toString())).load(),
                new Redaction(),
                new Ledger(RunClock.start(Clock.systemUTC()), List.of()).ofRun(Phase.PROBE));
    }

    @AfterEach
    void closeClients() {
        clients.close();
    }

    @Test
    void doesNotWaitWithoutEnd() throws Exception {
        IdentityCheck check = new IdentityCheck(clients, Duration.ofMillis(100));
        Asking first = new Asking(() -> check.check("backend", "alice"));

        assertThat(new Asking(() -> check.check("backend", "alice")).answer())
                .isEqualTo(new IdentityAnswer(
                        Outcome.UNKNOWN,
                        "backend could not be asked whether the caller is 'alice': another test has been asking for"
                                + " 0.2 s"));
        open("");
        assertThat(first.answer().outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void isInterrupted() throws Exception {
        IdentityCheck check = new IdentityCheck(clients);
        Asking first = new Asking(() -> check.check("backend", "alice"));
        Asking second = new Asking(() -> {
            IdentityAnswer answer = check.check("backend", "alice");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            return answer;
        });
        second.thread.interrupt();

        assertThat(second.answer())
                .isEqualTo(new IdentityAnswer(
                        Outcome.UNKNOWN,
                        "backend could not be asked whether the caller is 'alice': the wait for the answer to another"
                                + " test was interrupted"));
        open("");
        first.answer();
    }

    @Test
    void aMistakeIsOneOfItsOwnForEachWhoMeetsIt() throws Exception {
        List<Throwable> met = bothMeeting("configuration");

        assertThat(met).hasOnlyElementsOfType(ConfigurationException.class);
        assertThat(met).extracting(Throwable::getMessage).containsOnly("The issuer is another.");
        assertThat(met.get(1)).isNotSameAs(met.get(0));
    }

    @Test
    void aDefectIsToldWithItsCause() throws Exception {
        List<Throwable> met = bothMeeting("defect");

        assertThat(met.get(0)).isInstanceOf(IllegalStateException.class).hasMessage("a defect");
        assertThat(met.get(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Asking service 'backend' who user 'alice' is broke in an unexpected way:"
                        + " java.lang.IllegalStateException: a defect")
                .hasCause(met.get(0));
    }

    private List<Throwable> bothMeeting(String end) throws Exception {
        IdentityCheck check = new IdentityCheck(clients);
        Asking first = new Asking(() -> check.check("backend", "alice"));
        Asking second = new Asking(() -> check.check("backend", "alice"));
        open(end);
        return List.of(first.failure(), second.failure());
    }

    private void open(String end) throws IOException {
        Path part = Files.writeString(folder.resolve("part"), end);
        Files.move(part, gate, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A thread that asks, and waits for the log-in, or for who does. */
    private static final class Asking {
        private final FutureTask<IdentityAnswer> task;
        private final Thread thread;

        Asking(Callable<IdentityAnswer> question) {
            task = new FutureTask<>(question);
            thread = new Thread(task);
            thread.start();
            long deadline =
                    System.nanoTime() + Duration.ofSeconds(LIMIT_SECONDS).toNanos();
            while (thread.getState() != Thread.State.TIMED_WAITING && !task.isDone()) {
                assertThat(System.nanoTime() - deadline).isNegative();
                LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
            }
        }

        IdentityAnswer answer() throws Exception {
            return task.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }

        Throwable failure() throws Exception {
            try {
                throw new AssertionError("answered: " + task.get(LIMIT_SECONDS, TimeUnit.SECONDS));
            } catch (ExecutionException e) {
                return e.getCause();
            }
        }
    }
}

package dev.goldenpath.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CleanupStepsTest {
    private final List<RecordedEvidence> recorded = new ArrayList<>();
    private final Ledger ledger = new Ledger(RunClock.start(Clock.systemUTC()), List.of(recorded::add));
    private final Redaction redaction = new Redaction();
    private final CleanupSteps steps = new CleanupSteps(ledger.ofTest("test", 1), redaction);
    private final Cleanup cleanup = steps.cleanup();
    private final List<String> done = new ArrayList<>();

    @Test
    void runsTheLastFirstAndAllOfThemOnce() {
        cleanup.add("one", () -> done.add("one"));
        cleanup.add("two", () -> done.add("two"));
        steps.run();
        steps.run();
        assertThat(done).containsExactly("two", "one");
        assertThat(steps()).extracting(Step::name).containsExactly("two", "one");
        assertThat(steps()).allSatisfy(step -> {
            assertThat(step.duration()).isNotNull();
            assertThat(step.failure()).isNull();
            assertThat(step.answered()).isFalse();
        });
    }

    @Test
    void aStepThatIsRegisteredByAStepRunsNext() {
        cleanup.add("first", () -> done.add("first"));
        cleanup.add("outer", () -> cleanup.add("inner", () -> done.add("inner")));
        steps.run();
        assertThat(done).containsExactly("inner", "first");
    }

    @Test
    void aStepThatRegistersItselfForEverIsStopped() {
        Cleanup.Undo[] again = new Cleanup.Undo[1];
        again[0] = () -> {
            done.add("again");
            cleanup.add("again", again[0]);
        };
        cleanup.add("again", again[0]);
        assertThatThrownBy(steps::run).isInstanceOf(CleanupException.class).hasMessage("""
                        1 of 1001 clean-up steps failed, so something may be left behind.
                          again: java.lang.IllegalStateException: The clean-up of this test does not end: its steps have \
                        registered 1000 more. Look for one that registers itself.""");
        assertThat(done).hasSize(1_001);
    }

    @Test
    void whatFailsIsRecordedInAFewWordsAndTheFailureNamesIt() {
        cleanup.add("delete thread 7", () -> {
            throw new IllegalStateException("still in use\nby bob");
        });
        assertThatThrownBy(steps::run).hasMessage("""
                        1 of 1 clean-up step failed, so something may be left behind.
                          delete thread 7: java.lang.IllegalStateException: still in use
                                           by bob""").hasCauseInstanceOf(IllegalStateException.class);
        assertThat(steps()).extracting(Step::failure).containsExactly("IllegalStateException: still in use");
    }

    @Test
    void noSecretOfAStepIsShown() {
        redaction.addValue("hunter2");
        cleanup.add("log out hunter2", () -> {
            throw new IllegalStateException("hunter2 is not logged in");
        });
        assertThatThrownBy(steps::run).hasMessage("""
                        1 of 1 clean-up step failed, so something may be left behind.
                          log out ***: java.lang.IllegalStateException: *** is not logged in""");
        assertThat(steps()).allSatisfy(step -> assertThat(step.toString()).doesNotContain("hunter2"));
        assertThatThrownBy(() -> cleanup.add("hunter2", () -> {})).hasMessageNotContaining("hunter2");
    }

    @Test
    void aLongFailureIsCutShort() {
        cleanup.add("undo", () -> {
            throw new IllegalStateException("x".repeat(1_000));
        });
        assertThatThrownBy(steps::run).isInstanceOf(CleanupException.class);
        assertThat(steps().get(0).failure()).hasSize(200).endsWith("x…");
    }

    @Test
    void nothingCanBeAddedOnceItHasRun() {
        steps.run();
        assertThatThrownBy(() -> cleanup.add("undo", () -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The clean-up of this test has run, so 'undo' would never be run. Register it before the "
                        + "test is over.");
        CleanupSteps ofClass = new CleanupSteps(ledger.ofContainer("class"), redaction);
        ofClass.run();
        assertThatThrownBy(() -> ofClass.cleanup().add("undo", () -> {}))
                .hasMessage("The clean-up of this class or factory has run, so 'undo' would never be run. Register it "
                        + "before the class or factory is over.");
    }

    @Test
    void aStepNeedsADescription() {
        assertThatThrownBy(() -> cleanup.add(" ", () -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The description of a clean-up step is blank. Say what it undoes.");
        assertThatCode(steps::run).doesNotThrowAnyException();
    }

    @Test
    void manyThreadsMayRegisterAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            running.add(threads.submit(() -> {
                for (int j = 0; j < 500; j++) {
                    cleanup.add("undo", () -> done.add("undone"));
                }
            }));
        }
        for (Future<?> one : running) {
            one.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();
        steps.run();
        assertThat(done).hasSize(4_000);
    }

    private List<Step> steps() {
        return recorded.stream()
                .map(RecordedEvidence::evidence)
                .map(Step.class::cast)
                .toList();
    }
}

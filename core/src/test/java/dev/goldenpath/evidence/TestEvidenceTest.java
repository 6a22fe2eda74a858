package dev.goldenpath.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestEvidenceTest {
    @TempDir
    private Path output;

    private final List<RecordedEvidence> recorded = new ArrayList<>();
    private final Ledger ledger = new Ledger(RunClock.start(Clock.systemUTC()), List.of(recorded::add));
    private final Redaction redaction = new Redaction();
    private Recording recording = ledger.ofTest("test", 1);

    @Test
    void aNoteHasNoDuration() {
        evidence().step("the cache is warm");
        assertThat(latest()).isEqualTo(new Step("the cache is warm", null, null));
    }

    @Test
    void aStepIsTimedAndItsValueReturned() {
        String order = evidence().step("order", () -> "order 7");
        assertThat(order).isEqualTo("order 7");
        assertThat(latest()).isInstanceOfSatisfying(Step.class, step -> {
            assertThat(step.name()).isEqualTo("order");
            assertThat(step.duration()).isNotNull().isGreaterThanOrEqualTo(Duration.ZERO);
            assertThat(step.failure()).isNull();
        });
    }

    @Test
    void aFailingStepIsRecordedAndItsExceptionGoesOnUnchanged() {
        IOException broken = new IOException("no more paper");
        assertThatThrownBy(() -> evidence().step("print", () -> {
                    throw broken;
                }))
                .isSameAs(broken);
        assertThat(latest())
                .isInstanceOfSatisfying(
                        Step.class, step -> assertThat(step.failure()).isEqualTo("IOException: no more paper"));
        assertThatThrownBy(() -> evidence().step("print", TestEvidenceTest::sayNothing))
                .isInstanceOf(AssertionError.class);
        assertThat(latest())
                .isInstanceOfSatisfying(
                        Step.class, step -> assertThat(step.failure()).isEqualTo("AssertionError"));
    }

    private static void sayNothing() {
        throw new AssertionError();
    }

    @Test
    void aStepBelongsToThePhaseItBeganIn() {
        evidence().step("prepare", () -> recording.enter(Phase.TEST));
        assertThat(recorded.get(0).phase()).isEqualTo(Phase.SETUP);
    }

    @Test
    void anActionThatThrowsNothingCheckedNeedsNoThrowsClause() {
        List<String> done = new ArrayList<>();
        evidence().step("one", () -> done.add("one"));
        evidence().step("two", done::clear);
        assertThat(done).isEmpty();
        assertThat(evidence().count("step")).isEqualTo(2);
    }

    @Test
    void aMeasurementHasAUnit() {
        evidence().measure("orders in stock", 41.5, "pallets");
        assertThat(latest()).isEqualTo(new Measurement("orders in stock", 41.5, "pallets"));
        evidence().measure("first answer", Duration.ofNanos(1_234_567_891));
        assertThat(latest()).isEqualTo(new Measurement("first answer", 1234.567891, "ms"));
    }

    @Test
    void whatIsNoMeasurementIsRefused() {
        refused(
                () -> evidence().measure("rate", Double.NaN, "1/s"),
                "Measurement 'rate' is NaN, and only a finite number can be recorded. Leave it out where nothing was "
                        + "measured.");
        refused(
                () -> evidence().measure("rate", Double.NEGATIVE_INFINITY, "1/s"),
                "Measurement 'rate' is -Infinity, and only a finite number can be recorded. Leave it out where nothing "
                        + "was measured.");
        refused(
                () -> evidence().measure("rate", 1, ""),
                "The unit of measurement 'rate' is blank. Name one, or write '1' for a plain number.");
        refused(() -> evidence().measure("\t", 1, "ms"), "The name of a measurement is blank. Say what was measured.");
        assertThat(recorded).isEmpty();
    }

    @Test
    void aBlankNameIsRefusedBeforeAnythingIsDone() {
        List<String> done = new ArrayList<>();
        refused(() -> evidence().step(" "), "The name of a step is blank. Say what is done.");
        refused(() -> evidence().step("", () -> done.add("done")), "The name of a step is blank. Say what is done.");
        refused(
                () -> evidence().attach("", "text/plain", "text"),
                "The name of an attachment is blank. Say what it shows.");
        assertThat(done).isEmpty();
        assertThat(recorded).isEmpty();
    }

    @Test
    void noSecretIsRecorded() {
        redaction.addValue("hunter2");
        evidence().step("log in with hunter2");
        evidence().measure("tries of hunter2", 1, "hunter2");
        evidence().attach("hunter2.txt", "text/plain; title=hunter2", "hunter2");
        refused(
                () -> evidence().measure("hunter2", Double.NaN, "1"),
                "Measurement '***' is NaN, and only a finite number can be recorded. Leave it out where nothing was "
                        + "measured.");
        assertThat(recorded)
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.toString()).doesNotContain("hunter2"));
    }

    @Test
    void showsTheLatestTwentyAndCountsAll() {
        for (int i = 1; i <= 10_000; i++) {
            evidence().step("step " + i);
        }
        evidence().measure("steps", 10_000, "1");
        assertThat(evidence().recorded())
                .hasSize(20)
                .extracting(one -> one.evidence() instanceof Step step ? step.name() : "measurement")
                .startsWith("step 9982")
                .endsWith("step 10000", "measurement");
        assertThat(evidence().count("step")).isEqualTo(10_000);
        assertThat(evidence().count("measurement")).isEqualTo(1);
        assertThat(evidence().count("http-exchange")).isZero();
    }

    @Test
    void onceFixedItRecordsForItsTestWhateverRunsLater() {
        TestEvidence fixed = evidence().forThisTest();
        recording = ledger.ofTest("other", 1);
        fixed.step("late");
        evidence().step("own");
        assertThat(recorded).extracting(RecordedEvidence::test).containsExactly("test", "other");
    }

    private TestEvidence evidence() {
        return new TestEvidence(() -> recording, redaction, new Attachments(output, output.resolve("attachments/r1")));
    }

    private Evidence latest() {
        return recorded.get(recorded.size() - 1).evidence();
    }

    private static void refused(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}

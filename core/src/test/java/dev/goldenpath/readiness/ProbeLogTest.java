package dev.goldenpath.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.evidence.ServiceState;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeLogTest {
    private static final ServiceState UP = ServiceState.HEALTHY;
    private static final ServiceState HURT = ServiceState.DEGRADED;

    private final List<RecordedEvidence> recorded = new ArrayList<>();
    private final ProbeLog log =
            new ProbeLog(new Ledger(RunClock.start(Clock.systemUTC()), List.of(recorded::add)).ofRun(Phase.PROBE));
    private final long look = System.nanoTime();

    @Test
    void theFirstStateOfAllIsRecordedOnce() {
        log.open(List.of(condition(UP, look)));
        log.open(List.of(condition(HURT, look)));
        assertThat(told()).containsExactly("BEFORE HEALTHY");
    }

    @Test
    void onlyAChangeIsRecordedOfItself() {
        log.changed(List.of(condition(UP, look)));
        log.open(List.of(condition(UP, look)));
        log.changed(List.of(condition(UP, look + 1)));
        log.changed(List.of(condition(HURT, look + 2)));
        assertThat(told()).containsExactly("BEFORE HEALTHY", "DURING DEGRADED");
    }

    @Test
    void whatChangesThroughADependencyAloneChangesWhenThatIsSeen() {
        log.open(List.of(condition(UP, look)));
        log.changed(List.of(condition(HURT, look)));
        log.changed(List.of(condition(UP, look)));
        assertThat(told()).containsExactly("BEFORE HEALTHY", "DURING DEGRADED", "DURING HEALTHY");
        assertThat(recorded).extracting(RecordedEvidence::offset).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whatWasAskedForIsRecordedWhereItWasLookedAtSince() {
        log.open(List.of(condition(UP, look)));
        log.seen(List.of(condition(UP, look)));
        log.seen(List.of(condition(UP, look + 1)));
        assertThat(told()).containsExactly("BEFORE HEALTHY", "DURING HEALTHY");
    }

    @Test
    void theLastLookIsRecordedWhateverItTells() {
        log.open(List.of(condition(UP, look)));
        log.record(List.of(condition(UP, look)), RunPart.AFTER);
        assertThat(told()).containsExactly("BEFORE HEALTHY", "AFTER HEALTHY");
        assertThat(log.number("backend")).contains(((Probe) recorded.get(1).evidence()).number());
    }

    private List<String> told() {
        return recorded.stream()
                .map(one -> (Probe) one.evidence())
                .map(probe -> probe.part() + " " + probe.state())
                .toList();
    }

    private static Condition condition(ServiceState state, long lookedAt) {
        return new Condition("backend", state, null, List.of(), List.of(), 1, Duration.ZERO, lookedAt);
    }
}

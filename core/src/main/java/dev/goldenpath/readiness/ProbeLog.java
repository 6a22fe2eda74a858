package dev.goldenpath.readiness;

import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.evidence.ServiceState;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Puts into evidence how services are: at the beginning, whenever that changes, when it is asked for, and at the end. */
final class ProbeLog {
    private final Recording recording;
    private final Map<String, ServiceState> last = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private boolean opened;

    ProbeLog(Recording recording) {
        this.recording = recording;
    }

    /** The first state of every service. Has no effect the second time. */
    synchronized void open(Collection<Condition> conditions) {
        if (!opened) {
            opened = true;
            conditions.forEach(condition -> record(condition, RunPart.BEFORE));
        }
    }

    /** Those whose state is another than before. */
    synchronized void changed(Collection<Condition> conditions) {
        if (opened) {
            conditions.stream()
                    .filter(condition -> condition.state() != last.get(condition.service()))
                    .forEach(condition -> record(condition, RunPart.DURING));
        }
    }

    /** These, whether they have changed or not. */
    synchronized void record(Collection<Condition> conditions, RunPart part) {
        conditions.forEach(condition -> record(condition, part));
    }

    /** The number of the last probe of a service; empty before the first. */
    synchronized Optional<Long> number(String service) {
        return Optional.ofNullable(numbers.get(service));
    }

    private void record(Condition condition, RunPart part) {
        long number = recording.nextCall();
        last.put(condition.service(), condition.state());
        numbers.put(condition.service(), number);
        recording.record(
                condition.asProbe(number, part), condition.asked() == 0 ? System.nanoTime() : condition.lookedAt());
    }
}

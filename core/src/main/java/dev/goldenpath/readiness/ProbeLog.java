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
    /** {@link System#nanoTime()} of the look that was recorded last, by service. */
    private final Map<String, Long> looks = new HashMap<>();

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

    /** Those that were looked at since they were recorded, and those whose state is another than then. */
    synchronized void seen(Collection<Condition> conditions) {
        conditions.stream()
                .filter(condition -> isNew(condition) || condition.state() != last.get(condition.service()))
                .forEach(condition -> record(condition, RunPart.DURING));
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
        // A state may change though the service was not looked at again: by what it depends on, and then now.
        long seenAt = isNew(condition) ? condition.lookedAt() : System.nanoTime();
        looks.put(condition.service(), condition.lookedAt());
        recording.record(condition.asProbe(number, part), seenAt);
    }

    private boolean isNew(Condition condition) {
        Long before = looks.get(condition.service());
        return condition.asked() > 0 && (before == null || condition.lookedAt() - before > 0);
    }
}

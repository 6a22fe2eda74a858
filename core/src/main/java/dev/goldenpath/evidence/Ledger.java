package dev.goldenpath.evidence;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The append-only record of all evidence of one run. Hands out {@link Recording}s and passes what they record on to the
 * sinks; it keeps nothing itself, so its memory does not grow with the run. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Ledger {
    private final RunClock clock;
    private final List<EvidenceSink> sinks;
    private final AtomicLong calls = new AtomicLong();

    /** A ledger that passes everything on to {@code sinks}, in their order. */
    public Ledger(RunClock clock, List<EvidenceSink> sinks) {
        this.clock = clock;
        this.sinks = List.copyOf(sinks);
    }

    /** A new recording of one attempt of a test. */
    public Recording ofTest(String test, int attempt) {
        return new Recording(this, test, attempt, null, Phase.SETUP);
    }

    /** A new recording of the shared set-up of a class or factory, by its JUnit unique id. */
    public Recording ofContainer(String container) {
        return new Recording(this, null, null, container, Phase.SETUP);
    }

    /** A new recording of what belongs to the run alone, such as the library's own calls. */
    public Recording ofRun(Phase phase) {
        return new Recording(this, null, null, null, phase);
    }

    long nextCall() {
        return calls.incrementAndGet();
    }

    RunClock clock() {
        return clock;
    }

    void append(RecordedEvidence recorded) {
        for (EvidenceSink sink : sinks) {
            sink.accept(recorded);
        }
    }
}

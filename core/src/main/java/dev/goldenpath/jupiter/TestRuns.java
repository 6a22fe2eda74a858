package dev.goldenpath.jupiter;

import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.runlog.RunLog;
import dev.goldenpath.witness.Witness;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tests that run now, by unique id, and how often each has run. Thread-safe. */
final class TestRuns {
    private final Ledger ledger;
    private final RunLog log;
    private final Witness witness;
    private final Map<String, TestRun> running = new ConcurrentHashMap<>();
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

    TestRuns(Ledger ledger, RunLog log, Witness witness) {
        this.ledger = ledger;
        this.log = log;
        this.witness = witness;
    }

    /**
     * The test of this id; the first to ask starts its attempt. That is the listener, or a constructor, which JUnit
     * calls before it says that the test has started.
     */
    TestRun running(String id) {
        return running.computeIfAbsent(id, key -> {
            int attempt = nextAttempt(key);
            log.testStarted(key, attempt);
            Recording recording = ledger.ofTest(key, attempt);
            return new TestRun(recording, witness.testBegins(recording));
        });
    }

    boolean isRunning(String id) {
        return running.containsKey(id);
    }

    void finished(String id) {
        running.remove(id);
    }

    /** Counts one more attempt of a test. */
    int nextAttempt(String id) {
        return attempts.merge(id, 1, Integer::sum);
    }

    List<Recording> recordings() {
        return running.values().stream().map(TestRun::recording).toList();
    }
}

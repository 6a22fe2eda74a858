package dev.goldenpath.jupiter;

import dev.goldenpath.report.Progress;
import dev.goldenpath.runlog.FinishedTest;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.runlog.SettledTest;
import dev.goldenpath.verdict.Verdict;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How the tests of this JVM stand: counted for the log's last line, and shown while they run. Thread-safe. */
final class Standings implements AutoCloseable {
    private final Progress progress;
    private final Map<Verdict, Integer> counts = new ConcurrentHashMap<>();

    Standings(Progress progress) {
        this.progress = progress;
    }

    void planned(PlannedTest test) {
        progress.planned(test);
    }

    /** Others were planned in the place of this one. */
    void replaced(String test) {
        progress.replaced(test);
    }

    void started(String test) {
        progress.started(test);
    }

    void finished(FinishedTest test) {
        count(test.verdict());
        progress.finished(test);
    }

    /** What a pass came to. */
    void settled(SettledTest test) {
        if (test.verdict() != Verdict.PASSED) {
            counts.computeIfPresent(Verdict.PASSED, (verdict, count) -> count == 1 ? null : count - 1);
            count(test.verdict());
        }
        progress.settled(test);
    }

    /** Of all attempts together. */
    Map<Verdict, Integer> counts() {
        return new TreeMap<>(counts);
    }

    /** Shows nothing more. */
    @Override
    public void close() {
        progress.close();
    }

    private void count(Verdict verdict) {
        counts.merge(verdict, 1, Integer::sum);
    }
}

package dev.goldenpath.history;

import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.runlog.LoggedTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tests of a run, each once: what two JVMs ran is two to its logs, and one to whoever asks how it went. */
final class EachOnce {
    private EachOnce() {}

    static List<KeptTest> of(List<LoggedTest> tests) {
        Map<String, KeptTest> kept = new LinkedHashMap<>();
        tests.forEach(test -> kept.merge(test.plan().test(), kept(test), EachOnce::worse));
        return List.copyOf(kept.values());
    }

    private static KeptTest kept(LoggedTest test) {
        return new KeptTest(
                test.plan().test(),
                test.plan().className(),
                test.plan().name(),
                test.verdict(),
                test.isFlaky(),
                test.took().orElse(null),
                test.last()
                        .map(LoggedAttempt::failure)
                        .map(LoggedFailure::fingerprint)
                        .orElse(null));
    }

    /** What says nothing of the test is better than a failure, and worse than a pass. */
    private static KeptTest worse(KeptTest one, KeptTest other) {
        return rank(other) > rank(one) ? other : one;
    }

    private static int rank(KeptTest test) {
        if (test.isPassed()) {
            return test.flaky() ? 1 : 0;
        }
        return test.hasSpoken() ? 3 : 2;
    }
}

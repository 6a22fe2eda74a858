package dev.goldenpath.history;

import dev.goldenpath.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs as a history holds them, an hour apart. */
final class Past {
    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");

    private Past() {}

    /** The {@code number}-th run, of a commit and a backend's revision of its own. */
    static HistoryRun run(int number, KeptTest... tests) {
        return run(number, "c" + number, "r" + number, tests);
    }

    static HistoryRun run(int number, @Nullable String commit, String revision, KeptTest... tests) {
        return new HistoryRun(
                "build-" + number,
                START.plus(Duration.ofHours(number)),
                "staging",
                commit,
                false,
                Map.of("backend", revision),
                List.of(tests));
    }

    static KeptTest test(Verdict verdict) {
        return test("answers", verdict, 100);
    }

    static KeptTest test(String name, Verdict verdict, int millis) {
        return new KeptTest(
                "[class:com.example.ChatIT]/[method:" + name + "()]",
                "com.example.ChatIT",
                name + "()",
                verdict,
                false,
                Duration.ofMillis(millis),
                verdict == Verdict.FAILED ? "0123456789abcdef" : null);
    }

    /** One test over runs that each have a commit and a revision of their own. */
    static TestPast of(Verdict... verdicts) {
        List<HistoryRun> runs = new ArrayList<>();
        for (int i = 0; i < verdicts.length; i++) {
            runs.add(run(i + 1, test(verdicts[i])));
        }
        return of(runs);
    }

    /** The only test of these runs. */
    static TestPast of(List<HistoryRun> runs) {
        return History.of(runs, List.of()).tests().values().iterator().next();
    }
}

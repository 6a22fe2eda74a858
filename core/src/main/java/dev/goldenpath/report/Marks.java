package dev.goldenpath.report;

import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** Shows verdicts and states by a sign, a word and a colour: who misses one of the three has the others. */
final class Marks {
    private static final Map<Verdict, String> VERDICTS = Map.of(
            Verdict.PASSED, "✓",
            Verdict.FAILED, "✗",
            Verdict.BLOCKED, "⊘",
            Verdict.SUSPECT, "?",
            Verdict.ERROR, "!",
            Verdict.KNOWN, "≈",
            Verdict.SKIPPED, "–",
            Verdict.MISSING, "∅");
    private static final Map<String, String> STATES = Map.of(
            ServiceState.HEALTHY.word(), "✓",
            ServiceState.DEGRADED.word(), "~",
            ServiceState.CONTRADICTORY.word(), "?",
            ServiceState.FAILED.word(), "✗",
            ServiceState.UNREACHABLE.word(), "○");

    private final Html html;

    Marks(Html html) {
        this.html = html;
    }

    void verdict(Verdict verdict) throws IOException {
        verdict(verdict, verdict.name());
    }

    /** With words of the caller's own for it. */
    void verdict(Verdict verdict, String words) throws IOException {
        mark(verdict.name().toLowerCase(Locale.ROOT), VERDICTS.getOrDefault(verdict, ""), words);
    }

    /** By its word. */
    void state(String state) throws IOException {
        mark("state-" + state, STATES.getOrDefault(state, "·"), state);
    }

    /** Whether something is as it should be. */
    void good(boolean good, String words) throws IOException {
        mark(good ? "passed" : "failed", good ? "✓" : "✗", words);
    }

    private void mark(String kind, String sign, String words) throws IOException {
        html.element("span", Map.of("class", "mark " + kind), () -> {
            html.element("span", Map.of("aria-hidden", "true"), sign);
            html.text(" " + words);
        });
    }
}

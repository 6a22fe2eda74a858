package dev.goldenpath.readiness;

import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.Probe.Check;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.evidence.ServiceState;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How one service is, as far as is known now.
 *
 * @param saidBy the service that speaks for it; absent where it is asked itself
 * @param because the dependencies whose state explains this one's
 * @param checks the one that tells most first; none before the first answer
 * @param asked how many times it was asked
 * @param waited from the first time to the last
 * @param lookedAt {@link System#nanoTime()} at which the last look began; without meaning before the first
 */
record Condition(
        String service,
        ServiceState state,
        @Nullable String saidBy,
        List<String> because,
        List<Check> checks,
        int asked,
        Duration waited,
        long lookedAt) {

    boolean ready() {
        return state.isReady();
    }

    boolean isDegraded() {
        return state == ServiceState.DEGRADED;
    }

    /** Whether nobody could tell: who reports it did not answer, and nothing else was found out. */
    boolean unknown() {
        return state == ServiceState.UNREACHABLE && teller() != null;
    }

    /** Who has said what tells most; absent where that was found out without asking anybody else. */
    @Nullable
    String teller() {
        return checks.isEmpty() || checks.get(0).kind().equals(Probe.REPORT) ? saidBy : null;
    }

    /** Who should have told of it and did not; empty where it was told of. */
    Optional<String> silentReporter() {
        return unknown() ? Optional.ofNullable(saidBy) : Optional.empty();
    }

    /** What was seen; where checks disagree, what each of them has seen. */
    String words() {
        if (checks.isEmpty()) {
            return "no answer yet";
        }
        return state == ServiceState.CONTRADICTORY
                ? checks.stream()
                        .filter(check ->
                                check.kind().equals("liveness") || check.kind().equals("health"))
                        .map(check -> check.kind() + " says " + check.state().word() + " (" + check.words() + ")")
                        .collect(Collectors.joining(", "))
                : checks.get(0).words();
    }

    /** State, and who says so: {@code failed, says 'backend'}. */
    String stateTold() {
        return state.word() + (teller() == null ? "" : ", says '" + teller() + "'");
    }

    /** State, who says so, and what was seen: {@code failed, says 'backend': GET …}. */
    String told() {
        return stateTold() + ": " + words();
    }

    /** How long and how often it was asked: {@code 30.0 s, 41 probes}. */
    String patience() {
        return asked == 0
                ? "the first probe has no answer yet"
                : String.format(
                        Locale.ROOT, "%.1f s, %d %s", waited.toMillis() / 1e3, asked, asked == 1 ? "probe" : "probes");
    }

    Probe asProbe(long number, RunPart part) {
        return new Probe(number, service, part, state, saidBy, because, checks, asked, waited);
    }
}

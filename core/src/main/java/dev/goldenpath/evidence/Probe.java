package dev.goldenpath.evidence;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about one service at one time.
 *
 * @param number of the probe in this JVM, from 1; messages name it
 * @param service name of the declared service
 * @param part when in the run it was
 * @param state how well the service is, all checks together
 * @param saidBy the service that speaks for this one; absent where it was asked itself
 * @param because the dependencies whose state explains this one's; none where nothing explains it
 * @param checks what was asked, the one that tells most first; their words are redacted
 * @param asked how many times it was asked until then
 * @param waited from the first time to the last
 * @since 0.1.0
 */
public record Probe(
        long number,
        String service,
        RunPart part,
        ServiceState state,
        @Nullable String saidBy,
        List<String> because,
        List<Check> checks,
        int asked,
        Duration waited)
        implements Evidence {

    /** What {@link #kind()} says. */
    public static final String KIND = "probe";
    /** The {@linkplain Check#kind() kind} of what another service says of one. */
    public static final String REPORT = "report";

    /**
     * One question and its answer.
     *
     * @param kind what was asked: {@code health}, {@code liveness}, {@code report}, {@code dns}, {@code tcp}, {@code tls},
     *     {@code websocket}, {@code login}, or the kind of a probe of an author's own
     * @param state what the answer means
     * @param words what was seen
     */
    public record Check(String kind, ServiceState state, String words) {}

    /** Copies the lists; the log of a run leaves out empty ones. */
    public Probe {
        because = because == null ? List.of() : List.copyOf(because);
        checks = checks == null ? List.of() : List.copyOf(checks);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Whether tests can use the service. */
    public boolean ready() {
        return state.isReady();
    }

    /** Who has said what tells most; empty where that was found out without asking anybody else. */
    public Optional<String> teller() {
        return checks.isEmpty() || checks.get(0).kind().equals(REPORT) ? Optional.ofNullable(saidBy) : Optional.empty();
    }

    /** Whether nobody could tell how it is: who speaks for it did not, and nothing else was found out. */
    public boolean unknown() {
        return state == ServiceState.UNREACHABLE && teller().isPresent();
    }

    /** What the check that tells most has seen; empty where nothing was asked. */
    public String words() {
        return checks.isEmpty() ? "" : checks.get(0).words();
    }
}

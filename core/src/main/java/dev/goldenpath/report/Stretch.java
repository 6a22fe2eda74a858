package dev.goldenpath.report;

import dev.goldenpath.evidence.Probe;
import dev.goldenpath.runlog.LoggedServices.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Probes one after another that say the same of a service: before the first and behind the last of them, up to the next
 * stretch, nobody knows.
 *
 * @param first the first of them
 * @param from when it began
 * @param to when the last of them began
 * @param probes how many
 */
record Stretch(Probe first, Instant from, Instant to, int probes) {
    /** The word where nobody could tell the state. */
    static final String UNKNOWN = "unknown";

    /** Those of one service, in the order of time. */
    static List<Stretch> of(List<Sighting<Probe>> probes) {
        List<Stretch> stretches = new ArrayList<>();
        for (Sighting<Probe> next : probes) {
            int last = stretches.size() - 1;
            if (last >= 0 && saysTheSame(stretches.get(last).first, next.evidence())) {
                Stretch before = stretches.get(last);
                stretches.set(last, new Stretch(before.first, before.from, next.at(), before.probes + 1));
            } else {
                stretches.add(new Stretch(next.evidence(), next.at(), next.at(), 1));
            }
        }
        return stretches;
    }

    private static boolean saysTheSame(Probe one, Probe other) {
        return one.state() == other.state()
                && one.unknown() == other.unknown()
                && one.teller().equals(other.teller())
                && one.because().equals(other.because());
    }

    /** The state as people read it. */
    String word() {
        return first.unknown() ? UNKNOWN : first.state().word();
    }
}

package dev.goldenpath.example.stack.backend;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Which revision this is and since when, or what a fault has it say. Thread-safe. */
final class Deployment {
    private static final String OLD_REVISION = "0.0.1-old";

    private final Version real;
    private final Faults faults;

    /** Takes the revision that is deployed now. */
    Deployment(String revision, Faults faults) {
        this.real = new Version(revision, Instant.now());
        this.faults = faults;
    }

    /**
     * A revision.
     *
     * @param startedAt when it was deployed
     */
    record Version(String revision, Instant startedAt) {}

    Version version() {
        if (faults.isOn(Fault.OLD_REVISION)) {
            return new Version(
                    OLD_REVISION,
                    real.startedAt().atOffset(ZoneOffset.UTC).minusMonths(1).toInstant());
        }
        Optional<Instant> redeployedAt = faults.onSince(Fault.REDEPLOYED);
        return redeployedAt
                .map(instant -> new Version(real.revision() + "-next", instant))
                .orElse(real);
    }
}

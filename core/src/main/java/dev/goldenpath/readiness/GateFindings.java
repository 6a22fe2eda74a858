package dev.goldenpath.readiness;

import dev.goldenpath.client.Clients;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.witness.Witness;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What is to be known when the first test may run: a missing witness, and certificates that will expire soon. */
final class GateFindings {
    private static final Duration WITNESS_LIMIT = Duration.ofSeconds(10);

    private final Clients clients;
    private final Witness witness;
    private boolean told;

    GateFindings(Clients clients, Witness witness) {
        this.clients = clients;
        this.witness = witness;
    }

    /** Tells it, once; waits for the witness, so that it sees all of the first test. */
    synchronized void tell(List<ServiceWatch> watches) {
        if (!told) {
            told = true;
            watches.forEach(
                    watch -> CertificateNotice.tell(watch, Clock.systemUTC().instant(), clients.ownCalls()));
            awaitWitness();
        }
    }

    private void awaitWitness() {
        witness.await(WITNESS_LIMIT)
                .ifPresent(reason -> clients.ownCalls()
                        .find(Finding.inTraffic(
                                "no-witness",
                                Effect.WARNING,
                                "The network witness is not available: " + reason
                                        + ". No pass of this JVM is worth more than grade C",
                                "See docs/proof.md for what the witness needs.")));
    }
}

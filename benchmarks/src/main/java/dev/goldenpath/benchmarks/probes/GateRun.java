package dev.goldenpath.benchmarks.probes;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.EnvironmentLoader;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.readiness.ReadinessGate;
import dev.goldenpath.witness.Witness;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** An environment of these services, whose gates have a witness that watches already. */
final class GateRun implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Environment environment;
    private final Path folder;
    private final Witness witness = Witness.start();
    private final int services;

    GateRun(List<URI> services, Path folder) throws IOException {
        this.services = services.size();
        this.folder = folder;
        StringBuilder yaml = new StringBuilder("environments:\n  benchmark:\n    services:\n");
        for (int i = 0; i < services.size(); i++) {
            yaml.append("      service-" + (i + 1) + ": { url: '" + services.get(i) + "', health: /health }\n");
        }
        Files.writeString(folder.resolve("goldenpath.yaml"), yaml);
        environment = new EnvironmentLoader(Map.of(), Map.of(), folder).load(null);
        witness.declare(environment);
        Optional<String> reason = witness.await(LIMIT);
        if (reason.isPresent()) {
            witness.close();
            throw new IOException(reason.get());
        }
    }

    /** Asks a new gate, with clients that have no connection yet, and returns how many seconds it took. */
    double seconds() throws IOException {
        AtomicInteger probed = new AtomicInteger();
        Ledger ledger = new Ledger(
                RunClock.start(Clock.systemUTC()),
                List.of(recorded -> probed.addAndGet(recorded.evidence() instanceof Probe ? 1 : 0)));
        try (Clients clients = new Clients(environment, new Redaction(), ledger.ofRun(Phase.PROBE));
                ReadinessGate gate = new ReadinessGate(environment, clients, folder.resolve("launch"), witness)) {
            long start = System.nanoTime();
            gate.require();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (probed.get() != services) {
                throw new IOException("The gate has probed " + probed + " of " + services + " services.");
            }
            return seconds;
        }
    }

    @Override
    public void close() {
        witness.close();
    }
}

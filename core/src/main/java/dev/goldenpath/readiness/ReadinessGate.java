package dev.goldenpath.readiness;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.RedactedCause;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.launch.LaunchedProcesses;
import dev.goldenpath.witness.Witness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Waits until every service of an environment is ready, once, and remembers the result. Thread-safe: whoever comes while
 * the services are asked waits for the same answer.
 *
 * @since 0.1.0
 */
public final class ReadinessGate implements AutoCloseable {
    private static final Duration WITNESS_LIMIT = Duration.ofSeconds(10);

    private final Environment environment;
    private final Clients clients;
    private final Path folder;
    private final Witness witness;
    private final Map<String, String> revisions = new ConcurrentHashMap<>();
    private @Nullable LaunchedProcesses launched;
    private @Nullable Answer answer;

    /** Ready, an outage, or what kept this from finding out. */
    private record Answer(Optional<Outage> outage, @Nullable Throwable broken) {}

    private record Outage(String rootCause, List<Fact> facts) {}

    /**
     * A gate that has neither started the environment's processes nor asked its services yet.
     *
     * @param folder what the JVMs that share the processes have in common, for what those write
     * @param witness to be waited for, so that it sees all of the first test
     */
    public ReadinessGate(Environment environment, Clients clients, Path folder, Witness witness) {
        this.environment = environment;
        this.clients = clients;
        this.folder = folder;
        this.witness = witness;
    }

    /**
     * Returns when every service that matters is ready.
     *
     * @throws EnvironmentNotReadyException when one was not in time; the same root cause each time
     * @throws IllegalStateException when it could not be found out; the same cause each time
     */
    public void require() {
        Answer known = answer();
        if (known.broken != null) {
            throw new IllegalStateException(
                    clients.redaction()
                            .text("Environment '" + environment.name() + "' could not be asked: " + known.broken),
                    known.broken instanceof Exception e ? RedactedCause.of(e, clients.redaction()) : known.broken);
        }
        known.outage.ifPresent(outage -> {
            throw new EnvironmentNotReadyException(outage.rootCause, outage.facts);
        });
    }

    /** Whether every service that matters is ready. */
    public boolean isOpen() {
        Answer known = answer();
        return known.broken == null && known.outage.isEmpty();
    }

    private synchronized Answer answer() {
        Answer known = answer;
        if (known == null) {
            known = find();
            answer = known;
        }
        return known;
    }

    private Answer find() {
        try {
            return new Answer(startAndAsk(), null);
        } catch (RuntimeException | Error e) {
            // Remembered like any answer: the next test would start the processes once more.
            return new Answer(Optional.empty(), e);
        }
    }

    /** Gives back the processes that were started. */
    @Override
    public synchronized void close() {
        if (launched != null) {
            launched.close();
        }
    }

    private Optional<Outage> startAndAsk() {
        try {
            LaunchedProcesses started = LaunchedProcesses.share(environment, folder, clients.redaction());
            launched = started;
            return ask(started);
        } catch (EnvironmentNotReadyException e) {
            return Optional.of(new Outage(prefix() + e.rootCause(), e.facts()));
        }
    }

    private Optional<Outage> ask(LaunchedProcesses started) {
        List<ServiceProbe> probes = environment.services().values().stream()
                .map(service -> new ServiceProbe(service, environment, clients))
                .toList();
        long start = System.nanoTime();
        List<Probe> seen = new ProbeRound(
                        probes, probe -> Blocking.isOnlyOptional(probe.service().name(), environment), started)
                .await();
        seen.forEach(probe -> clients.ownCalls().record(probe, start));
        Optional<String> ended = started.failure();
        if (ended.isPresent()) {
            return Optional.of(new Outage(prefix() + ended.get(), List.of()));
        }
        List<Probe> blocking = Blocking.among(seen, environment);
        if (blocking.isEmpty()) {
            probes.forEach(this::readRevision);
            awaitWitness();
            return Optional.empty();
        }
        Probe root = blocking.get(0);
        ServiceEndpoint service = environment.service(root.service());
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(service.url() == null ? "declared" : "url from", service.origin()));
        blocking.stream().skip(1).forEach(other -> facts.add(Fact.of("also not ready", sentence(other))));
        return Optional.of(new Outage(prefix() + sentence(root) + ".", facts));
    }

    private String prefix() {
        return "Environment '" + environment.name() + "' is not ready: ";
    }

    private static String sentence(Probe probe) {
        return "service '" + probe.service() + "' was not ready after "
                + String.format(Locale.ROOT, "%.1f s (", probe.waited().toMillis() / 1e3) + probe.asked()
                + (probe.asked() == 1 ? " probe" : " probes") + "), last: " + probe.words();
    }

    /** Which revision each service said it runs, by service; one that did not is absent. */
    public Map<String, String> revisions() {
        return Map.copyOf(revisions);
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

    private void readRevision(ServiceProbe probe) {
        long start = System.nanoTime();
        try {
            probe.revision().ifPresent(revision -> {
                revisions.put(probe.service().name(), revision);
                clients.ownCalls().record(new Revision(probe.service().name(), revision, null, RunPart.BEFORE), start);
            });
        } catch (ServiceCallException e) {
            // The failed call is in the evidence; an unknown revision keeps a grade down, and blocks nothing.
            return;
        }
    }
}

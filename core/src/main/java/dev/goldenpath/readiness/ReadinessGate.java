package dev.goldenpath.readiness;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.RedactedCause;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.launch.LaunchedProcesses;
import dev.goldenpath.witness.Witness;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets a test run when all that it needs is ready. It waits for that once in a run, looks again when a test has failed,
 * and keeps looking at what is down: as long as that lasts, tests that need it are blocked at once. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ReadinessGate implements AutoCloseable {
    private static final Duration REVISION_PERIOD = Duration.ofSeconds(5);
    private static final Duration LINE_PERIOD = Duration.ofSeconds(5);
    private static final Duration TOUCH_PERIOD = Duration.ofSeconds(30);

    private final Environment environment;
    private final Clients clients;
    private final Path folder;
    private final Duration revisionPeriod;
    private final GateFindings findings;
    private final IntendedRevision intended = new IntendedRevision(Clock.systemUTC());
    private @Nullable Open open;
    private @Nullable Throwable broken;

    /** What there is when the environment has been started. */
    private record Open(LaunchedProcesses launched, SharedStart started, Watching watching, OutageSearch outages) {}

    /**
     * A gate that has neither started the environment's processes nor asked its services yet.
     *
     * @param folder what the JVMs that share the processes have in common, for what those write
     * @param witness to be waited for, so that it sees all of the first test
     */
    public ReadinessGate(Environment environment, Clients clients, Path folder, Witness witness) {
        this(environment, clients, folder, witness, REVISION_PERIOD);
    }

    /** @param revisionPeriod how often revisions are read while tests run */
    ReadinessGate(Environment environment, Clients clients, Path folder, Witness witness, Duration revisionPeriod) {
        this.revisionPeriod = revisionPeriod;
        this.environment = environment;
        this.clients = clients;
        this.folder = folder;
        this.findings = new GateFindings(clients, witness);
    }

    /**
     * Returns when every service that matters is ready.
     *
     * @throws EnvironmentNotReadyException as {@link #require(Collection)}
     */
    public void require() {
        require(List.of());
    }

    /**
     * Returns when these services are ready, and all that they can't do without.
     *
     * @param needs names of declared services; none where all are needed that are not optional for every other
     * @throws EnvironmentNotReadyException when one was not ready in time, is down now, or does not run the revision that
     *     is to be tested; the same root cause each time, as long as that lasts
     * @throws ConfigurationException when the configuration asks for a probe that there is not; the same each time
     * @throws IllegalStateException when it could not be found out; the same cause each time
     */
    public void require(Collection<String> needs) {
        Optional<Outage> outage;
        try {
            outage = outage(needs);
        } catch (EnvironmentNotReadyException e) {
            throw new EnvironmentNotReadyException(
                    "Environment '" + environment.name() + "' is not ready: " + e.rootCause(), e.facts());
        } catch (ConfigurationException e) {
            throw e.again();
        } catch (RuntimeException | Error e) {
            remember(e);
            throw new IllegalStateException(
                    clients.redaction().text("Environment '" + environment.name() + "' could not be asked: " + e),
                    e instanceof Exception cause ? RedactedCause.of(cause, clients.redaction()) : e);
        }
        if (outage.isPresent()) {
            throw outage.get().shown(clients.redaction()::text).exception();
        }
    }

    /** The names of the services that a test needs which names none: all that are not optional for every other. */
    public Set<String> wanted() {
        return new NeededServices(environment).required(List.of());
    }

    private Optional<Outage> outage(Collection<String> needs) {
        Open now = open();
        Picture picture = now.watching.await(needs, () -> now.launched.failure().isPresent());
        Optional<Outage> outage = now.outages.among(needs, picture);
        if (outage.isPresent()) {
            return now.launched
                    .failure()
                    .map(ended ->
                            new Outage("Environment '" + environment.name() + "' is not ready: " + ended, List.of()))
                    .or(() -> outage);
        }
        findings.tell(now.watching.watches());
        return revision(now, needs);
    }

    private Optional<Outage> revision(Open now, Collection<String> needs) {
        Revisions revisions = now.watching.revisions();
        return new NeededServices(environment)
                .required(needs).stream()
                        .map(environment::service)
                        .filter(service -> service.revision() != null)
                        .flatMap(service -> {
                            revisions.readOnce(service);
                            return intended.objection(service, revisions.of(service.name())).stream();
                        })
                        .findFirst();
    }

    /** Starts the environment, once: what broke that is remembered, for the next test would start it once more. */
    private synchronized Open open() {
        if (broken instanceof EnvironmentNotReadyException e) {
            throw new EnvironmentNotReadyException(e.rootCause(), e.facts());
        }
        if (broken instanceof ConfigurationException e) {
            throw e.again();
        }
        if (broken instanceof Error e) {
            throw e;
        }
        if (broken instanceof RuntimeException e) {
            throw e;
        }
        Open now = open;
        if (now == null) {
            try {
                now = start();
                open = now;
            } catch (RuntimeException | Error e) {
                broken = e;
                throw e;
            }
        }
        return now;
    }

    private synchronized void remember(Throwable thrown) {
        if (broken == null) {
            broken = thrown;
        }
    }

    private Open start() {
        LaunchedProcesses launched = LaunchedProcesses.share(environment, folder, clients.redaction());
        try {
            SharedStart started = new SharedStart(folder, environment.name(), launched.start(), Clock.systemUTC());
            Patience patience = new Patience(launched.readyWithin(), started.ago());
            Watching watching = new Watching(environment, clients, patience, revisionPeriod);
            watching.everyWhileWaiting(
                    LINE_PERIOD, line -> System.out.println(clients.redaction().text(line)));
            watching.every(TOUCH_PERIOD, started::touch);
            return new Open(launched, started, watching, new OutageSearch(environment, watching.log()));
        } catch (RuntimeException | Error e) {
            launched.close();
            throw e;
        }
    }

    /**
     * Looks again at what a failed test needed, so that the next ones do not run into the same outage.
     *
     * @param needs as above
     * @param sign whether the failure looks like the environment
     */
    public void suspect(Collection<String> needs, boolean sign) {
        Open now = ifOpen();
        if (now != null) {
            now.watching.suspect(needs, sign);
        }
    }

    /** What a pass has to say of the services it needed: each that is degraded, and why. */
    public List<Fact> degradations(Collection<String> needs) {
        Open now = ifOpen();
        return now == null
                ? List.of()
                : now.outages.degradations(needs, now.watching.board().picture());
    }

    /** Which revision each service said it runs, by service; one that did not is absent. */
    public Map<String, String> revisions() {
        Open now = ifOpen();
        return now == null ? Map.of() : now.watching.revisions().known();
    }

    private synchronized @Nullable Open ifOpen() {
        return open;
    }

    /** Looks at everything for the last time, and at nothing any more from then on; the clients must still be open. */
    public void end() {
        Open now;
        boolean whole;
        synchronized (this) {
            now = open;
            whole = broken == null;
            broken = new IllegalStateException("the gate is closed");
        }
        if (now != null) {
            try (Watching watching = now.watching) {
                now.started.touch();
                if (whole) {
                    watching.end();
                }
            }
        }
    }

    /** Gives back the processes that were started. */
    @Override
    public synchronized void close() {
        if (open != null) {
            open.watching.close();
            open.launched.close();
            open = null;
        }
    }
}

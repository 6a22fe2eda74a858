package dev.goldenpath.readiness;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.RunPart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Looks at all services of an environment: until they are ready, when something looks wrong, as long as one is down, and at
 * the end. Thread-safe.
 */
final class Watching implements AutoCloseable {
    /** For those who wait for a look that was asked for because a test failed, and at the end. */
    private static final Duration LOOK_LIMIT = Duration.ofSeconds(5);
    /** A look that is younger need not be repeated for a failure that does not look like the environment. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final String environment;
    private final NeededServices needed;
    private final ProbeThreads threads = new ProbeThreads();
    private final Board board;
    private final ProbeLog log;
    private final Revisions revisions;
    private final List<WatchLoop> loops = new ArrayList<>();
    private final Pauses pauses;
    private final Patience patience;

    /** Which services some test has found ready. */
    private final Set<String> reached = ConcurrentHashMap.newKeySet();

    /**
     * Begins to look.
     *
     * @param patience how long the services may take to become ready
     * @param revisionPeriod how often revisions are read
     */
    Watching(Environment environment, Clients clients, Patience patience, Duration revisionPeriod) {
        this.environment = environment.name();
        this.needed = new NeededServices(environment);
        this.patience = patience;
        this.board = new Board(environment);
        this.log = new ProbeLog(clients.ownCalls());
        this.revisions = new Revisions(clients);
        this.pauses = new Pauses(board, patience);
        ServiceWatch.all(environment, clients)
                .forEach(watch -> loops.add(new WatchLoop(watch, threads, threads::later, board, this::pause)));
        loops.forEach(WatchLoop::begin);
        threads.every(revisionPeriod, () -> readRevisions(RunPart.DURING));
    }

    Board board() {
        return board;
    }

    Revisions revisions() {
        return revisions;
    }

    ProbeLog log() {
        return log;
    }

    List<ServiceWatch> watches() {
        return loops.stream().map(WatchLoop::watch).toList();
    }

    private Optional<Duration> pause(ServiceWatch watch) {
        log.changed(board.picture().all());
        return pauses.after(watch);
    }

    /**
     * Waits until what a test needs is ready, and what would only degrade it has been asked once; at most until the
     * services' time is over, one that was ready for an earlier test is down, or {@code hopeless} says so.
     *
     * @return how all services are then
     */
    Picture await(Collection<String> named, BooleanSupplier hopeless) {
        Set<String> required = needed.required(named);
        Set<String> all = needed.withOptional(named);
        Picture picture;
        try {
            picture = board.await(
                    now -> hopeless.getAsBoolean()
                            || (ready(required, now) && asked(all, now))
                            || hasGoneDown(required, now)
                            || (patience.isOver() && asked(required, now) && !ready(required, now)),
                    patience.firstLook());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            picture = board.picture();
        }
        if (ready(required, picture)) {
            reached.addAll(required);
        }
        if (patience.isOver() || needed.required(List.of()).stream().allMatch(name -> isSettled(name))) {
            log.open(board.picture().all());
        }
        return picture;
    }

    private static boolean ready(Set<String> services, Picture now) {
        return services.stream().allMatch(name -> now.of(name).ready());
    }

    private static boolean asked(Set<String> services, Picture now) {
        return services.stream().allMatch(name -> now.of(name).asked() > 0);
    }

    /** Whether one that tests have had is down: their start is waited for, and not their return. */
    private boolean hasGoneDown(Set<String> services, Picture now) {
        return services.stream()
                .anyMatch(name -> reached.contains(name) && !now.of(name).ready());
    }

    /** Has something done again and again, until all is closed. */
    void every(Duration period, Runnable task) {
        threads.every(period, task);
    }

    /** Tells a person what is waited for, as long as something is. */
    void everyWhileWaiting(Duration period, Consumer<String> lines) {
        threads.every(period, () -> {
            if (!patience.isOver()) {
                Picture now = board.picture();
                WaitingLine.of(
                                environment,
                                needed.required(List.of()).stream().map(now::of).toList(),
                                patience.waited(),
                                patience.limit())
                        .ifPresent(lines);
            }
        });
    }

    private boolean isSettled(String service) {
        return board.picture().of(service).ready();
    }

    /**
     * Looks again at what a failed test needed, and waits for what that tells.
     *
     * @param sign whether the failure looks like the environment; else a look of the last seconds will do
     */
    void suspect(Collection<String> named, boolean sign) {
        Set<String> all = needed.withOptional(named);
        List<WatchLoop> asked = loops.stream()
                .filter(loop -> all.contains(loop.watch().service().name()))
                .filter(loop -> sign || !loop.hasLookedIn(FRESH) || reportsOneOf(loop, named))
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        // What was known before, where no test has had to wait for all of it.
        log.open(board.picture().all());
        Picture before = board.picture();
        List<CompletableFuture<Void>> looks = new ArrayList<>();
        for (WatchLoop loop : asked) {
            CompletableFuture<Void> look = loop.again();
            // What is known to be down is looked at anyway: to wait for it once more would cost each failed test the
            // same.
            if (before.of(loop.watch().service().name()).ready()) {
                looks.add(look);
            }
        }
        await(looks);
        Picture now = board.picture();
        log.seen(all.stream().map(now::of).toList());
    }

    /** Of what another service reports no failure of a test looks like it: no call of the test reaches it. */
    private static boolean reportsOneOf(WatchLoop loop, Collection<String> named) {
        return loop.watch().reported().stream().anyMatch(service -> named.contains(service.name()));
    }

    /** Looks at everything for the last time. */
    void end() {
        loops.forEach(WatchLoop::end);
        List<CompletableFuture<Void>> looks = new ArrayList<>();
        loops.forEach(loop -> looks.add(loop.again()));
        looks.add(CompletableFuture.runAsync(() -> readRevisions(RunPart.AFTER), threads));
        await(looks);
        log.open(board.picture().all());
        log.record(board.picture().all(), RunPart.AFTER);
    }

    private static void await(List<CompletableFuture<Void>> looks) {
        try {
            CompletableFuture.allOf(looks.toArray(CompletableFuture[]::new))
                    .get(LOOK_LIMIT.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            // What is known without it is what counts: a look that hangs is told when it ends.
            return;
        }
    }

    private void readRevisions(RunPart part) {
        Picture now = board.picture();
        for (ServiceWatch watch : watches()) {
            ServiceEndpoint service = watch.service();
            Condition condition = now.of(service.name());
            if (condition != null
                    && condition.ready()
                    && revisions.of(service.name()).isPresent()) {
                revisions.read(service, part);
            }
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}

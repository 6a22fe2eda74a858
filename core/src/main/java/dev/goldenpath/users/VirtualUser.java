package dev.goldenpath.users;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.UserSession;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.Canary;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Step;
import dev.goldenpath.http.ServiceClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * One of many users of a test: an account of its own, with clients, cookies and log-in of its own. Used by its own thread
 * alone.
 *
 * @since 0.1.0
 */
public final class VirtualUser {
    private final int number;
    private final String name;
    private final Clients clients;
    private final Recording recording;
    private final Steps steps;
    private final UserSession session;
    private final String marker = Canary.create().value();
    private final Map<Key, Object> made = new HashMap<>();
    private int iteration = 1;
    private volatile boolean loggedIn;
    private @Nullable String step;
    private @Nullable Throwable failure;
    private @Nullable String failedIn;

    private record Key(String service, Class<?> type) {}

    VirtualUser(int number, UserLease lease, Clients clients, Recording recording, Steps steps, Isolation isolation) {
        this.number = number;
        this.name = lease.user();
        this.clients = clients;
        this.recording = recording;
        this.steps = steps;
        isolation.add(name, marker);
        this.session = new UserSession(lease::requireHeld, isolation.searchFor(name));
    }

    /** The test user's name as declared. */
    public String name() {
        return name;
    }

    /** Which of them it is, from 1. */
    public int number() {
        return number;
    }

    /** Which iteration runs, from 1. */
    public int iteration() {
        return iteration;
    }

    /**
     * Text that is this user's alone, 26 letters and digits: put it into what the user sends. Where another user receives
     * it, the services have mixed the two up, and the test fails.
     */
    public String marker() {
        return marker;
    }

    /**
     * The HTTP client of a service as this user, always the same.
     *
     * @param service name of a declared service
     */
    public ServiceClient http(String service) {
        return client(service, ServiceClient.class);
    }

    /**
     * A client of a service as this user, always the same; closed when this user has ended.
     *
     * @param service name of a declared service
     * @param type such as {@code ServiceSocket.class}
     * @throws IllegalArgumentException when nothing on the class path makes such clients
     * @throws dev.goldenpath.environment.ConfigurationException when the service is not declared
     */
    public <C> C client(String service, Class<C> type) {
        return type.cast(made.computeIfAbsent(new Key(service, type), key -> {
            ServiceEndpoint endpoint = clients.environment().service(service);
            return clients.create(type, endpoint, name, () -> recording, session);
        }));
    }

    /**
     * Does something under a name: how long that takes is among the figures of all users, and it is a step of the record.
     *
     * @throws Exception what it throws
     */
    public void step(String name, Journey.Action action) throws Exception {
        step(name, () -> {
            action.run();
            return name;
        });
    }

    /**
     * As above, with what comes of it.
     *
     * @throws Exception what it throws
     */
    public <T> T step(String name, Callable<T> action) throws Exception {
        String outer = step;
        step = name;
        StepFigures figures = steps.of(name);
        long begin = System.nanoTime();
        try {
            T result = action.call();
            long took = System.nanoTime() - begin;
            figures.done(took);
            record(name, took, null, begin);
            return result;
        } catch (Exception | Error e) {
            if (failure != e) {
                // The innermost step that failed is the one to tell.
                failedIn = failure != null && e.getCause() == failure ? failedIn : name;
                failure = e;
            }
            figures.failed();
            record(name, System.nanoTime() - begin, e, begin);
            throw e;
        } finally {
            step = outer;
        }
    }

    private void record(String what, long nanos, @Nullable Throwable thrown, long begin) {
        String failure =
                thrown == null ? null : Words.oneLine(clients.redaction().text(UserOutcome.words(thrown)));
        recording.record(
                new Step(clients.redaction().text(name + ": " + what), Duration.ofNanos(nanos), failure, name), begin);
    }

    /**
     * Does nothing for so long, as a person does who thinks.
     *
     * @throws InterruptedException when the time of all users is over
     */
    public void pause(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
    }

    void iteration(int next) {
        iteration = next;
        step = null;
    }

    /** The innermost step that {@code thrown}, or what it was thrown for, has failed; else the one that runs. */
    @Nullable
    String stepOf(Throwable thrown) {
        return failure != null && (thrown == failure || thrown.getCause() == failure) ? failedIn : step;
    }

    /** Logs in, so that all begin at the same moment; does nothing where that is done. */
    void logIn() {
        step = "log-in";
        clients.authorizer(name).headers();
        loggedIn = true;
        step = null;
    }

    /** What its clients share. */
    UserSession session() {
        return session;
    }

    boolean isLoggedIn() {
        return loggedIn;
    }

    /** Closes its clients; what that throws is told with the first. */
    void close() throws Exception {
        List<Exception> failed = new ArrayList<>();
        for (Object client : made.values()) {
            if (client instanceof AutoCloseable closeable) {
                try {
                    closeable.close();
                } catch (Exception e) {
                    failed.add(e);
                }
            }
        }
        made.clear();
        if (!failed.isEmpty()) {
            Exception first = failed.get(0);
            failed.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }

    /** Its name. */
    @Override
    public String toString() {
        return name;
    }
}

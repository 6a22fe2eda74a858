package dev.goldenpath.readiness;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.UserAccount;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.Probe.Check;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.evidence.ServiceState;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One look at all services of an environment and at the log-in of every user, for a person who wants to know what is wrong.
 * It asks the same questions as the {@link ReadinessGate}, waits for nothing to become ready, and starts nothing.
 *
 * @since 0.1.0
 */
public final class Diagnosis {
    private static final Duration LOGIN_LIMIT = Duration.ofSeconds(90);

    private final Environment environment;
    private final Clients clients;

    private Diagnosis(Environment environment, Clients clients) {
        this.environment = environment;
        this.clients = clients;
    }

    /** A diagnosis that has asked nothing yet. */
    public static Diagnosis of(Environment environment, Clients clients) {
        return new Diagnosis(environment, clients);
    }

    /**
     * Asks everything, all at once, and returns when each has answered or a limit of its own is over.
     *
     * @param each told of each probe as it ends, from any thread, one at a time; what explains it may not be known by then
     * @return one for each service, in the order of the file, and behind them one for each user: its service is the one at
     *     which the user logs in, empty where there is none, and its one check is {@code login}
     * @throws dev.goldenpath.environment.ConfigurationException when the configuration asks for a probe that there is not
     */
    public List<Probe> run(Consumer<Probe> each) {
        List<ServiceWatch> watches = ServiceWatch.all(environment, clients);
        Consumer<Probe> oneByOne = probe -> {
            synchronized (watches) {
                each.accept(probe);
            }
        };
        try (ProbeThreads threads = new ProbeThreads()) {
            Board board = new Board(environment);
            Map<String, Check> wrong = new ConcurrentHashMap<>();
            List<CompletableFuture<Void>> looks = watches.stream()
                    .map(watch ->
                            CompletableFuture.runAsync(() -> look(watch, threads, board, wrong, oneByOne), threads))
                    .toList();
            LoginCheck logins = new LoginCheck(clients);
            List<CompletableFuture<Probe>> users = environment.users().values().stream()
                    .map(user -> CompletableFuture.supplyAsync(() -> logIn(user, logins), threads)
                            .completeOnTimeout(late(user), LOGIN_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                            .whenComplete(
                                    (probe, thrown) -> Stream.ofNullable(probe).forEach(oneByOne)))
                    .toList();
            looks.forEach(CompletableFuture::join);
            List<Probe> probes = new ArrayList<>();
            board.picture().all().forEach(condition -> probes.add(probe(condition, wrong)));
            users.forEach(user -> probes.add(user.join()));
            return probes;
        }
    }

    private void look(
            ServiceWatch watch, ProbeThreads threads, Board board, Map<String, Check> wrong, Consumer<Probe> each) {
        long began = System.nanoTime();
        Map<String, Map<String, Sight>> seen = watch.look(threads);
        board.post(seen, began);
        CertificateNotice.tell(watch, Clock.systemUTC().instant(), clients.ownCalls());
        ServiceEndpoint service = watch.service();
        if (board.picture().of(service.name()).ready()) {
            Revisions revisions = new Revisions(clients);
            revisions.readOnce(service);
            new IntendedRevision(Clock.systemUTC())
                    .objection(service, revisions.of(service.name()))
                    .ifPresent(outage -> wrong.put(
                            service.name(),
                            new Check(
                                    "revision",
                                    ServiceState.FAILED,
                                    clients.redaction().text(outage.rootCause()))));
        }
        seen.keySet().forEach(name -> each.accept(probe(board.picture().of(name), wrong)));
    }

    private Probe probe(Condition condition, Map<String, Check> wrong) {
        Probe probe = condition.asProbe(clients.ownCalls().nextCall(), RunPart.BEFORE);
        Check revision = wrong.get(condition.service());
        if (revision == null) {
            return probe;
        }
        return new Probe(
                probe.number(),
                probe.service(),
                probe.part(),
                ServiceState.FAILED,
                probe.saidBy(),
                probe.because(),
                Stream.concat(Stream.of(revision), probe.checks().stream()).toList(),
                probe.asked(),
                probe.waited());
    }

    private Probe logIn(UserAccount user, LoginCheck logins) {
        long began = System.nanoTime();
        return ofUser(user, logins.look(user), Duration.ofNanos(System.nanoTime() - began));
    }

    private Probe late(UserAccount user) {
        return ofUser(
                user,
                Sight.of(
                        ServiceState.UNREACHABLE,
                        "user '" + user.name() + "': no answer after " + LOGIN_LIMIT.toSeconds() + " s"),
                LOGIN_LIMIT);
    }

    private Probe ofUser(UserAccount user, Sight sight, Duration took) {
        return new Probe(
                clients.ownCalls().nextCall(),
                user.service().orElse(""),
                RunPart.BEFORE,
                sight.state(),
                null,
                List.of(),
                List.of(new Check("login", sight.state(), clients.redaction().text(sight.words()))),
                1,
                took);
    }
}

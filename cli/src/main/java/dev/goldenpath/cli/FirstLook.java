package dev.goldenpath.cli;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.JsonText;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.PointerReference;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.UserAccount;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks each service for its health, and logs each user in. Each call has the limits of its service. */
final class FirstLook implements Examination {
    private static final int SERVER_ERROR = 500;

    private final Environment environment;
    private final Clients clients;
    private final AtomicLong numbers = new AtomicLong();

    FirstLook(Environment environment, Clients clients) {
        this.environment = environment;
        this.clients = clients;
    }

    private record Sight(ServiceState state, String words) {}

    @Override
    public List<Probe> run(Consumer<Probe> each) {
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "goldenpath-doctor");
            thread.setDaemon(true);
            return thread;
        });
        List<CompletableFuture<Probe>> all = new ArrayList<>();
        environment.services().values().forEach(service -> all.add(start(threads, each, () -> look(service))));
        environment.users().values().forEach(user -> all.add(start(threads, each, () -> logIn(user))));
        threads.shutdown();
        return all.stream().map(FirstLook::ended).toList();
    }

    private static Probe ended(CompletableFuture<Probe> one) {
        try {
            return one.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : e;
        }
    }

    private static CompletableFuture<Probe> start(ExecutorService threads, Consumer<Probe> each, Supplier<Probe> one) {
        return CompletableFuture.supplyAsync(one, threads).whenComplete((probe, thrown) -> {
            if (probe != null) {
                each.accept(probe);
            }
        });
    }

    private Probe look(ServiceEndpoint service) {
        long start = System.nanoTime();
        PointerReference reportedBy = service.reportedBy();
        ServiceEndpoint asked = reportedBy == null ? service : environment.service(reportedBy.place());
        return probe(service.name(), reportedBy == null ? null : asked.name(), "health", ask(service, asked), start);
    }

    private Sight ask(ServiceEndpoint service, ServiceEndpoint asked) {
        String path = asked.health() != null ? asked.health() : asked.liveness();
        try {
            ServiceResponse response = clients.forOwnCalls(ServiceClient.class, asked, "readiness")
                    .get(path == null ? "/" : path)
                    .send();
            if (service.reportedBy() != null) {
                return reported(service, service.reportedBy().pointer(), response);
            }
            boolean good = path == null ? response.status() < SERVER_ERROR : response.status() / 100 == 2;
            return new Sight(good ? ServiceState.HEALTHY : ServiceState.FAILED, response.toString());
        } catch (ServiceCallException e) {
            return new Sight(ServiceState.UNREACHABLE, e.headline());
        }
    }

    private static Sight reported(ServiceEndpoint service, String pointer, ServiceResponse response) {
        String word;
        try {
            word = JsonText.parse(response.text())
                    .at(pointer)
                    .map(Object::toString)
                    .orElse("");
        } catch (IllegalArgumentException e) {
            return new Sight(ServiceState.FAILED, response + ", and the answer is no JSON");
        }
        return new Sight(
                service.probes().words().of(word).orElse(ServiceState.FAILED),
                response + ", " + pointer + " is " + (word.isEmpty() ? "absent" : "'" + word + "'"));
    }

    private Probe logIn(UserAccount user) {
        long start = System.nanoTime();
        Sight sight;
        try {
            clients.authorizer(user.name()).headers();
            sight = new Sight(ServiceState.HEALTHY, "logged in");
        } catch (EnvironmentNotReadyException e) {
            sight = new Sight(ServiceState.FAILED, String.valueOf(e.getMessage()));
        }
        String words = "user '" + user.name() + "': " + sight.words;
        return probe(user.service().orElse(""), null, "login", new Sight(sight.state, words), start);
    }

    private Probe probe(String service, @Nullable String saidBy, String kind, Sight sight, long start) {
        return new Probe(
                numbers.incrementAndGet(),
                service,
                RunPart.BEFORE,
                sight.state,
                saidBy,
                List.of(),
                List.of(new Probe.Check(kind, sight.state, sight.words)),
                1,
                Duration.ofNanos(System.nanoTime() - start));
    }
}

package dev.goldenpath.readiness;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.PointerReference;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.readiness.HttpCheck.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks one service everything that its declaration tells to ask, all at once, for itself and for those it reports. */
final class ServiceWatch {
    /** For what a check does besides the one call whose limit is the service's own. */
    private static final Duration ROOM = Duration.ofSeconds(5);

    private final ServiceEndpoint service;
    private final List<ServiceEndpoint> reported;
    private final Clients clients;
    private final Duration room;
    private final @Nullable HttpCheck health;
    private final @Nullable HttpCheck liveness;
    private final Map<String, ServiceCheck> more;
    private final Map<String, CompletableFuture<Heard>> running = new ConcurrentHashMap<>();
    private volatile @Nullable Instant certificateExpires;

    /** @param reported the services whose state stands in the health document of this one */
    ServiceWatch(ServiceEndpoint service, List<ServiceEndpoint> reported, Clients clients, Probes probes) {
        this(service, reported, clients, probes, ROOM);
    }

    ServiceWatch(
            ServiceEndpoint service, List<ServiceEndpoint> reported, Clients clients, Probes probes, Duration room) {
        this.room = room;
        this.service = service;
        this.reported = List.copyOf(reported);
        this.clients = clients;
        String deep = service.health();
        String shallow = service.liveness();
        this.health = service.url() == null ? null : check(deep == null && shallow == null ? "/" : deep);
        this.liveness = service.url() == null ? null : check(shallow);
        this.more = probes.of(service, clients);
    }

    /** Those of all services that are asked themselves. */
    static List<ServiceWatch> all(Environment environment, Clients clients) {
        Probes probes = new Probes();
        return environment.services().values().stream()
                .map(service -> new ServiceWatch(service, reportedBy(service, environment), clients, probes))
                .filter(ServiceWatch::asksAnything)
                .toList();
    }

    private static List<ServiceEndpoint> reportedBy(ServiceEndpoint reporter, Environment environment) {
        return environment.services().values().stream()
                .filter(service -> service.reportedBy() != null
                        && service.reportedBy().place().equals(reporter.name()))
                .toList();
    }

    private @Nullable HttpCheck check(@Nullable String path) {
        if (path == null) {
            return null;
        }
        boolean declared = service.health() != null || service.liveness() != null;
        boolean deep = path.equals(service.health());
        return new HttpCheck(
                clients.forOwnCalls(ServiceClient.class, service, "readiness"),
                path,
                declared,
                deep ? service.probes().state() : null,
                service.probes().words(),
                clients.redaction()::text,
                expires -> certificateExpires = expires);
    }

    ServiceEndpoint service() {
        return service;
    }

    List<ServiceEndpoint> reported() {
        return reported;
    }

    private boolean asksAnything() {
        return health != null || liveness != null || !more.isEmpty();
    }

    /** Until when its certificate is valid; empty where it has shown none. */
    Optional<Instant> certificateExpires() {
        return Optional.ofNullable(certificateExpires);
    }

    /** Asks everything once, and tells by service and kind what was seen. Never throws. */
    Map<String, Map<String, Sight>> look(Executor threads) {
        CompletableFuture<Heard> deep = health == null ? null : asked("health", () -> heard(health), threads);
        Map<String, CompletableFuture<Sight>> others = new LinkedHashMap<>();
        if (liveness != null) {
            HttpCheck shallow = liveness;
            others.put(
                    "liveness", asked("liveness", () -> heard(shallow), threads).thenApply(Heard::sight));
        }
        more.forEach((kind, check) -> others.put(
                kind,
                asked(kind, () -> new Heard(seen(check), null, ""), threads).thenApply(Heard::sight)));
        Map<String, Map<String, Sight>> looks = new LinkedHashMap<>();
        Map<String, Sight> own = looks.computeIfAbsent(service.name(), name -> new LinkedHashMap<>());
        Heard document = deep == null ? null : deep.join();
        if (document != null) {
            own.put("health", document.sight());
        }
        others.forEach((kind, sight) -> own.put(kind, sight.join()));
        HttpCheck reader = health != null ? health : liveness;
        for (ServiceEndpoint other : reported) {
            looks.computeIfAbsent(other.name(), name -> new LinkedHashMap<>())
                    .put("report", report(other, document, reader));
        }
        return looks;
    }

    /** Its answer has a limit; one that still hangs from an earlier look is waited for, and not asked once more. */
    private CompletableFuture<Heard> asked(String kind, Supplier<Heard> question, Executor threads) {
        Duration limit = service.timeouts().call().plus(room);
        CompletableFuture<Heard> asked = running.compute(
                kind,
                (key, before) ->
                        before == null || before.isDone() ? CompletableFuture.supplyAsync(question, threads) : before);
        return asked.copy()
                .completeOnTimeout(
                        new Heard(
                                Sight.of(ServiceState.UNREACHABLE, "no answer after " + limit.toSeconds() + " s"),
                                null,
                                ""),
                        limit.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private Heard heard(HttpCheck check) {
        try {
            return check.look();
        } catch (RuntimeException | Error e) {
            return new Heard(broken(e), null, "");
        }
    }

    private Sight seen(ServiceCheck check) {
        try {
            Sight sight = check.look();
            return new Sight(sight.state(), clients.redaction().text(sight.words()), sight.retryAfter());
        } catch (ServiceCallException e) {
            return Sight.of(ServiceState.UNREACHABLE, e.headline().replaceFirst("\\.$", ""));
        } catch (EnvironmentNotReadyException e) {
            return Sight.of(ServiceState.FAILED, e.rootCause().replaceFirst("\\.$", ""));
        } catch (RuntimeException | Error e) {
            return broken(e);
        }
    }

    /** Seen, and not thrown: nobody would hear of it on the thread of a probe. */
    private Sight broken(Throwable thrown) {
        return Sight.of(
                ServiceState.UNREACHABLE,
                "the probe itself broke: " + clients.redaction().text(thrown.toString()));
    }

    private Sight report(ServiceEndpoint other, @Nullable Heard heard, @Nullable HttpCheck reader) {
        PointerReference place = other.reportedBy();
        if (heard == null || reader == null || place == null) {
            return Sight.of(
                    ServiceState.UNREACHABLE, "'" + service.name() + "', which reports it, has no health document");
        }
        boolean silent = heard.document() == null
                // A service that is starting answers, too.
                || (!heard.sight().state().isReady()
                        && heard.document().at(place.pointer()).isEmpty());
        if (silent) {
            return Sight.of(
                    ServiceState.UNREACHABLE,
                    "'" + service.name() + "', which reports it, does not tell: "
                            + heard.sight().words());
        }
        Sight told = reader.told(heard.document(), place.pointer(), heard.call());
        return new Sight(told.state(), told.words(), heard.sight().retryAfter());
    }
}

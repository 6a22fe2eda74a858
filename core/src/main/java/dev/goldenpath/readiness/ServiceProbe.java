package dev.goldenpath.readiness;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.JsonText;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.PointerReference;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Asks one service, or the one that reports it, whether it is ready. */
final class ServiceProbe {
    private static final Set<String> READY_WORDS =
            Set.of("up", "ok", "healthy", "ready", "pass", "connected", "available", "true");
    private static final int SERVER_ERROR = 500;

    private final ServiceEndpoint service;
    private final ServiceEndpoint asked;
    private final ServiceClient client;
    private final Redaction redaction;

    ServiceProbe(ServiceEndpoint service, Environment environment, Clients clients) {
        PointerReference reportedBy = service.reportedBy();
        this.service = service;
        this.asked = reportedBy == null ? service : environment.service(reportedBy.place());
        this.client = clients.forOwnCalls(ServiceClient.class, asked, "readiness");
        this.redaction = clients.redaction();
    }

    /** What one probe saw. */
    record Sight(boolean ready, boolean reached, String words) {}

    ServiceEndpoint service() {
        return service;
    }

    Sight look() {
        try {
            ServiceResponse response = client.get(path()).send();
            PointerReference reportedBy = service.reportedBy();
            return reportedBy == null ? ofStatus(response) : ofReport(response, reportedBy.pointer());
        } catch (ServiceCallException e) {
            return new Sight(false, false, e.headline().replaceFirst("\\.$", ""));
        } catch (RuntimeException | Error e) {
            // Seen, and not thrown: nobody would hear of it on the thread of a probe.
            return new Sight(false, false, "the probe itself broke: " + redaction.text(e.toString()));
        }
    }

    /** The revision the service says it runs; empty when it does not say, or is not asked. */
    Optional<String> revision() {
        PointerReference revision = service.revision();
        if (revision == null) {
            return Optional.empty();
        }
        ServiceResponse response = client.get(revision.place()).send();
        if (!succeeded(response)) {
            return Optional.empty();
        }
        try {
            return JsonText.parse(response.text()).at(revision.pointer()).map(Object::toString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String path() {
        String health = asked.health();
        String liveness = asked.liveness();
        return health != null ? health : liveness != null ? liveness : "/";
    }

    private Sight ofStatus(ServiceResponse response) {
        // Without a health path any answer that is no server error shows that somebody is there.
        boolean asksHealth = asked.health() != null || asked.liveness() != null;
        boolean ready = asksHealth ? succeeded(response) : response.status() < SERVER_ERROR;
        return new Sight(ready, true, response.toString());
    }

    private static boolean succeeded(ServiceResponse response) {
        return response.status() / 100 == 2;
    }

    private static Sight ofReport(ServiceResponse response, String pointer) {
        try {
            Optional<String> word = JsonText.parse(response.text()).at(pointer).map(Object::toString);
            return new Sight(
                    word.filter(text -> READY_WORDS.contains(text.toLowerCase(Locale.ROOT)))
                            .isPresent(),
                    true,
                    response + ", " + pointer + " is "
                            + word.map(text -> "'" + text + "'").orElse("absent"));
        } catch (IllegalArgumentException e) {
            return new Sight(false, true, response + ", body is " + e.getMessage());
        }
    }
}

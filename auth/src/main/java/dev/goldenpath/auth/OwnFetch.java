package dev.goldenpath.auth;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.JsonText;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON document of a service by a call of the library's own, which proves nothing about a test. Whatever comes
 * of it but the document means that the environment is not ready: only the service can tell whether the path is wrong or
 * the service is.
 */
final class OwnFetch {
    private static final int SHOWN = 300;

    private final Clients clients;
    private final String purpose;
    private final String what;
    private final String remedy;

    /**
     * A call for one kind of document.
     *
     * @param what it is, for messages, such as {@code the keys of service 'auth'}
     * @param remedy what to do where it is not there
     */
    OwnFetch(Clients clients, String purpose, String what, String remedy) {
        this.clients = clients;
        this.purpose = purpose;
        this.what = what;
        this.remedy = remedy;
    }

    /**
     * What the service answered, and the JSON in it.
     *
     * @param clockSkew how far its clock is ahead of ours; {@code null} where its answer does not tell
     */
    record Document(
            ServiceResponse response,
            JsonText json,
            @Nullable Duration clockSkew) {}

    /** The document there. */
    Document get(Endpoint place) {
        ServiceResponse response;
        Instant sent = Instant.now();
        try {
            response = clients.forOwnCalls(ServiceClient.class, place.service(), purpose)
                    .get(place.path())
                    .send();
        } catch (ServiceCallException e) {
            throw notReady(List.of(Fact.of("call", String.valueOf(e.getMessage()))));
        }
        Duration clockSkew = ClockSkew.of(response, sent, Instant.now()).orElse(null);
        if (response.status() != 200) {
            throw notReady(response, "its status is not 200");
        }
        try {
            return new Document(response, JsonText.parse(response.text()), clockSkew);
        } catch (IllegalArgumentException e) {
            throw notReady(response, String.valueOf(e.getMessage()));
        }
    }

    /** The service answered, and what it said is not what it should be. */
    EnvironmentNotReadyException notReady(ServiceResponse response, String problem) {
        return notReady(List.of(
                Fact.of("request", response),
                Fact.of("answer", excerpt(response.text())),
                Fact.of("problem", clients.redaction().text(problem))));
    }

    private EnvironmentNotReadyException notReady(List<Fact> seen) {
        List<Fact> facts = new ArrayList<>(seen);
        facts.add(Fact.of("what to do", remedy));
        return new EnvironmentNotReadyException("Could not get " + what + ".", facts);
    }

    private String excerpt(String body) {
        String masked = clients.redaction().text(body).strip();
        if (masked.isEmpty()) {
            return "(empty)";
        }
        return masked.length() <= SHOWN ? masked : masked.substring(0, SHOWN) + "…";
    }
}

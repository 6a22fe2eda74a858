package dev.goldenpath.auth;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceRequest;
import dev.goldenpath.http.ServiceResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

/** The calls by which one user's tokens are asked for; the library's own, which prove nothing. Thread-safe. */
final class IssuerCalls {
    private final Clients clients;
    private final IssueFailures failures;
    private final Clock clock;

    IssuerCalls(Clients clients, IssueFailures failures, Clock clock) {
        this.clients = clients;
        this.failures = failures;
        this.clock = clock;
    }

    /** Sends what {@code request} makes; whatever is no answer with a status of success is a failure. */
    Asked ask(Ask ask, ServiceEndpoint service, Function<ServiceClient, ServiceRequest> request) {
        ServiceClient client = clients.forOwnCalls(ServiceClient.class, service, ask.label());
        Instant sent = clock.instant();
        long requestedNanos = System.nanoTime();
        try {
            ServiceResponse response = request.apply(client).send();
            return response.status() / 100 == 2
                    ? new Answered(
                            ask,
                            response,
                            requestedNanos,
                            ClockSkew.of(response, sent, clock.instant()).orElse(null))
                    : failures.status(ask, service, response);
        } catch (ServiceCallException e) {
            return failures.broken(ask, service, e);
        }
    }
}

package dev.goldenpath.auth;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.LoginEndpoint;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.UserAccount;
import dev.goldenpath.http.ServiceResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Logs in with name and password, and takes the cookie that the service sets. Thread-safe. */
final class SessionSource implements TokenSource {
    private final UserAccount user;
    private final ServiceEndpoint service;
    private final LoginEndpoint login;
    private final String cookie;
    private final Clients clients;
    private final Clock clock;
    private final IssueFailures failures;
    private final IssuerCalls calls;
    private final Issuance issuance;

    SessionSource(UserAccount user, Clients clients, Clock clock) {
        this.user = user;
        this.service = clients.environment().service(user.required("service"));
        this.login = Objects.requireNonNull(service.login(), "checked with the configuration");
        this.cookie = Objects.requireNonNull(login.cookie(), "checked with the configuration");
        this.clients = clients;
        this.clock = clock;
        this.failures = new IssueFailures(user, Ask.SESSION, service, clients.redaction());
        this.calls = new IssuerCalls(clients, failures, clock);
        this.issuance = new Issuance(user, clients);
        LoginRequest.mask(user, login, clients.redaction());
    }

    @Override
    public IssueFailures failures() {
        return failures;
    }

    @Override
    public IssueOutcome issue(@Nullable AccessToken held) {
        Asked asked = calls.ask(Ask.SESSION, service, LoginRequest.of(user, login));
        if (!(asked instanceof Answered answered)) {
            return (IssueFailure) asked;
        }
        ServiceResponse response = answered.response();
        Instant now = ClockSkew.date(response).orElseGet(clock::instant);
        // The last of a name counts: a login may well remove the old one before it sets its own.
        Optional<SetCookie> set = response.headers("Set-Cookie").stream()
                .flatMap(header -> SetCookie.parse(header).stream())
                .filter(found -> found.name().equals(cookie))
                .reduce((one, next) -> next)
                .filter(last -> !last.removes(now));
        if (set.isEmpty()) {
            return failures.noCookie(response, cookie, now);
        }
        String value = set.get().value();
        clients.redaction().addValue(value);
        JwtClaims claims = issuance.record(Ask.SESSION.label(), service.name(), value, List.of(), answered.clockSkew());
        Duration lifetime = set.get()
                .lifetime(now)
                .or(() -> TokenLifetime.of(claims, Optional.empty(), clock.instant()))
                .orElse(null);
        return new AccessToken(value, null, lifetime, answered.requestedNanos());
    }
}

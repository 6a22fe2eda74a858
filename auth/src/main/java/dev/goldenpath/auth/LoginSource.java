package dev.goldenpath.auth;

import dev.goldenpath.auth.IssueFailure.Reason;
import dev.goldenpath.client.Clients;
import dev.goldenpath.client.JsonText;
import dev.goldenpath.environment.LoginEndpoint;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.UserAccount;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Logs in with name and password in the JSON shape of the service, and refreshes as it declares. Thread-safe. */
final class LoginSource implements TokenSource {
    private final UserAccount user;
    private final ServiceEndpoint service;
    private final LoginEndpoint login;
    private final Clients clients;
    private final Clock clock;
    private final IssueFailures failures;
    private final IssuerCalls calls;
    private final Issuance issuance;

    LoginSource(UserAccount user, Clients clients, Clock clock) {
        this.user = user;
        this.service = clients.environment().service(user.required("service"));
        this.login = Objects.requireNonNull(service.login(), "checked with the configuration");
        this.clients = clients;
        this.clock = clock;
        this.failures = new IssueFailures(user, Ask.LOGIN, service, clients.redaction());
        this.calls = new IssuerCalls(clients, failures, clock);
        this.issuance = new Issuance(user, clients);
        LoginRequest.mask(user, login, clients.redaction());
    }

    @Override
    public IssueFailures failures() {
        return failures;
    }

    /** With the refresh token where there is one, and with name and password where there is none, or it is refused. */
    @Override
    public IssueOutcome issue(@Nullable AccessToken held) {
        String refreshToken = held == null ? null : held.refreshToken();
        String refresh = login.refresh();
        String refreshPath = login.refreshPath();
        if (refreshToken == null || refresh == null || refreshPath == null) {
            return logIn();
        }
        String body = JsonText.object(Map.of(refresh, refreshToken));
        Asked asked = calls.ask(
                Ask.REFRESH, service, client -> client.post(refreshPath).body(body, "application/json"));
        IssueOutcome outcome = read(asked, refreshToken);
        return outcome instanceof IssueFailure failure && failure.reason() == Reason.REFUSED ? logIn() : outcome;
    }

    private IssueOutcome logIn() {
        return read(calls.ask(Ask.LOGIN, service, LoginRequest.of(user, login)), null);
    }

    private IssueOutcome read(Asked asked, @Nullable String sentRefreshToken) {
        if (!(asked instanceof Answered answered)) {
            return (IssueFailure) asked;
        }
        Ask ask = answered.ask();
        Optional<TokenAnswer> parsed = TokenAnswer.parse(answered.response().text());
        if (parsed.isEmpty()) {
            return failures.notJson(ask, answered.response());
        }
        TokenAnswer answer = parsed.get();
        String pointer = Objects.requireNonNull(login.token(), "checked with the configuration");
        Optional<String> token = answer.text(pointer);
        if (token.isEmpty()) {
            return failures.missing(ask, answered.response(), answer, "login.token", pointer);
        }
        clients.redaction().addValue(token.get());
        String refreshToken = sentRefreshToken;
        if (login.refresh() != null) {
            // Not every refresh brings a new refresh token, but a login has to bring the declared one.
            Optional<String> received = answer.text(login.refresh());
            if (received.isEmpty() && ask == Ask.LOGIN) {
                return failures.missing(ask, answered.response(), answer, "login.refresh", login.refresh());
            }
            received.ifPresent(clients.redaction()::addValue);
            refreshToken = received.orElse(refreshToken);
        }
        JwtClaims claims = issuance.record(ask.label(), service.name(), token.get(), List.of(), answered.clockSkew());
        return new AccessToken(
                token.get(),
                refreshToken,
                TokenLifetime.of(claims, answer.expiresIn(), clock.instant()).orElse(null),
                answered.requestedNanos());
    }
}

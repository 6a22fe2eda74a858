package dev.goldenpath.auth;

import dev.goldenpath.auth.IssueFailure.Reason;
import dev.goldenpath.client.Clients;
import dev.goldenpath.client.JsonText;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.LoginEndpoint;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.UserAccount;
import dev.goldenpath.evidence.TokenIssued;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a service for the tokens of one user, and records each that is issued. Thread-safe. */
final class TokenIssuer {
    private final UserAccount user;
    private final ServiceEndpoint service;
    private final LoginEndpoint login;
    private final Clients clients;
    private final Clock clock;
    private final IssueFailures failures;

    TokenIssuer(UserAccount user, ServiceEndpoint service, LoginEndpoint login, Clients clients, Clock clock) {
        this.user = user;
        this.service = service;
        this.login = login;
        this.clients = clients;
        this.clock = clock;
        this.failures = new IssueFailures(user, service, clients.redaction());
        // Known before the first call, because a call is recorded before its answer can be read.
        clients.redaction().addValue(user.secret("password").reveal());
        maskField(login.password());
        maskField(login.token() == null ? "" : login.token());
        if (login.refresh() != null) {
            maskField(login.refresh());
        }
    }

    /** Says why no token was issued. */
    IssueFailures failures() {
        return failures;
    }

    /**
     * Asks for a token: with the refresh token of {@code held} where it has one, and with name and password where it
     * has none, or where the refresh is refused.
     */
    IssueOutcome renew(@Nullable AccessToken held) {
        String refreshToken = held == null ? null : held.refreshToken();
        String refresh = login.refresh();
        String refreshPath = login.refreshPath();
        if (refreshToken == null || refresh == null || refreshPath == null) {
            return logIn();
        }
        IssueOutcome outcome = ask(TokenSource.REFRESH, refreshPath, Map.of(refresh, refreshToken), refreshToken);
        return outcome instanceof IssueFailure failure && failure.reason() == Reason.REFUSED ? logIn() : outcome;
    }

    private IssueOutcome logIn() {
        Map<String, String> credentials = new LinkedHashMap<>();
        credentials.put(login.username(), user.required("username"));
        credentials.put(login.password(), user.secret("password").reveal());
        return ask(TokenSource.LOGIN, login.path(), credentials, null);
    }

    private IssueOutcome ask(
            TokenSource source, String path, Map<String, String> texts, @Nullable String refreshToken) {
        ServiceClient client = clients.forOwnCalls(ServiceClient.class, service, source.label());
        long requestedNanos = System.nanoTime();
        ServiceResponse response;
        try {
            response = client.post(path)
                    .body(JsonText.object(texts), "application/json")
                    .send();
        } catch (ServiceCallException e) {
            return failures.broken(source, e);
        }
        if (response.status() / 100 != 2) {
            return failures.status(source, response);
        }
        Optional<TokenAnswer> answer = TokenAnswer.parse(response.text());
        return answer.isPresent()
                ? read(source, response, answer.get(), refreshToken, requestedNanos)
                : failures.notJson(source, response);
    }

    private IssueOutcome read(
            TokenSource source,
            ServiceResponse response,
            TokenAnswer answer,
            @Nullable String sentRefreshToken,
            long requestedNanos) {
        Optional<String> token = answer.text(login.token() == null ? "" : login.token());
        if (token.isEmpty()) {
            return failures.missing(source, response, answer, "login.token", String.valueOf(login.token()));
        }
        clients.redaction().addValue(token.get());
        String refreshToken = sentRefreshToken;
        if (login.refresh() != null) {
            // Not every refresh brings a new refresh token, but a login has to bring the declared one.
            Optional<String> received = answer.text(login.refresh());
            if (received.isEmpty() && source == TokenSource.LOGIN) {
                return failures.missing(source, response, answer, "login.refresh", login.refresh());
            }
            received.ifPresent(clients.redaction()::addValue);
            refreshToken = received.orElse(refreshToken);
        }
        JwtClaims claims = JwtClaims.of(token.get());
        record(source, claims);
        return new AccessToken(
                token.get(),
                refreshToken,
                TokenLifetime.of(claims, answer.expiresIn(), clock.instant()).orElse(null),
                requestedNanos);
    }

    private void record(TokenSource source, JwtClaims claims) {
        clients.ownCalls()
                .record(
                        new TokenIssued(
                                user.name(),
                                source.label(),
                                service.name(),
                                claims.subject(),
                                claims.issuer(),
                                claims.audience(),
                                claims.issuedAt(),
                                claims.expiresAt()),
                        System.nanoTime());
    }

    private void maskField(String pointer) {
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        clients.redaction().addField(name.replace("~1", "/").replace("~0", "~"));
    }
}

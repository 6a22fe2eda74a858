package dev.goldenpath.auth;

import dev.goldenpath.auth.IssueFailure.Reason;
import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.UserAccount;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the token endpoint that a service's discovery document names, with one grant of OAuth 2. Thread-safe. */
final class OidcSource implements TokenSource {
    private static final String ACCESS_TOKEN = "/access_token";
    private static final String REFRESH_TOKEN = "/refresh_token";

    private final UserAccount user;
    private final Ask grant;
    private final ServiceEndpoint service;
    private final Discovery discovery;
    private final Clients clients;
    private final Clock clock;
    private final IssueFailures failures;
    private final IssuerCalls calls;
    private final Issuance issuance;

    OidcSource(UserAccount user, Ask grant, Clients clients, Clock clock) {
        this.user = user;
        this.grant = grant;
        this.service = clients.environment().service(user.required("service"));
        this.discovery = Discovery.of(service, clients);
        this.clients = clients;
        this.clock = clock;
        this.failures = new IssueFailures(user, grant, service, clients.redaction());
        this.calls = new IssuerCalls(clients, failures, clock);
        this.issuance = new Issuance(user, clients);
        user.secrets().values().forEach(secret -> clients.redaction().addValue(secret.reveal()));
    }

    @Override
    public IssueFailures failures() {
        return failures;
    }

    /** With the refresh token that came with {@code held}, else with the declared grant; so too where it is refused. */
    @Override
    public IssueOutcome issue(@Nullable AccessToken held) {
        String refreshToken = held == null ? null : held.refreshToken();
        if (refreshToken == null) {
            return ask(grant, form());
        }
        IssueOutcome refreshed = ask(Ask.REFRESH_TOKEN, refreshing(refreshToken));
        boolean refused = refreshed instanceof IssueFailure failure && failure.reason() == Reason.REFUSED;
        // A user who is declared by a refresh token alone has nothing else to show.
        return refused && grant != Ask.REFRESH_TOKEN ? ask(grant, form()) : refreshed;
    }

    private Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        if (grant == Ask.REFRESH_TOKEN) {
            form.putAll(refreshing(user.secret("refresh-token").reveal()));
        } else if (grant == Ask.PASSWORD) {
            form.put("grant_type", "password");
            form.put("username", user.required("username"));
            form.put("password", user.secret("password").reveal());
        } else {
            form.put("grant_type", "client_credentials");
        }
        user.text("scope").ifPresent(scope -> form.put("scope", scope));
        user.text("audience").ifPresent(audience -> form.put("audience", audience));
        return form;
    }

    private static Map<String, String> refreshing(String refreshToken) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken);
        return form;
    }

    private IssueOutcome ask(Ask ask, Map<String, String> form) {
        Endpoint endpoint = discovery.document().token();
        String authorization = authorization(form);
        ServiceEndpoint issuer = endpoint.service();
        Asked asked = calls.ask(ask, issuer, client -> {
            var request = client.post(endpoint.path()).header("Accept", "application/json");
            if (authorization != null) {
                request.header("Authorization", authorization);
            }
            form.forEach(request::form);
            return request;
        });
        return asked instanceof Answered answered
                ? read(answered, issuer, form.get("refresh_token"))
                : (IssueFailure) asked;
    }

    /** What the header says of the client; {@code null} where the form says it, to which it is added then. */
    private @Nullable String authorization(Map<String, String> form) {
        String id = user.required("client-id");
        boolean secret = user.secrets().containsKey("client-secret");
        if (secret && user.text("client-authentication").orElse("basic").equals("basic")) {
            String pair =
                    encoded(id) + ":" + encoded(user.secret("client-secret").reveal());
            return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        }
        form.put("client_id", id);
        if (secret) {
            form.put("client_secret", user.secret("client-secret").reveal());
        }
        return null;
    }

    /** As RFC 6749 has it in 2.3.1, before Base64. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private IssueOutcome read(Answered answered, ServiceEndpoint issuer, @Nullable String sentRefreshToken) {
        Ask ask = answered.ask();
        Optional<TokenAnswer> parsed = TokenAnswer.parse(answered.response().text());
        if (parsed.isEmpty()) {
            return failures.notJson(ask, answered.response());
        }
        TokenAnswer answer = parsed.get();
        Optional<String> token = answer.text(ACCESS_TOKEN);
        if (token.isEmpty()) {
            return failures.missing(ask, answered.response(), answer, ACCESS_TOKEN);
        }
        clients.redaction().addValue(token.get());
        Optional<String> refreshToken = answer.text(REFRESH_TOKEN);
        refreshToken.ifPresent(clients.redaction()::addValue);
        List<String> scopes = answer.text("/scope").map(Scopes::of).orElse(List.of());
        JwtClaims claims = issuance.record(ask.label(), issuer.name(), token.get(), scopes, answered.clockSkew());
        return new AccessToken(
                token.get(),
                refreshToken.orElse(sentRefreshToken),
                TokenLifetime.of(claims, answer.expiresIn(), clock.instant()).orElse(null),
                answered.requestedNanos());
    }
}

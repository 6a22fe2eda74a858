package dev.goldenpath.auth;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.goldenpath.auth.IssueFailure.Reason;
import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.TokenSettings;
import dev.goldenpath.environment.UserAccount;
import dev.goldenpath.evidence.Fact;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Signs tokens itself, with the key that the service is declared to accept. Where the service publishes its keys, it is
 * asked for them first: a key that it does not have would be refused with every call. Its answer tells what time it is
 * there, and that is the time of the tokens: by a clock that is wrong they could be born expired. Thread-safe.
 */
final class MintedSource implements TokenSource {
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final UserAccount user;
    private final ServiceEndpoint service;
    private final TokenSettings tokens;
    private final SigningKey key;
    private final @Nullable Discovery discovery;
    private final @Nullable KeySet published;
    private final Clock clock;
    private final IssueFailures failures;
    private final Issuance issuance;
    private final Duration lifetime;

    MintedSource(UserAccount user, Clients clients, Clock clock) {
        this.user = user;
        this.service = clients.environment().service(user.required("service"));
        this.tokens = Objects.requireNonNull(service.tokens(), "checked with the configuration");
        this.key = SigningKey.of(service);
        this.discovery = tokens.discovery() == null ? null : Discovery.of(service, clients);
        // Nobody publishes a secret that he shares.
        this.published = key.keyId() != null && !key.isShared() && KeySet.isDeclared(service)
                ? KeySet.of(service, clients, discovery)
                : null;
        this.clock = clock;
        this.failures = new IssueFailures(user, Ask.JWT, service, clients.redaction());
        this.issuance = new Issuance(user, clients);
        this.lifetime = lifetime(user);
    }

    @Override
    public IssueFailures failures() {
        return failures;
    }

    @Override
    public IssueOutcome issue(@Nullable AccessToken held) {
        String keyId = key.keyId();
        if (published != null && keyId != null && published.named(keyId).isEmpty()) {
            return new IssueFailure(
                    Reason.REFUSED,
                    Ask.JWT.headline(user.name(), service.name()),
                    List.of(
                            Fact.of("key", "'" + keyId + "' (tokens.signing, " + tokens.origin() + ")"),
                            Fact.of("published keys", ids(published)),
                            Fact.of(
                                    "what to do",
                                    "Sign with a key that the service has, or have it publish this one. No other way in "
                                            + "is tried.")),
                    null);
        }
        Duration skew = published == null ? null : published.clockSkew().orElse(null);
        Instant now = clock.instant().plus(skew == null || !ClockSkew.isSure(skew) ? Duration.ZERO : skew);
        long mintedNanos = System.nanoTime();
        // Claims hold whole seconds: of the first one, a part has passed already.
        Instant issued = now.truncatedTo(ChronoUnit.SECONDS);
        Instant expires = issued.plus(lifetime);
        String token = key.sign(Map.of(), claims(issued, expires));
        issuance.record(Ask.JWT.label(), service.name(), token, List.of(), skew);
        return new AccessToken(token, null, Duration.between(now, expires), mintedNanos);
    }

    private static String ids(KeySet published) {
        return published.all().stream().map(JWK::getKeyID).map(String::valueOf).collect(Collectors.joining(", "));
    }

    private JWTClaimsSet claims(Instant issued, Instant expires) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .subject(user.required("subject"))
                .issuer(issuer())
                .issueTime(Date.from(issued))
                .expirationTime(Date.from(expires))
                .jwtID(UUID.randomUUID().toString());
        List<String> audience = user.text("audience").map(List::of).orElse(tokens.audience());
        if (!audience.isEmpty()) {
            claims.audience(audience);
        }
        user.claims().forEach(claims::claim);
        return claims.build();
    }

    /** As the user declares it, or the service, or its discovery document; {@code null} where none does. */
    private @Nullable String issuer() {
        String declared = user.text("issuer").orElse(tokens.issuer());
        return declared != null || discovery == null
                ? declared
                : discovery.document().issuer();
    }

    /** In whole seconds, rounded up: that is all that claims hold. */
    private static Duration lifetime(UserAccount user) {
        return user.text("lifetime")
                .map(Long::valueOf)
                .map(millis -> Duration.ofSeconds((millis + 999) / 1000))
                .orElse(LIFETIME);
    }
}

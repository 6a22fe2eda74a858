package dev.goldenpath.auth;

import dev.goldenpath.auth.TokenService.Issuer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What is wrong with what a token says, each in one sentence; empty where nothing is. */
final class ClaimChecks {
    /** How far this machine's clock may be from the issuer's before a token counts as expired, or as not yet valid. */
    static final Duration LEEWAY = Duration.ofSeconds(5);

    private final Jwt jwt;
    private final TokenService service;

    ClaimChecks(Jwt jwt) {
        this.jwt = jwt;
        this.service = jwt.service();
    }

    /** It is from the service's issuer, where that is known. */
    Optional<String> issuer() {
        Optional<Issuer> expected = service.issuer();
        return expected.isEmpty() || jwt.issuer().equals(expected.map(Issuer::name))
                ? Optional.empty()
                : expected.map(issuer -> "Its issuer is " + quoted(jwt.issuer()) + ", but service '" + service.name()
                        + "' is '" + issuer.name() + "' (" + issuer.source() + ").");
    }

    /** It is for one of the service's audience, where that is declared. */
    Optional<String> audience() {
        List<String> expected = service.audience();
        return expected.isEmpty() || !Collections.disjoint(jwt.audience(), expected)
                ? Optional.empty()
                : Optional.of("It is for " + listed(jwt.audience()) + ", but service '" + service.name() + "' ("
                        + service.origin() + ") issues tokens for " + listed(expected) + ".");
    }

    /** It is valid already. */
    Optional<String> begun() {
        if (jwt.notBefore().isEmpty()) {
            return unreadable("nbf");
        }
        Instant now = service.clock().instant();
        Instant begins = jwt.notBefore().get();
        return begins.isAfter(now.plus(LEEWAY))
                ? Optional.of("It is not valid for another " + TimeWords.of(Duration.between(now, begins))
                        + " by this machine's clock: nbf " + begins + ".")
                : Optional.empty();
    }

    /** It is valid still; one without {@code exp} always is. */
    Optional<String> unexpired() {
        if (jwt.expiresAt().isEmpty()) {
            return unreadable("exp");
        }
        Instant now = service.clock().instant();
        Instant ends = jwt.expiresAt().get();
        return ends.isAfter(now.minus(LEEWAY))
                ? Optional.empty()
                : Optional.of("It expired " + TimeWords.of(Duration.between(ends, now))
                        + " ago by this machine's clock: exp " + ends + ".");
    }

    /** It will expire one day. */
    Optional<String> expires() {
        return jwt.claim("exp").isPresent() ? Optional.empty() : Optional.of("It has no exp, so it never expires.");
    }

    private Optional<String> unreadable(String name) {
        return jwt.claim(name).map(value -> "Its " + name + " is no time, but " + ClaimValues.inWords(value) + ".");
    }

    static String quoted(Optional<?> value) {
        return value.map(ClaimValues::inWords).orElse("absent");
    }

    static String listed(List<String> texts) {
        return texts.isEmpty()
                ? "nobody"
                : String.join(", ", texts.stream().map(ClaimValues::inWords).toList());
    }
}

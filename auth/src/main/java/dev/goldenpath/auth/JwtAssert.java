package dev.goldenpath.auth;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about a {@link Jwt}. A failure shows what the token says, redacted, and never the token.
 *
 * <p>Those that need the keys or the issuer of the service fetch them when they are first needed, by calls of the
 * library's own: these prove nothing about a test. Where a token names a key that is not known, the keys are fetched
 * again, for the service may have rotated them; further unknown names wait until a second has passed since. They throw
 * {@link dev.goldenpath.environment.EnvironmentNotReadyException} when the service does not answer them with what it
 * should, and {@link dev.goldenpath.environment.ConfigurationException} when its {@code tokens} do not say where to ask.
 *
 * @since 0.1.0
 */
public final class JwtAssert extends AbstractAssert<JwtAssert, Jwt> {

    JwtAssert(Jwt actual) {
        super(actual, JwtAssert.class);
    }

    /**
     * Verifies all that makes a token of the service good, and lists all that is wrong: its key is known, its algorithm
     * allowed, its signature that of the key; its issuer and its audience are the service's, where these are known; it
     * is valid now, and expires one day.
     */
    public JwtAssert isSound() {
        isNotNull();
        KeyChecks keys = new KeyChecks(actual);
        ClaimChecks claims = new ClaimChecks(actual);
        List<String> wrong = Stream.of(
                        keys.knownKey(),
                        keys.allowedAlgorithm(),
                        keys.signature(),
                        claims.issuer(),
                        claims.audience(),
                        claims.begun(),
                        claims.unexpired(),
                        claims.expires())
                .flatMap(Optional::stream)
                // What hides the rest is found by several.
                .distinct()
                .toList();
        if (!wrong.isEmpty()) {
            failWithMessage("%s", JwtFailure.unsound(actual, wrong));
        }
        return this;
    }

    /**
     * Verifies that the token names a key which the service publishes now; rotation is followed. It need not name one of
     * a service whose keys have no names.
     */
    public JwtAssert hasKnownKey() {
        isNotNull();
        return sound("to name a key of service '" + actual.service().name() + "'", new KeyChecks(actual).knownKey());
    }

    /**
     * Verifies that {@code alg} is one of the service's {@code tokens.algorithms}, or where it declares none, one that
     * its keys are for. {@code none} never is.
     */
    public JwtAssert hasAllowedAlgorithm() {
        isNotNull();
        return sound("to have an allowed algorithm", new KeyChecks(actual).allowedAlgorithm());
    }

    /** Verifies that the signature is that of a key which the service publishes now; rotation is followed. */
    public JwtAssert isSignedByService() {
        isNotNull();
        return sound("to be signed by service '" + actual.service().name() + "'", new KeyChecks(actual).signature());
    }

    /**
     * Verifies that the token is valid already, and has not expired, by this machine's clock. The issuer's clock may be
     * 5 s off. A token without {@code nbf} is valid from the beginning, one without {@code exp} without end.
     */
    public JwtAssert isValidNow() {
        isNotNull();
        ClaimChecks claims = new ClaimChecks(actual);
        return sound("to be valid now", claims.unexpired().or(claims::begun));
    }

    /**
     * Verifies that {@code iss} is as the service declares, or else as its discovery document says.
     *
     * @throws IllegalStateException when neither says it
     */
    public JwtAssert hasTheServicesIssuer() {
        isNotNull();
        TokenService service = actual.service();
        if (service.issuer().isEmpty()) {
            throw new IllegalStateException("Nothing says who the issuer of service '" + service.name() + "' ("
                    + service.origin() + ") is. Add it as services." + service.name()
                    + ".tokens.issuer in goldenpath.yaml.");
        }
        return sound("to have the service's issuer", new ClaimChecks(actual).issuer());
    }

    /** Verifies the {@code alg} header. */
    public JwtAssert hasAlgorithm(String expected) {
        isNotNull();
        return same("alg", Optional.of(actual.algorithm()), expected);
    }

    /** Verifies the {@code kid} header. */
    public JwtAssert hasKeyId(String expected) {
        isNotNull();
        return same("kid", actual.keyId(), expected);
    }

    /** Verifies a header: numbers by their value, lists in order. */
    public JwtAssert hasHeader(String name, Object expected) {
        isNotNull();
        return same("header " + name, actual.header(name), expected);
    }

    /** Verifies the {@code sub} claim. */
    public JwtAssert hasSubject(String expected) {
        isNotNull();
        return same("subject", actual.subject(), expected);
    }

    /** Verifies the {@code iss} claim. */
    public JwtAssert hasIssuer(String expected) {
        isNotNull();
        return same("issuer", actual.issuer(), expected);
    }

    /** Verifies that the token is for this audience, and maybe for others. */
    public JwtAssert hasAudience(String expected) {
        isNotNull();
        return includes("be for", "it is for", actual.audience(), expected);
    }

    /** Verifies that this is among the scopes, a text or a list: {@code scope}, else {@code scp}. */
    public JwtAssert hasScope(String expected) {
        isNotNull();
        return includes("have the scope", "its scopes are", actual.scopes(), expected);
    }

    /** Verifies that there is a claim of this name, and that it is not {@code null}. */
    public JwtAssert hasClaim(String name) {
        isNotNull();
        if (actual.claim(name).isEmpty()) {
            fail(
                    "to have the claim " + name,
                    "its claims are " + String.join(", ", actual.claims().keySet()));
        }
        return this;
    }

    /** Verifies a claim: numbers by their value, lists in order. */
    public JwtAssert hasClaim(String name, Object expected) {
        isNotNull();
        return same("claim " + name, actual.claim(name), expected);
    }

    /** Verifies that there is no claim of this name, or that it is {@code null}. */
    public JwtAssert doesNotHaveClaim(String name) {
        isNotNull();
        actual.claim(name)
                .ifPresent(value -> fail("not to have the claim " + name, "it is " + ClaimValues.inWords(value)));
        return this;
    }

    /** Verifies that from {@code iat} to {@code exp} it is no longer than this. */
    public JwtAssert livesAtMost(Duration longest) {
        Duration lifetime = lifetime("at most", longest);
        if (lifetime.compareTo(longest) > 0) {
            fail("to live at most " + TimeWords.of(longest), "from iat to exp it is " + TimeWords.of(lifetime));
        }
        return this;
    }

    /** Verifies that from {@code iat} to {@code exp} it is no shorter than this. */
    public JwtAssert livesAtLeast(Duration shortest) {
        Duration lifetime = lifetime("at least", shortest);
        if (lifetime.compareTo(shortest) < 0) {
            fail("to live at least " + TimeWords.of(shortest), "from iat to exp it is " + TimeWords.of(lifetime));
        }
        return this;
    }

    private Duration lifetime(String bound, Duration limit) {
        isNotNull();
        if (actual.lifetime().isEmpty()) {
            fail(
                    "to live " + bound + " " + TimeWords.of(limit),
                    "its iat is " + ClaimChecks.quoted(actual.claim("iat")) + ", and its exp is "
                            + ClaimChecks.quoted(actual.claim("exp")));
        }
        return actual.lifetime().orElse(Duration.ZERO);
    }

    private JwtAssert sound(String expectation, Optional<String> problem) {
        problem.ifPresent(words -> failWithMessage("%s", JwtFailure.message(actual, expectation, words)));
        return this;
    }

    private JwtAssert same(String what, Optional<?> seen, Object expected) {
        Objects.requireNonNull(expected, "what the " + what + " should be");
        if (!ClaimValues.same(seen.orElse(null), expected)) {
            fail(
                    "to have the " + what + " " + ClaimValues.inWords(expected),
                    seen.isEmpty() ? "it has none" : "it is " + ClaimChecks.quoted(seen));
        }
        return this;
    }

    private JwtAssert includes(String verb, String seenWords, List<String> seen, String expected) {
        if (!seen.contains(expected)) {
            String those = seen.isEmpty() ? "none" : ClaimChecks.listed(seen);
            fail("to " + verb + " " + ClaimValues.inWords(expected), seenWords + " " + those);
        }
        return this;
    }

    private void fail(String expectation, String seen) {
        failWithMessage("%s", JwtFailure.but(actual, expectation, seen));
    }
}

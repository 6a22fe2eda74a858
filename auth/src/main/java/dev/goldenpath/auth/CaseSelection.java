package dev.goldenpath.auth;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.UserAccount;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which cases can be tried as one user, and why others can't, as far as the configuration tells: it makes no call.
 *
 * @param user as whom the call is made
 * @param another whose credentials are another user's; {@code null} where there is nobody
 * @param notTried the reason for each case that can't
 */
record CaseSelection(UserAccount user, @Nullable UserAccount another, Map<AuthCase, String> notTried) {
    private static final Map<String, String> NO_JWT = Map.of(
            "api-key", "an API key",
            "basic", "a user name with a password",
            "session", "a session cookie");

    /**
     * The selection for a user.
     *
     * @param anotherUser by name; empty for the first that will do
     * @param opaqueToken whether the token is declared to be no JSON Web Token
     * @throws ConfigurationException when one of both is not declared, or they are the same
     */
    static CaseSelection of(Environment environment, String name, String anotherUser, boolean opaqueToken) {
        UserAccount user = environment.user(name);
        Optional<UserAccount> another = anotherUser.isEmpty()
                ? environment.users().values().stream()
                        .filter(other -> !other.name().equals(name)
                                && other.grant().equals(user.grant())
                                && other.service().equals(user.service())
                                && !account(other).equals(account(user)))
                        // One of a pool may be somebody else's at the moment.
                        .min(Comparator.comparing(other -> isOfPool(environment, other)))
                : Optional.of(environment.user(anotherUser));
        if (another.filter(other -> other.name().equals(name)).isPresent()) {
            throw new ConfigurationException(
                    "@AuthMatrix(anotherUser = \"" + name
                            + "\") names the user that the call is made as. Name another one.",
                    List.of());
        }
        return new CaseSelection(user, another.orElse(null), notTried(environment, user, another, opaqueToken));
    }

    /** What tells two accounts of one grant apart: two declared users may well be one. */
    private static String account(UserAccount user) {
        return user.username()
                .or(() -> user.text("subject"))
                .or(() -> user.text("client-id"))
                .orElse(user.name());
    }

    private static boolean isOfPool(Environment environment, UserAccount user) {
        return environment.pools().values().stream()
                .anyMatch(pool -> pool.users().contains(user.name()));
    }

    private static Map<AuthCase, String> notTried(
            Environment environment, UserAccount user, Optional<UserAccount> another, boolean opaqueToken) {
        ServiceEndpoint issuer = user.service().map(environment::service).orElse(null);
        Map<AuthCase, String> reasons = new EnumMap<>(AuthCase.class);
        for (AuthCase each : AuthCase.values()) {
            String reason = each.needsJwt() ? withoutJwt(user, opaqueToken) : null;
            if (reason == null && each.needsSigning()) {
                reason = withoutSigning(user, issuer);
            }
            if (reason == null && each == AuthCase.HS256_WITH_PUBLIC_KEY) {
                reason = withoutKeys(user, issuer);
            }
            if (each == AuthCase.ANOTHER_USER && another.isEmpty()) {
                reason = "no other user: no other one of grant '" + user.grant() + "'"
                        + user.service()
                                .map(service -> " and service '" + service + "'")
                                .orElse("") + " is declared";
            }
            if (reason != null) {
                reasons.put(each, reason);
            }
        }
        return reasons;
    }

    private static @Nullable String withoutJwt(UserAccount user, boolean opaqueToken) {
        String other = NO_JWT.get(user.grant());
        if (other != null) {
            return "no JSON Web Token: " + user.name() + " calls with " + other;
        }
        boolean declared = user.grant().equals("token")
                && !ForgedTokens.isJwt(user.secret("token").reveal());
        return declared || opaqueToken
                ? "no JSON Web Token: the token of " + user.name() + " is declared to be none"
                : null;
    }

    private static @Nullable String withoutSigning(UserAccount user, @Nullable ServiceEndpoint issuer) {
        if (issuer == null) {
            return "no key: user '" + user.name() + "' names no service whose tokens.signing could be used";
        }
        return issuer.tokens() == null || issuer.tokens().signing() == null
                ? "no key: services." + issuer.name() + ".tokens.signing is not set"
                : null;
    }

    private static @Nullable String withoutKeys(UserAccount user, @Nullable ServiceEndpoint issuer) {
        if (issuer == null) {
            return "no public key: user '" + user.name() + "' names no service whose tokens.keys could be used";
        }
        return KeySet.isDeclared(issuer)
                ? null
                : "no public key: neither services." + issuer.name() + ".tokens.keys nor tokens.discovery is set";
    }

    /** Whether nothing is known that keeps the case from being tried. */
    boolean tries(AuthCase wanted) {
        return !notTried.containsKey(wanted);
    }
}

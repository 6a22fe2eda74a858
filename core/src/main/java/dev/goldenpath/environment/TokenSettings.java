package dev.goldenpath.environment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that a service issues: where what is needed to get and to verify them stands, and what they have to say.
 *
 * @param discovery path of its OpenID Connect discovery document, absent where it has none
 * @param keys path of its JSON Web Key Set, absent where discovery tells it, or nobody
 * @param issuer what {@code iss} has to be, absent where discovery tells it, or anything will do
 * @param audience of which {@code aud} has to have one, empty where any will do
 * @param algorithms those with which its tokens may be signed, empty where any that its keys are for will do
 * @param signing the key with which the project may sign tokens of its own, absent where it has none
 * @param origin where these settings stand
 * @since 0.1.0
 */
public record TokenSettings(
        @Nullable String discovery,
        @Nullable String keys,
        @Nullable String issuer,
        List<String> audience,
        List<String> algorithms,
        @Nullable SigningSettings signing,
        Origin origin) {

    /** Copies the lists. */
    public TokenSettings {
        audience = List.copyOf(audience);
        algorithms = List.copyOf(algorithms);
    }
}

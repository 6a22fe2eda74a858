package dev.goldenpath.environment;

import org.jspecify.annotations.Nullable;

/**
 * A key to sign tokens with that a service accepts as its own.
 *
 * @param key a JSON Web Key, a private key in PEM, or, for an algorithm of the HS family, the shared secret itself
 * @param algorithm such as {@code RS256}; absent where the key tells it
 * @param keyId the {@code kid} of the tokens; absent where the key tells it, or they have none
 * @since 0.1.0
 */
public record SigningSettings(
        Secret key, @Nullable String algorithm, @Nullable String keyId) {}

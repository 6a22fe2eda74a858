package dev.goldenpath.environment;

import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What TLS with a service needs besides what the JVM has. The key stores are read and checked together with the
 * configuration, and must not be changed. A {@link KeyStore} equals itself alone, so two of these are equal only where
 * they share theirs.
 *
 * @param trust the certificates to trust instead of the JVM's own, absent where those count
 * @param trustPassword what opened {@code trust}, absent where it needed none
 * @param identity the client's key and certificate, absent where it shows none
 * @param identityPassword opens the key in {@code identity}, absent exactly where there is none
 * @param pins what the SPKI SHA-256 digest of one certificate of the peer must be, each {@code sha256/} and Base64; empty
 *     where every trusted certificate will do
 * @param origin where these settings stand
 * @since 0.1.0
 */
public record TlsSettings(
        @Nullable KeyStore trust,
        @Nullable Secret trustPassword,
        @Nullable KeyStore identity,
        @Nullable Secret identityPassword,
        List<String> pins,
        Origin origin) {

    /** Copies the pins. */
    public TlsSettings {
        pins = List.copyOf(pins);
    }

    Stream<Secret> secrets() {
        return Stream.concat(
                Optional.ofNullable(trustPassword).stream(), Optional.ofNullable(identityPassword).stream());
    }
}

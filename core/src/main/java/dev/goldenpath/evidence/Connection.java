package dev.goldenpath.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an exchange went over.
 *
 * @param reused whether the connection had been opened for an earlier exchange
 * @param remoteAddress {@code address:port} of the peer, absent when no connection came about
 * @param localAddress {@code address:port} of this end, absent when no connection came about
 * @param proxy {@code host:port} of the proxy, absent without one; then the peer is the proxy
 * @param attempts every address that was tried, in order; empty on a reused connection
 * @param tls absent without TLS
 * @param sentBytes bytes of the request, before encryption
 * @param receivedBytes bytes of the answer as far as it was read, after decryption and before decompression
 * @since 0.1.0
 */
public record Connection(
        boolean reused,
        @Nullable String remoteAddress,
        @Nullable String localAddress,
        @Nullable String proxy,
        List<Attempt> attempts,
        @Nullable Tls tls,
        long sentBytes,
        long receivedBytes) {

    /** Copies the attempts. */
    public Connection {
        attempts = List.copyOf(attempts);
    }

    /** The same with other facts of TLS. */
    public Connection with(Tls other) {
        return new Connection(reused, remoteAddress, localAddress, proxy, attempts, other, sentBytes, receivedBytes);
    }

    /**
     * One try to connect to one address.
     *
     * @param address {@code address:port}
     * @param took from the try's begin to its end
     * @param failure why it failed, absent when it connected
     */
    public record Attempt(
            String address, Duration took, @Nullable String failure) {}

    /**
     * What both ends agreed on, and who the peer is.
     *
     * @param protocol for example {@code TLSv1.3}
     * @param cipher the cipher suite
     * @param certificateSha256 lower-case hexadecimal digest of the peer's certificate, absent when it showed none
     * @param certificateSubject whom that certificate is for
     * @param certificateExpires until when it is valid
     * @param pin of its public key, as {@code tls.pins} takes it: {@code sha256/} and the Base64 of the SPKI digest
     */
    public record Tls(
            String protocol,
            String cipher,
            @Nullable String certificateSha256,
            @Nullable String certificateSubject,
            @Nullable Instant certificateExpires,
            @Nullable String pin) {

        /** The same with the certificate's subject in these words. */
        public Tls named(String subject) {
            return new Tls(protocol, cipher, certificateSha256, subject, certificateExpires, pin);
        }
    }
}

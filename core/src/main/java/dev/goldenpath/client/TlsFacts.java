package dev.goldenpath.client;

import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.Sha256;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a TLS session tells of the peer; once a session, for all exchanges that use it.
 *
 * @since 0.1.0
 */
public final class TlsFacts {
    private static final String KEPT = TlsFacts.class.getName();

    private TlsFacts() {}

    /** {@code null} without TLS. */
    public static Connection.@Nullable Tls of(@Nullable SSLSession session) {
        if (session == null) {
            return null;
        }
        if (session.getValue(KEPT) instanceof Connection.Tls kept) {
            return kept;
        }
        Connection.Tls read = of(session.getProtocol(), session.getCipherSuite(), peerOf(session));
        session.putValue(KEPT, read);
        return read;
    }

    /** What is known of a connection whose peer shows {@code certificate}, absent where it shows none. */
    public static Connection.Tls of(String protocol, String cipher, @Nullable X509Certificate certificate) {
        return new Connection.Tls(
                protocol,
                cipher,
                certificate == null ? null : fingerprint(certificate),
                certificate == null
                        ? null
                        : certificate.getSubjectX500Principal().getName(),
                certificate == null ? null : certificate.getNotAfter().toInstant(),
                certificate == null ? null : Spki.pin(certificate));
    }

    private static @Nullable X509Certificate peerOf(SSLSession session) {
        try {
            Certificate[] chain = session.getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate leaf ? leaf : null;
        } catch (SSLPeerUnverifiedException e) {
            return null;
        }
    }

    private static @Nullable String fingerprint(X509Certificate certificate) {
        try {
            return Sha256.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            return null;
        }
    }
}

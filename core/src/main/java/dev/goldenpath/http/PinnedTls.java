package dev.goldenpath.http;

import dev.goldenpath.client.Spki;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.TlsSettings;
import java.io.IOException;
import java.net.Socket;
import java.security.cert.Certificate;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/**
 * Shakes hands, and lets no request out to the service's host unless a certificate of its chain has a key that is
 * pinned. Other hosts, to which a redirect leads, are not the service's. Thread-safe.
 */
final class PinnedTls implements TlsSocketStrategy {
    private final TlsSocketStrategy handshakes;
    private final String host;
    private final TlsSettings settings;

    private PinnedTls(TlsSocketStrategy handshakes, String host, TlsSettings settings) {
        this.handshakes = handshakes;
        this.host = host;
        this.settings = settings;
    }

    /** {@code handshakes} with the pins of the service, or as they are where it has none. */
    static TlsSocketStrategy of(ServiceEndpoint service, TlsSocketStrategy handshakes) {
        TlsSettings settings = service.tls();
        return settings == null || settings.pins().isEmpty()
                ? handshakes
                : new PinnedTls(handshakes, service.requiredUrl().getHost(), settings);
    }

    @Override
    public SSLSocket upgrade(
            Socket socket, String target, int port, @Nullable Object attachment, @Nullable HttpContext context)
            throws IOException {
        SSLSocket safe = handshakes.upgrade(socket, target, port, attachment, context);
        if (target.equalsIgnoreCase(host)) {
            Optional<String> refusal = Spki.refusal(peerOf(safe), settings);
            if (refusal.isPresent()) {
                Closer.closeQuietly(safe);
                throw new SSLException(refusal.get());
            }
        }
        return safe;
    }

    private static Certificate[] peerOf(SSLSocket safe) throws IOException {
        try {
            return safe.getSession().getPeerCertificates();
        } catch (SSLException e) {
            Closer.closeQuietly(safe);
            throw e;
        }
    }
}

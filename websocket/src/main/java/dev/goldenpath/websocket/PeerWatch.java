package dev.goldenpath.websocket;

import dev.goldenpath.client.Spki;
import dev.goldenpath.client.TlsFacts;
import dev.goldenpath.environment.TlsSettings;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Trusts whom another trusts, where one of its keys is pinned, and tells who that was. Thread-safe. */
final class PeerWatch extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager trust;
    private final @Nullable TlsSettings settings;
    private final HandshakeTrace trace;

    PeerWatch(X509ExtendedTrustManager trust, @Nullable TlsSettings settings, HandshakeTrace trace) {
        this.trust = trust;
        this.settings = settings;
        this.trace = trace;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        trust.checkServerTrusted(chain, authType, engine);
        Optional<String> refusal = settings == null ? Optional.empty() : Spki.refusal(chain, settings);
        if (refusal.isPresent()) {
            throw new CertificateException(refusal.get());
        }
        if (trace.isAbandoned()) {
            // The request is written already, and goes out as soon as there is TLS.
            throw new CertificateException("The handshake was given up before there was TLS.");
        }
        SSLSession session = engine.getHandshakeSession();
        trace.trusted(TlsFacts.of(session.getProtocol(), session.getCipherSuite(), chain[0]));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("A WebSocket has an engine.");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("A WebSocket has an engine.");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        trust.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        trust.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        trust.checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }
}

package dev.goldenpath.websocket;

import dev.goldenpath.environment.Secret;
import dev.goldenpath.environment.TlsSettings;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.client.SslEngineConfigurator;
import org.jspecify.annotations.Nullable;

/**
 * TLS with one service. Each handshake is one of its own, never the continuation of an earlier one: only then the peer
 * shows who it is. Thread-safe.
 */
final class SocketTls {
    private final KeyManager @Nullable [] keys;
    private final X509ExtendedTrustManager trust;
    private final @Nullable TlsSettings settings;

    private SocketTls(KeyManager @Nullable [] keys, X509ExtendedTrustManager trust, @Nullable TlsSettings settings) {
        this.keys = keys;
        this.trust = trust;
        this.settings = settings;
    }

    /** As these settings say; with {@code null}, with what the JVM trusts and without a certificate of its own. */
    static SocketTls of(@Nullable TlsSettings settings) {
        try {
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(settings == null ? null : settings.trust());
            X509ExtendedTrustManager trust = Stream.of(trusted.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("this JDK has no manager of X.509 trust"));
            return new SocketTls(keys(settings), trust, settings);
        } catch (GeneralSecurityException e) {
            throw unusable(settings, e);
        }
    }

    private static KeyManager @Nullable [] keys(@Nullable TlsSettings settings) throws GeneralSecurityException {
        if (settings == null || settings.identity() == null) {
            return null;
        }
        Secret password = settings.identityPassword();
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(
                settings.identity(),
                password == null ? new char[0] : password.reveal().toCharArray());
        return factory.getKeyManagers();
    }

    /** What Tyrus needs for one handshake, whose trace is told whom it trusted. */
    Map<String, Object> properties(HandshakeTrace trace) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {new PeerWatch(trust, settings, trace)}, null);
            return Map.of(ClientProperties.SSL_ENGINE_CONFIGURATOR, new SslEngineConfigurator(context));
        } catch (GeneralSecurityException e) {
            throw unusable(settings, e);
        }
    }

    private static IllegalStateException unusable(@Nullable TlsSettings settings, GeneralSecurityException e) {
        String where = settings == null ? "The JVM's TLS settings" : "The TLS settings at " + settings.origin();
        return new IllegalStateException(where + " can't be used: " + e, e);
    }
}

package dev.goldenpath.readiness;

import dev.goldenpath.client.TlsReason;
import dev.goldenpath.environment.TlsSettings;
import dev.goldenpath.evidence.ServiceState;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Shakes hands and looks at the certificate: {@code tls: db.example.com:5433}. */
final class TlsProbe implements ProbeProvider {

    @Override
    public String kind() {
        return "tls";
    }

    @Override
    public ServiceCheck check(ProbeTarget target) {
        HostAndPort place = HostAndPort.of(target.text());
        SSLContext context = context(target.service().tls());
        Duration limit = target.service().timeouts().connect();
        return () -> look(place, context, limit);
    }

    private static Sight look(HostAndPort place, SSLContext context, Duration limit) {
        String what = "TLS " + place;
        try (Socket plain = TcpProbe.connected(place, limit)) {
            return shaken(what, place, plain, context, limit);
        } catch (SSLException e) {
            return Sight.of(ServiceState.UNREACHABLE, what + ": " + TlsReason.of(e));
        } catch (IOException e) {
            return Sight.of(ServiceState.UNREACHABLE, what + ": " + ConnectWords.of(e));
        }
    }

    private static Sight shaken(String what, HostAndPort place, Socket plain, SSLContext context, Duration limit)
            throws IOException {
        try (SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(plain, place.bareHost(), place.port(), true)) {
            socket.setSoTimeout(Math.toIntExact(limit.toMillis()));
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            Instant expires = socket.getSession().getPeerCertificates()[0] instanceof X509Certificate certificate
                    ? certificate.getNotAfter().toInstant()
                    : Instant.MAX;
            return Sight.of(ServiceState.HEALTHY, what + " → certificate valid until " + expires);
        } catch (SocketTimeoutException e) {
            return Sight.of(ServiceState.UNREACHABLE, what + ": connected, but no TLS handshake in time");
        }
    }

    private static SSLContext context(@Nullable TlsSettings settings) {
        KeyStore trust = settings == null ? null : settings.trust();
        try {
            if (trust == null) {
                return SSLContext.getDefault();
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trust);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("can't be asked with the TLS settings of its service: " + e, e);
        }
    }
}

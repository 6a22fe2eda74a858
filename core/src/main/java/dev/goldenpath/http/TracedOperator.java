package dev.goldenpath.http;

import dev.goldenpath.evidence.NetworkPhase;
import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Opens connections and tells their exchange when the TLS handshake begins and ends. */
final class TracedOperator extends DefaultHttpClientConnectionOperator {
    private final CurrentTrace current;

    private TracedOperator(CurrentTrace current, SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
        super(
                new Sockets(current),
                ports,
                names,
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register(URIScheme.HTTPS.id, tls)
                        .build());
        this.current = current;
    }

    /** A pool of connections that this opens. */
    static PoolingHttpClientConnectionManagerBuilder pool(CurrentTrace current) {
        return new Pool(current);
    }

    @Override
    protected void onBeforeTlsHandshake(HttpContext context, HttpHost host) {
        current.get().timer().begin(NetworkPhase.TLS);
    }

    @Override
    protected void onAfterTlsHandshake(HttpContext context, HttpHost host) {
        current.get().timer().end(NetworkPhase.TLS);
    }

    private static final class Pool extends PoolingHttpClientConnectionManagerBuilder {
        private final CurrentTrace current;
        private final AtomicLong opened = new AtomicLong();

        Pool(CurrentTrace current) {
            this.current = current;
            setDnsResolver(new TracedResolver(current));
            setConnectionFactory(this::connection);
        }

        private SilentConnection connection(@Nullable Socket socket) throws IOException {
            SilentConnection connection = new SilentConnection("goldenpath-" + opened.incrementAndGet());
            if (socket != null) {
                connection.bind(socket);
            }
            return connection;
        }

        @Override
        protected HttpClientConnectionOperator createConnectionOperator(
                SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
            return new TracedOperator(current, ports, names, tls);
        }
    }

    private record Sockets(CurrentTrace current) implements DetachedSocketFactory {
        @Override
        public Socket create(@Nullable Proxy socksProxy) {
            return new TracedSocket(current, socksProxy == null ? Proxy.NO_PROXY : socksProxy);
        }
    }
}

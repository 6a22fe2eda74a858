package dev.goldenpath.http;

import dev.goldenpath.environment.ProxySettings;
import dev.goldenpath.environment.Secret;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.TlsSettings;
import dev.goldenpath.evidence.Redaction;
import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.DefaultClientConnectionReuseStrategy;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContextBuilder;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** The way to one service: its pool of connections, with its limits, its proxy and its TLS settings. Thread-safe. */
final class ServiceTransport implements AutoCloseable {
    private static final String SHARED = "shared";
    private static final String UNTOLD = "/" + Redaction.MASK;
    /** A connection idle for longer is looked at before it is used: its peer may have closed it. */
    private static final TimeValue TRUSTED_IDLE = TimeValue.ofMilliseconds(200);

    private final CurrentTrace current = new CurrentTrace();
    private final CloseableHttpClient client;
    private final @Nullable ProxySettings proxy;

    ServiceTransport(ServiceEndpoint service, int mostConnections) {
        proxy = service.proxy();
        Timeout connect = Timeout.of(service.timeouts().connect());
        Timeout silence = Timeout.of(service.timeouts().silence());
        HttpClientBuilder builder = HttpClients.custom()
                .setConnectionManager(TracedOperator.pool(current)
                        .setTlsSocketStrategy(PinnedTls.of(service, new DefaultClientTlsStrategy(tls(service.tls()))))
                        .setDefaultTlsConfig(
                                TlsConfig.custom().setHandshakeTimeout(connect).build())
                        .setMaxConnTotal(mostConnections)
                        .setMaxConnPerRoute(mostConnections)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(silence)
                                .setValidateAfterInactivity(TRUSTED_IDLE)
                                .build())
                        .build())
                .setRequestExecutor(new TracedExecutor(current))
                .setConnectionReuseStrategy(ServiceTransport::isKept)
                .addExecInterceptorBefore(ChainElement.CONNECT.name(), "asked", (request, scope, chain) -> {
                    current.get().asked(scope.route.getProxyHost());
                    return chain.proceed(request, scope);
                })
                .addExecInterceptorLast("connected", (request, scope, chain) -> {
                    current.get().timer().end();
                    LateHeaders.renew(request, scope.clientContext);
                    return chain.proceed(request, scope);
                })
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(silence)
                        // A challenge would be answered by a second request that nobody asked for.
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("golden-path")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableAuthCaching()
                // Exchange keeps and sends them: the client's log would tell their values.
                .disableCookieManagement()
                // Two users may share a connection, as they do behind any proxy.
                .disableConnectionState()
                .disableContentCompression();
        if (proxy != null) {
            builder.setProxy(HttpHost.create(proxy.url()));
        }
        client = builder.build();
    }

    /** Has an exchange take an idle connection where there is one, or open its own, which is closed after it. */
    static void chooseConnection(HttpClientContext context, boolean own) {
        // None in the pool is of a new state. One without a state would do for every state, so all have one.
        context.setUserToken(own ? new OwnConnection() : SHARED);
    }

    /** Equals itself alone. */
    private static final class OwnConnection {}

    private static boolean isKept(HttpRequest request, HttpResponse response, HttpContext context) {
        return !(HttpClientContext.cast(context).getUserToken() instanceof OwnConnection)
                && DefaultClientConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context);
    }

    /** Sends a request; the answer's body is still to be read, and the answer to be closed. */
    ClassicHttpResponse open(HttpUriRequestBase request, HttpClientContext context, ConnectionTrace trace)
            throws IOException {
        authorizeAtProxy(context);
        // Path and query may hold secrets, and the client's log tells both.
        trace.keepTarget(request.getPath());
        request.setPath(UNTOLD);
        current.begin(trace);
        try {
            return client.executeOpen(null, request, context);
        } finally {
            current.end();
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    private void authorizeAtProxy(HttpClientContext context) {
        ProxySettings settings = proxy;
        String username = settings == null ? null : settings.username();
        Secret password = settings == null ? null : settings.password();
        if (settings != null && username != null && password != null) {
            BasicScheme unasked = new BasicScheme();
            unasked.initPreemptive(
                    new UsernamePasswordCredentials(username, password.reveal().toCharArray()));
            context.resetAuthExchange(HttpHost.create(settings.url()), unasked);
        }
    }

    private static SSLContext tls(@Nullable TlsSettings settings) {
        if (settings == null) {
            return SSLContexts.createSystemDefault();
        }
        try {
            SSLContextBuilder builder = SSLContexts.custom();
            if (settings.trust() != null) {
                builder.loadTrustMaterial(settings.trust(), null);
            }
            Secret password = settings.identityPassword();
            if (settings.identity() != null) {
                builder.loadKeyMaterial(
                        settings.identity(),
                        password == null ? new char[0] : password.reveal().toCharArray());
            }
            return builder.build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The TLS settings at " + settings.origin() + " can't be used: " + e, e);
        }
    }
}

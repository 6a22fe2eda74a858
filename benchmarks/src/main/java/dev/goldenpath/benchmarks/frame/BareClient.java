package dev.goldenpath.benchmarks.frame;

import java.io.IOException;
import java.net.InetAddress;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.cookie.StandardCookieSpec;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The HTTP client that the library is built on, with the settings that the library gives it, and nothing else. */
public final class BareClient {
    private BareClient() {}

    /** A new one, which knows 127.0.0.1 by this name and looks up no other. */
    public static CloseableHttpClient of(String host) throws IOException {
        InMemoryDnsResolver names = new InMemoryDnsResolver();
        names.add(host, InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setMaxConnTotal(10_000)
                        .setMaxConnPerRoute(10_000)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofSeconds(10))
                                .setSocketTimeout(Timeout.ofSeconds(30))
                                .setValidateAfterInactivity(TimeValue.ofMilliseconds(200))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.ofSeconds(30))
                        .setCookieSpec(StandardCookieSpec.STRICT)
                        .setAuthenticationEnabled(false)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableAuthCaching()
                .disableConnectionState()
                .disableContentCompression()
                .build();
    }
}

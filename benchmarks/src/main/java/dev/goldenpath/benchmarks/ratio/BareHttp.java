package dev.goldenpath.benchmarks.ratio;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.cookie.StandardCookieSpec;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The HTTP client that the library is built on, configured as the library configures it, and nothing else. */
final class BareHttp implements Variant {
    private final CloseableHttpClient client;
    private final URI url;
    private final Map<String, List<String>> headers;
    private final byte[] body = Payload.QUESTION.getBytes(StandardCharsets.UTF_8);

    /** Sends {@code headers}, and those that the protocol adds. */
    BareHttp(URI url, Map<String, List<String>> headers) throws IOException {
        this.url = url;
        this.headers = headers;
        InMemoryDnsResolver names = new InMemoryDnsResolver();
        names.add(url.getHost(), InetAddress.getByAddress(url.getHost(), new byte[] {127, 0, 0, 1}));
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setMaxConnTotal(256)
                        .setMaxConnPerRoute(256)
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

    @Override
    public void call() throws IOException {
        HttpPost request = new HttpPost(url);
        headers.forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
        request.setEntity(new ByteArrayEntity(body, null));
        byte[] answer = client.execute(request, response -> {
            byte[] read = EntityUtils.toByteArray(response.getEntity());
            return response.getCode() == 200 ? read : new byte[0];
        });
        if (answer.length != Payload.BYTES) {
            throw new IOException("The bare client got no whole answer.");
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}

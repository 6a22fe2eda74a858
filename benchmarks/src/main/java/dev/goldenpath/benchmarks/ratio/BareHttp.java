package dev.goldenpath.benchmarks.ratio;

import dev.goldenpath.benchmarks.frame.BareClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** The HTTP client that the library is built on, configured as the library configures it, and nothing else. */
final class BareHttp implements Variant {
    private final CloseableHttpClient client;
    private final URI url;
    private final Map<String, List<String>> headers;
    private final byte[] body = Payload.QUESTION.getBytes(StandardCharsets.UTF_8);

    /** Sends {@code headers}, and those that the protocol adds. */
    BareHttp(URI url, Map<String, List<String>> headers) throws IOException {
        this(BareClient.of(url.getHost()), url, headers);
    }

    /** As above, with the connections of {@code client}, which is closed with this. */
    BareHttp(CloseableHttpClient client, URI url, Map<String, List<String>> headers) {
        this.client = client;
        this.url = url;
        this.headers = headers;
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

package dev.goldenpath.benchmarks.probes;

import dev.goldenpath.benchmarks.frame.BareClient;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** The calls of the probes alone, all at once, each on a thread of its own. */
final class BareProbes {
    private BareProbes() {}

    /** Returns when every one of them has answered with 200. */
    static void ask(List<URI> services) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(services.size());
        try (CloseableHttpClient client = BareClient.of(services.get(0).getHost())) {
            List<Future<Integer>> calls = new ArrayList<>();
            for (URI service : services) {
                calls.add(threads.submit(() -> status(client, service.resolve("/health"))));
            }
            for (Future<Integer> call : calls) {
                if (call.get() != 200) {
                    throw new IOException("A service answered the bare client with " + call.get() + ".");
                }
            }
        } catch (ExecutionException e) {
            throw new IOException("A call of the bare client broke.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the services were asked.", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static int status(CloseableHttpClient client, URI url) throws IOException {
        return client.execute(new HttpGet(url), response -> {
            EntityUtils.consume(response.getEntity());
            return response.getCode();
        });
    }
}

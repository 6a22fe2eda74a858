package dev.goldenpath.benchmarks.ratio;

import dev.goldenpath.benchmarks.frame.ServiceScene;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The library's own client, as a test has it injected: evidence on, a run log written, a user with a bearer token, and
 * secrets to look for.
 */
final class RecordedHttp implements Variant {
    private final Secrets secrets = new Secrets();
    private final BlockLog log;
    private final ServiceScene scene;
    private final ServiceClient client;

    RecordedHttp(URI url, Path folder) throws IOException {
        log = new BlockLog(folder);
        scene = new ServiceScene(folder, log);
        secrets.addTo(scene.redaction());
        client = scene.withToken("backend", url, secrets.token());
    }

    /** Makes a call, and tells the headers it sent, for another client to send the same. */
    Map<String, List<String>> headers() throws IOException {
        prepare();
        call();
        finish();
        verify(1);
        HttpExchange exchange = (HttpExchange) scene.recording().latest().get(0).evidence();
        return SentHeaders.of(exchange, secrets.token());
    }

    @Override
    public void prepare() throws IOException {
        log.begin(scene.clock(), scene.redaction());
    }

    @Override
    public void call() throws IOException {
        ServiceResponse response = client.post("/orders")
                .body(Payload.QUESTION, "application/json")
                .send();
        if (response.status() != 200 || response.bytes().length != Payload.BYTES) {
            throw new IOException("The library's client got no whole answer.");
        }
    }

    @Override
    public void finish() {
        log.writeAll();
    }

    @Override
    public void verify(int calls) throws IOException {
        log.end(calls);
    }

    @Override
    public void close() {
        scene.close();
    }
}

package dev.goldenpath.benchmarks.ratio;

import jakarta.websocket.Session;
import java.io.IOException;
import java.net.URI;

/** A session of Tyrus alone at every call. */
final class BareConnect implements Variant {
    private final Events events = new Events();
    private final BareTyrus tyrus = new BareTyrus();
    private final URI url;

    BareConnect(URI url) {
        this.url = url;
    }

    @Override
    public void call() throws IOException {
        EchoEndpoint endpoint = new EchoEndpoint();
        try (Session session = tyrus.connect(endpoint, url)) {
            endpoint.roundTrip(session, events.next());
        }
    }

    @Override
    public void close() {
        tyrus.close();
    }
}

package dev.goldenpath.benchmarks.ratio;

import jakarta.websocket.Session;
import java.io.IOException;
import java.net.URI;

/** Round trips over one session of Tyrus alone. */
final class BareSocket implements Variant {
    private final Events events = new Events();
    private final BareTyrus tyrus = new BareTyrus();
    private final EchoEndpoint endpoint = new EchoEndpoint();
    private final Session session;

    BareSocket(URI url) throws IOException {
        session = tyrus.connect(endpoint, url);
    }

    @Override
    public void call() throws IOException {
        endpoint.roundTrip(session, events.next());
    }

    @Override
    public void close() throws IOException {
        session.close();
        tyrus.close();
    }
}

package dev.goldenpath.websocket;

import dev.goldenpath.environment.EventSettings;
import dev.goldenpath.environment.Origin;
import dev.goldenpath.environment.ProbeSettings;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.SocketSettings;
import dev.goldenpath.environment.Timeouts;
import dev.goldenpath.environment.TlsSettings;
import java.net.URI;
import java.util.Map;

/** The service {@code backend}, as a {@code goldenpath.yaml} would declare it. */
final class Endpoints {
    private Endpoints() {}

    static ServiceEndpoint of(URI url, EventSettings events, SocketSettings settings) {
        return of(url, events, settings, null, Timeouts.DEFAULT);
    }

    static ServiceEndpoint of(
            URI url, EventSettings events, SocketSettings settings, TlsSettings tls, Timeouts timeouts) {
        return new ServiceEndpoint(
                "backend",
                url,
                new Origin("goldenpath.yaml:7"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                events,
                settings,
                Map.of(),
                timeouts,
                null,
                tls,
                false,
                null,
                ProbeSettings.NONE);
    }
}

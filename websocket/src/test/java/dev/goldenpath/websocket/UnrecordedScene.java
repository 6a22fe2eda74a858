package dev.goldenpath.websocket;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.environment.EventSettings;
import dev.goldenpath.environment.SocketSettings;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** One test's client, whose evidence nobody keeps. */
final class UnrecordedScene implements AutoCloseable {
    private final TyrusClientProvider provider = new TyrusClientProvider();
    private final Recording recording =
            new Ledger(RunClock.start(Clock.systemUTC()), List.of()).ofTest("class/test", 1);
    private final URI url;

    UnrecordedScene(URI url) {
        this.url = url;
        recording.enter(Phase.TEST);
    }

    ServiceSocket socket() {
        return provider.create(ClientContext.ofTest(
                Endpoints.of(url, EventSettings.ofType("/type"), SocketSettings.DEFAULT),
                null,
                () -> recording,
                new Redaction()));
    }

    @Override
    public void close() {
        provider.close();
    }
}

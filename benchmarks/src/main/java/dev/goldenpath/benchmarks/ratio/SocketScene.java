package dev.goldenpath.benchmarks.ratio;

import dev.goldenpath.benchmarks.frame.ServiceScene;
import dev.goldenpath.websocket.MessageReader;
import dev.goldenpath.websocket.ReceivedMessage;
import dev.goldenpath.websocket.ServiceSocket;
import dev.goldenpath.websocket.SocketSession;
import dev.goldenpath.websocket.TyrusClientProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The library's own WebSocket client, as a test has it injected: evidence on, a run log written, a user with a bearer
 * token, and secrets to look for.
 */
final class SocketScene implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Events events = new Events();
    private final TyrusClientProvider provider = new TyrusClientProvider();
    private final BlockLog log;
    private final ServiceScene scene;
    private final ServiceSocket socket;

    SocketScene(URI url, Path folder) throws IOException {
        Secrets secrets = new Secrets();
        log = new BlockLog(folder);
        scene = new ServiceScene(folder, log);
        secrets.addTo(scene.redaction());
        socket = provider.create(scene.context("backend", url, List.of("events: { type: /type }"), secrets.token()));
    }

    /** Starts the log of the next block; nothing can be recorded before. */
    void begin() throws IOException {
        log.begin(scene.clock(), scene.redaction());
    }

    SocketSession connect() {
        return socket.connect("/echo");
    }

    /** Sends an event and waits for its echo. */
    void roundTrip(SocketSession session, MessageReader reader) throws IOException {
        String event = events.next();
        session.send(event);
        Optional<ReceivedMessage> echo = reader.next(LIMIT);
        if (echo.isEmpty() || !echo.get().text().equals(event)) {
            throw new IOException("The library's client got no echo.");
        }
    }

    /** Waits until all evidence is written. */
    void writeAll() {
        log.writeAll();
    }

    /** Ends the log of the block, and throws unless it has so many lines of evidence. */
    void end(int lines) throws IOException {
        log.end(lines);
    }

    @Override
    public void close() {
        provider.close();
        scene.close();
    }
}

package dev.goldenpath.benchmarks.ratio;

import dev.goldenpath.websocket.SocketSession;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** A session of the library's own client at every call. */
final class RecordedConnect implements Variant {
    /** The handshake, the close, and what is sent and received in between. */
    private static final int LINES_OF_A_CALL = 4;

    private final SocketScene scene;

    RecordedConnect(URI url, Path folder) throws IOException {
        scene = new SocketScene(url, folder);
    }

    @Override
    public void prepare() throws IOException {
        scene.begin();
    }

    @Override
    public void call() throws IOException {
        try (SocketSession session = scene.connect()) {
            scene.roundTrip(session, session.reader());
        }
    }

    @Override
    public void finish() {
        scene.writeAll();
    }

    @Override
    public void verify(int calls) throws IOException {
        scene.end(LINES_OF_A_CALL * calls);
    }

    @Override
    public void close() {
        scene.close();
    }
}

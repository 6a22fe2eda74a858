package dev.goldenpath.benchmarks.ratio;

import dev.goldenpath.websocket.MessageReader;
import dev.goldenpath.websocket.SocketSession;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Round trips over one session of the library's own client. */
final class RecordedSocket implements Variant {
    /** One that is sent and one that is received. */
    static final int MESSAGES_OF_A_CALL = 2;

    private final SocketScene scene;
    private final SocketSession session;
    private final MessageReader reader;

    RecordedSocket(URI url, Path folder) throws IOException {
        scene = new SocketScene(url, folder);
        scene.begin();
        session = scene.connect();
        reader = session.reader();
        scene.writeAll();
        scene.end(1);
    }

    @Override
    public void prepare() throws IOException {
        scene.begin();
    }

    @Override
    public void call() throws IOException {
        scene.roundTrip(session, reader);
    }

    @Override
    public void finish() {
        scene.writeAll();
    }

    @Override
    public void verify(int calls) throws IOException {
        scene.end(MESSAGES_OF_A_CALL * calls);
    }

    @Override
    public void close() throws IOException {
        scene.begin();
        session.close();
        scene.writeAll();
        scene.end(1);
        scene.close();
    }
}

package dev.goldenpath.benchmarks.ratio;

import dev.goldenpath.benchmarks.frame.UsersScene;
import dev.goldenpath.evidence.EvidenceSink;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.WsMessage;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import dev.goldenpath.users.Journey;
import dev.goldenpath.users.VirtualUser;
import dev.goldenpath.websocket.MessageReader;
import dev.goldenpath.websocket.ReceivedMessage;
import dev.goldenpath.websocket.ServiceSocket;
import dev.goldenpath.websocket.SocketSession;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The library's own users, as a test has them injected; a call is the work of all, until its evidence is in the log. */
final class RecordedUsers implements Variant {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    /** An exchange, a message that is sent and one that is received. */
    private static final int CALLS_OF_AN_ITERATION = 3;

    private final UsersWork work;
    private final BlockLog log;
    private final UsersScene scene;
    private final AtomicInteger recorded = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();

    RecordedUsers(UsersWork work, Path folder) throws IOException {
        this.work = work;
        log = new BlockLog(folder);
        Map<String, String> services = new LinkedHashMap<>();
        services.put("backend", "{ url: '" + work.http() + "' }");
        services.put("chat", "{ url: '" + work.socket() + "', events: { type: /type } }");
        EvidenceSink counted = this::count;
        scene = new UsersScene(folder, services, work.tokens(), counted);
    }

    private void count(RecordedEvidence evidence) {
        recorded.incrementAndGet();
        String kind = evidence.observed().kind();
        if (kind.equals(HttpExchange.KIND) || kind.equals(WsMessage.KIND)) {
            calls.incrementAndGet();
        }
        log.accept(evidence);
    }

    /** Has each user make one HTTP call, and tells one of them, for another client to send the same. */
    HttpExchange sample() throws IOException {
        prepare();
        together(user -> post(user.http("backend")));
        log.end(recorded.get());
        return scene.recording().latest().stream()
                .filter(evidence -> evidence.observed().kind().equals(HttpExchange.KIND))
                .map(evidence -> (HttpExchange) evidence.evidence())
                .findFirst()
                .orElseThrow(() -> new IOException("No call of the library's client is in the evidence."));
    }

    @Override
    public void prepare() throws IOException {
        recorded.set(0);
        calls.set(0);
        log.begin(scene.clock(), scene.redaction());
    }

    @Override
    public void call() throws IOException {
        together(this::live);
    }

    private void together(Journey journey) throws IOException {
        scene.together(UsersWork.LIMIT, journey);
        log.writeAll();
    }

    private void live(VirtualUser user) throws Exception {
        Events events = new Events();
        ServiceClient backend = user.http("backend");
        try (SocketSession chat = user.client("chat", ServiceSocket.class).connect("/echo")) {
            MessageReader reader = chat.reader();
            for (int i = 0; i < work.iterations(); i++) {
                user.step("post", () -> post(backend));
                user.step("say", () -> say(chat, reader, events.next()));
            }
        }
    }

    private static void post(ServiceClient backend) throws IOException {
        ServiceResponse response = backend.post("/orders")
                .body(Payload.QUESTION, "application/json")
                .send();
        if (response.status() != 200 || response.bytes().length != Payload.BYTES) {
            throw new IOException("The library's client got no whole answer.");
        }
    }

    private static void say(SocketSession chat, MessageReader reader, String event) throws IOException {
        chat.send(event);
        Optional<ReceivedMessage> echo = reader.next(LIMIT);
        if (echo.isEmpty() || !echo.get().text().equals(event)) {
            throw new IOException("The library's client got no echo.");
        }
    }

    @Override
    public void verify(int blocks) throws IOException {
        log.end(recorded.get());
        int expected = blocks * CALLS_OF_AN_ITERATION * work.users() * work.iterations();
        if (calls.get() != expected) {
            throw new IOException("There are " + calls.get() + " calls and messages in the evidence in the place of "
                    + expected + ".");
        }
    }

    @Override
    public void close() {
        scene.close();
    }
}

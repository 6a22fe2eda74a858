package dev.goldenpath.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goldenpath.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A page of a browser, driven by the Chrome DevTools Protocol, one command after the other. */
final class DevToolsPage implements AutoCloseable {
    private static final int LIMIT_SECONDS = 60;

    private final JsonMapper mapper = new JsonMapper();
    private final WebSocket socket;
    private final Answers answers;
    private final List<JsonNode> events = new ArrayList<>();
    private int commands;

    private DevToolsPage(WebSocket socket, Answers answers) {
        this.socket = socket;
        this.answers = answers;
    }

    static DevToolsPage connect(HttpClient http, URI address) throws IOException {
        Answers answers = new Answers();
        DevToolsPage page = new DevToolsPage(
                http.newWebSocketBuilder().buildAsync(address, answers).join(), answers);
        // A script that still waits when the page proper takes the place of the blank one is lost.
        Waiting.until(page::isLoaded);
        return page;
    }

    private boolean isLoaded() {
        String loaded = "location.href !== 'about:blank' && document.readyState === 'complete'";
        try {
            return call("Runtime.evaluate", Map.of("expression", loaded))
                    .at("/result/value")
                    .asBoolean();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code script}, the body of an async function, returns: a text. */
    String run(String script) throws IOException {
        JsonNode result = call(
                "Runtime.evaluate",
                Map.of("expression", "(async () => {" + script + "})()", "awaitPromise", true, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new IOException("The page threw " + result.path("exceptionDetails"));
        }
        return result.at("/result/value").asText();
    }

    JsonNode call(String method, Map<String, Object> parameters) throws IOException {
        int id = ++commands;
        socket.sendText(mapper.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        while (true) {
            JsonNode answer = mapper.readTree(answers.next());
            if (answer.has("method")) {
                events.add(answer);
            }
            if (answer.path("id").asInt() == id) {
                if (answer.has("error")) {
                    throw new IOException(method + ": " + answer.path("error"));
                }
                return answer.path("result");
            }
        }
    }

    /** What the browser told of its own between commands, for a domain that was enabled. */
    List<JsonNode> events(String method) {
        return events.stream()
                .filter(event -> event.path("method").asText().equals(method))
                .map(event -> event.path("params"))
                .toList();
    }

    /** What the browser has told so far. */
    void forget() {
        events.clear();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static final class Answers implements WebSocket.Listener {
        private final BlockingQueue<String> whole = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();

        String next() throws IOException {
            try {
                String text = whole.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
                if (text == null) {
                    throw new IOException("The browser did not answer within " + LIMIT_SECONDS + " s.");
                }
                return text;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while the browser was to answer", e);
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                whole.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}

package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Chromium's developer tools make of the HTTP Archive: for {@code -Pbrowser}, where there is a Chromium. */
class TrafficInDevTools {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String FIND = """
            const find = (root, selector) => [...root.querySelectorAll(selector), ...[...root.querySelectorAll('*')]
                .filter(element => element.shadowRoot).flatMap(element => find(element.shadowRoot, selector))];
            const until = async condition => {
                while (!condition()) {
                    await new Promise(done => setTimeout(done, 20));
                }
            };
            """;
    private static final String IMPORT = FIND + """
            await until(() => find(document, '#tab-network').length);
            const ui = await import('./ui/legacy/legacy.js');
            await ui.ViewManager.ViewManager.instance().showView('network');
            const network = await import('./panels/network/network.js');
            const panel = network.NetworkPanel.NetworkPanel.instance();
            const bytes = Uint8Array.from(atob('%s'), byte => byte.charCodeAt(0));
            await panel.networkLogView.onLoadFromFile(new File([bytes], 'traffic.har'));
            const logs = await import('./models/logs/logs.js');
            const requests = logs.NetworkLog.NetworkLog.instance().requests();
            """;
    private static final String FRAMES = """
            return JSON.stringify(requests.map(request => ({
                url: request.url(),
                status: request.statusCode,
                _resourceType: request.resourceType().name(),
                _webSocketMessages: request.frames().map(frame =>
                    ({ type: frame.type, time: frame.time, opcode: frame.opCode, data: frame.text })),
            })));
            """;
    private static final String MESSAGES_TAB = """
            await panel.selectAndActivateRequest(requests[0], 'web-socket-frames');
            const rows = () => find(document, 'tr').map(row => row.textContent).join('\\n');
            await until(() => rows().includes('Pong message'));
            return rows();
            """;

    @TempDir
    private Path temporary;

    private ObjectNode archive;
    private Chromium chromium;
    private DevToolsPage page;

    @BeforeEach
    void makeArchiveAndOpenDevTools() throws IOException, InterruptedException {
        Path logs = Files.createDirectory(temporary.resolve("logs"));
        try (SampleSessions log = new SampleSessions(logs, Clock.systemUTC())) {
            log.opened(1)
                    .sent(1, "text", "{\"type\":\"ask\"}".getBytes(StandardCharsets.UTF_8))
                    .received(1, "{\"type\":\"agent_started\",\"says\":\"¡olé!\"}")
                    .sent(1, "binary", new byte[] {0, 1, (byte) 0xff})
                    .sent(1, "binary", "half".getBytes(StandardCharsets.UTF_8))
                    .sent(1, "ping", "hi".getBytes(StandardCharsets.UTF_8))
                    .sent(1, "pong", "hi".getBytes(StandardCharsets.UTF_8))
                    .closed(1, 1011, "restarting", false)
                    .refused(2, 503, "refused: 503")
                    .opened(3)
                    .closed(3, 1000, "", true);
        }
        archive = (ObjectNode) Archives.of(logs);
        chromium = Chromium.start(System.getProperty("browser"), Files.createDirectory(temporary.resolve("profile")));
        page = chromium.devTools();
        page.call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 1300, "height", 700, "deviceScaleFactor", 1, "mobile", false));
    }

    @AfterEach
    void close() {
        page.close();
        chromium.close();
    }

    @Test
    void itsModelHasTheSessionsAndTheirMessages() throws IOException {
        JsonNode imported = MAPPER.readTree(page.run(imported() + FRAMES));
        assertThat(imported).hasSize(3);
        for (int i = 0; i < imported.size(); i++) {
            JsonNode entry = archive.at("/log/entries/" + i);
            assertThat(imported.get(i).path("url")).isEqualTo(entry.at("/request/url"));
            assertThat(imported.get(i).path("status")).isEqualTo(entry.at("/response/status"));
            assertThat(imported.get(i).path("_resourceType")).isEqualTo(entry.path("_resourceType"));
            assertThat(imported.get(i).path("_webSocketMessages")).isEqualTo(messages(entry));
        }
        assertThat(imported.get(0).path("_webSocketMessages")).hasSize(6);
    }

    @Test
    void itsModelHasNoMessagesWhereTheArchiveHasNone() throws IOException {
        ((ObjectNode) archive.at("/log/entries/0")).remove("_webSocketMessages");
        assertThat(MAPPER.readTree(page.run(imported() + FRAMES)).at("/0/_webSocketMessages"))
                .isEmpty();
    }

    @Test
    void itsMessagesTabListsThem() throws IOException {
        assertThat(page.run(imported() + MESSAGES_TAB))
                .contains("{\"type\":\"ask\"}")
                .contains("{\"type\":\"agent_started\",\"says\":\"¡olé!\"}")
                .contains("Binary message")
                .contains("Ping message");
        String picture =
                page.call("Page.captureScreenshot", Map.of()).path("data").textValue();
        Files.write(
                Path.of("target", "traffic-in-devtools.png"),
                Base64.getDecoder().decode(picture));
    }

    /** The archive's messages without what is ours; none where the handshake was refused. */
    private static JsonNode messages(JsonNode entry) {
        JsonNode messages =
                entry.has("_webSocketMessages") ? entry.path("_webSocketMessages") : MAPPER.createArrayNode();
        messages.forEach(message -> ((ObjectNode) message).remove("comment"));
        return messages;
    }

    private String imported() {
        byte[] bytes = archive.toString().getBytes(StandardCharsets.UTF_8);
        return String.format(IMPORT, Base64.getEncoder().encodeToString(bytes));
    }
}

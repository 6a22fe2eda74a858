package dev.goldenpath.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goldenpath.client.ClientContext;
import dev.goldenpath.environment.EventSettings;
import dev.goldenpath.environment.SocketSettings;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.evidence.Sha256;
import dev.goldenpath.runlog.RunLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Receives so many messages in one session, in a JVM of its own, and compares the run log with what was sent. */
public final class ManyMessages {
    private ManyMessages() {}

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[1]);
        Path folder = Path.of(args[2]);
        Redaction redaction = new Redaction();
        RunClock clock = RunClock.start(Clock.systemUTC());
        SocketTotals totals;
        try (RunLog log = RunLog.create(folder, "many", clock, redaction);
                TyrusClientProvider provider = new TyrusClientProvider()) {
            Recording recording = new Ledger(clock, List.of(log)).ofTest("class/test", 1);
            recording.enter(Phase.TEST);
            SocketSession session = provider.create(ClientContext.ofTest(
                            Endpoints.of(URI.create(args[0]), EventSettings.ofType("/type"), SocketSettings.DEFAULT),
                            null,
                            () -> recording,
                            redaction))
                    .connect("/flood/" + count);
            Scene.await(() -> session.totals().received() == count, LIMIT_SECONDS);
            totals = session.totals();
        }
        System.out.println("received " + totals.received() + " messages, " + totals.receivedBytes() + " bytes");
        try (Stream<Path> files = Files.list(folder)) {
            System.out.println("logged "
                    + logged(files.filter(file -> file.toString().endsWith(".jsonl"))
                            .findFirst()
                            .orElseThrow())
                    + " in order, each with its digest");
        }
    }

    private static final int LIMIT_SECONDS = 600;

    private static int logged(Path log) throws IOException {
        JsonMapper mapper = new JsonMapper();
        int next = 0;
        try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode entry = mapper.readTree(line);
                if (entry.path("kind").asText().equals("ws-message")) {
                    String expected = Sha256.of(Ticks.text(next).getBytes(StandardCharsets.UTF_8));
                    if (entry.path("number").asInt() != next + 1
                            || !entry.path("body").path("sha256").asText().equals(expected)) {
                        throw new IllegalStateException("message " + next + " is not what was sent: " + line);
                    }
                    next++;
                }
            }
        }
        return next;
    }
}

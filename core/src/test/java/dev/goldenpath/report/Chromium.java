package dev.goldenpath.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goldenpath.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A headless Chromium with a profile of its own, which makes no call of its own to any network. */
final class Chromium implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--remote-debugging-port=0");

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    private Chromium(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param profile an empty folder */
    static Chromium start(String command, Path profile) throws IOException {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(FLAGS);
        line.addAll(List.of("--user-data-dir=" + profile, "about:blank"));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        Path port = profile.resolve("DevToolsActivePort");
        try {
            Waiting.until(() -> !process.isAlive() || lines(port).size() > 1);
            return new Chromium(process, Integer.parseInt(lines(port).get(0)));
        } catch (AssertionError | RuntimeException e) {
            end(process);
            throw new IOException("'" + command + "' opened no port for its developer tools.", e);
        }
    }

    /** Opens the developer tools as a page, with nothing to inspect. */
    DevToolsPage devTools() throws IOException, InterruptedException {
        return open(URI.create("http://127.0.0.1:" + port + "/devtools/devtools_app.html"));
    }

    /** Opens a page of its own for an address. */
    DevToolsPage open(URI page) throws IOException, InterruptedException {
        HttpRequest open = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?"
                        + URLEncoder.encode(page.toString(), StandardCharsets.UTF_8)))
                .PUT(BodyPublishers.noBody())
                .build();
        String target = http.send(open, BodyHandlers.ofString()).body();
        String address =
                new JsonMapper().readTree(target).path("webSocketDebuggerUrl").textValue();
        return DevToolsPage.connect(http, URI.create(address));
    }

    @Override
    public void close() {
        end(process);
    }

    private static void end(Process process) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        // Else they write into the profile while it is being deleted.
        Waiting.until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

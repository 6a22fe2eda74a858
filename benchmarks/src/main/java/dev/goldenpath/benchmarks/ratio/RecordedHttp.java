package dev.goldenpath.benchmarks.ratio;

import dev.goldenpath.benchmarks.frame.ServiceScene;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import dev.goldenpath.runlog.RunLog;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The library's own client, as a test has it injected: evidence on, a run log written, a user with a bearer token, and
 * secrets to look for. Each block writes a log of its own, which is checked and deleted after it.
 */
final class RecordedHttp implements Variant {
    private static final int SECRETS = 20;
    private static final String LAST = "end of the block";
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    /** The protocol adds these to the baseline's requests by itself. */
    private static final Set<String> OF_THE_PROTOCOL = Set.of("Host", "Connection", "Content-Length");

    private final Path folder;
    private final String token;
    private final ServiceScene scene;
    private final ServiceClient client;
    private @Nullable RunLog log;
    private @Nullable RecordedEvidence last;

    RecordedHttp(URI url, Path folder) throws IOException {
        this.folder = folder;
        Random random = new Random(42);
        token = "eyJ" + text(random, 33) + "." + text(random, 300) + "." + text(random, 86);
        scene = new ServiceScene(folder, this::accept);
        for (int i = 1; i < SECRETS; i++) {
            scene.redaction().addValue(text(random, 8 + 2 * i));
        }
        client = scene.withToken("backend", url, token);
    }

    /** Makes a call, and tells the headers it sent, for another client to send the same. */
    Map<String, List<String>> headers() throws IOException {
        prepare();
        call();
        finish();
        verify(1);
        Map<String, List<String>> headers =
                new LinkedHashMap<>(((HttpExchange) Objects.requireNonNull(last).evidence()).requestHeaders());
        headers.keySet().removeAll(OF_THE_PROTOCOL);
        headers.put("Authorization", List.of("Bearer " + token));
        return headers;
    }

    @Override
    public void prepare() throws IOException {
        log = RunLog.create(folder, "benchmark", scene.clock(), scene.redaction());
    }

    @Override
    public void call() throws IOException {
        ServiceResponse response = client.post("/orders")
                .body(Payload.QUESTION, "application/json")
                .send();
        if (response.status() != 200 || response.bytes().length != Payload.BYTES) {
            throw new IOException("The library's client got no whole answer.");
        }
    }

    /** Waits until all is written. The log stays open, for with its thread its allocations would be forgotten. */
    @Override
    public void finish() {
        open().testStarted(LAST, 1);
    }

    @Override
    public void verify(int calls) throws IOException {
        open().close();
        Optional<IOException> failure = open().failure();
        if (failure.isPresent()) {
            throw failure.get();
        }
        long lines = 0;
        for (Path file : logFiles()) {
            try (Stream<String> all = Files.lines(file)) {
                lines += all.count();
            }
            Files.delete(file);
        }
        if (lines != calls + 1) {
            throw new IOException(calls + " calls have left " + (lines - 1) + " lines in the run log.");
        }
    }

    @Override
    public void close() {
        scene.close();
    }

    private void accept(RecordedEvidence recorded) {
        last = recorded;
        open().accept(recorded);
    }

    private RunLog open() {
        return Objects.requireNonNull(log, "no block has begun");
    }

    private List<Path> logFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).toList();
        }
    }

    private static String text(Random random, int length) {
        return random.ints(length, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}

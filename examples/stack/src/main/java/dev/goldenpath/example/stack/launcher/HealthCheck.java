package dev.goldenpath.example.stack.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Waits until services say that they are healthy. */
final class HealthCheck {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PROBE_TIMEOUT)
            .build();
    private final ProcessGroup processes;
    private final long start = System.nanoTime();
    private final Duration patience;

    /** The patience is for all addresses together and begins now. */
    HealthCheck(ProcessGroup processes, Duration patience) {
        this.processes = processes;
        this.patience = patience;
    }

    /** Returns when the address answers 200; throws when a process ends, or patience does. */
    void await(URI address) throws StackException {
        String last = probe(address);
        while (!last.equals("200")) {
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new StackException(
                        "Not ready after " + patience.toSeconds() + " s; last: GET " + address + " gave " + last);
            }
            processes.awaitLoss(PAUSE);
            last = probe(address);
        }
    }

    private String probe(URI address) throws StackException {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(PROBE_TIMEOUT).build();
        try {
            return Integer.toString(
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException notYet) {
            return notYet.toString();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", interrupted);
        }
    }
}

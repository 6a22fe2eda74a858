package dev.goldenpath.readiness;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.evidence.ServiceState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Probes of a kind of an author's own, which do what their text says. */
public final class AuthorsProbes implements ProbeProvider {

    @Override
    public String kind() {
        return "author";
    }

    @Override
    public ServiceCheck check(ProbeTarget target) {
        String[] words = target.text().split(" ", 2);
        return switch (words[0]) {
            case "answers" -> () -> Sight.of(ServiceState.HEALTHY, "the author says " + words[1]);
            case "throws" ->
                () -> {
                    throw new IllegalStateException("no driver for " + words[1]);
                };
            case "unanswered" ->
                () -> {
                    throw new ServiceCallException("Topic orders: no answer.", List.of());
                };
            case "hangs" -> () -> hang(Path.of(words[1]));
            default -> throw new IllegalArgumentException("is no topic");
        };
    }

    /** Notes that it was asked, and answers when there is a file that says so. */
    private static Sight hang(Path asked) {
        try {
            Files.writeString(asked, "asked\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!Files.exists(asked.resolveSibling("free")) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
        return Sight.of(ServiceState.HEALTHY, "the author answers at last");
    }
}

package dev.goldenpath.evidence;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A step that has begun, and is recorded when it has ended. */
final class RunningStep {
    private static final int LONGEST_FAILURE = 200;

    private final String name;
    private final Recording recording;
    private final Redaction redaction;
    private final Phase begunIn;
    private final long startNanos = System.nanoTime();

    RunningStep(String name, Recording recording, Redaction redaction) {
        this.name = redaction.text(name);
        this.recording = recording;
        this.redaction = redaction;
        this.begunIn = recording.phase();
    }

    void succeeded() {
        ended(null);
    }

    void failed(Throwable failure) {
        ended(words(failure));
    }

    private void ended(@Nullable String failure) {
        Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
        recording.record(new Step(name, took, failure), begunIn, startNanos);
    }

    /** The type, and the first line of what it says. */
    private String words(Throwable failure) {
        String type = failure.getClass().getSimpleName();
        String message = failure.getMessage();
        // Redacted before it is cut: the cut could leave a part of a secret that no longer looks like one.
        String first = message == null
                ? ""
                : redaction.text(message).lines().findFirst().orElse("");
        String words = first.isBlank() ? type : type + ": " + first.strip();
        return words.length() <= LONGEST_FAILURE ? words : words.substring(0, LONGEST_FAILURE - 1) + "…";
    }
}

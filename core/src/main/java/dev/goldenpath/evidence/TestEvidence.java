package dev.goldenpath.evidence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The author's own door to the record of a test: steps, measurements and attachments, which reports show beside what the
 * clients recorded. None of them proves that a service did any work. All text is redacted before it is written.
 * Thread-safe.
 *
 * <p>It records for the test it was injected into, whichever thread uses it. One that serves several tests, from {@code
 * @BeforeAll}, a test factory, or the constructor of a class with one instance for all tests, records for the test that
 * runs on the calling thread; on other threads use {@link #forThisTest()}. Every method throws {@link
 * IllegalStateException} where the test can't be told from the calling thread.
 *
 * @since 0.1.0
 */
public final class TestEvidence {
    private final Supplier<Recording> recording;
    private final Redaction redaction;
    private final Attachments attachments;

    /**
     * For the library: tests have one injected.
     *
     * @param recording where what is recorded now goes; throws {@link IllegalStateException} when no test can be told
     *     from where it is called
     */
    public TestEvidence(Supplier<Recording> recording, Redaction redaction, Attachments attachments) {
        this.recording = recording;
        this.redaction = redaction;
        this.attachments = attachments;
    }

    /**
     * Something to do.
     *
     * @param <E> what it may throw
     */
    @FunctionalInterface
    public interface Action<E extends Throwable> {

        /** Does it. */
        void run() throws E;
    }

    /**
     * Something to do that gives a value.
     *
     * @param <T> the value
     * @param <E> what it may throw
     */
    @FunctionalInterface
    public interface Call<T, E extends Throwable> {

        /** Does it. */
        T run() throws E;
    }

    /**
     * Notes that a step was done.
     *
     * @throws IllegalArgumentException when {@code name} is blank
     */
    public void step(String name) {
        recording.get().record(new Step(redaction.text(stepName(name)), null, null), System.nanoTime());
    }

    /**
     * Does a step and records how long it took, also when it fails.
     *
     * @throws IllegalArgumentException when {@code name} is blank; then nothing is done
     * @throws E what {@code action} throws, unchanged
     */
    public <E extends Throwable> void step(String name, Action<E> action) throws E {
        RunningStep step = begin(name);
        try {
            action.run();
        } catch (Throwable e) {
            step.failed(e);
            throw e;
        }
        step.succeeded();
    }

    /** As {@link #step(String, Action)}, and returns what {@code call} does. */
    public <T, E extends Throwable> T step(String name, Call<T, E> call) throws E {
        RunningStep step = begin(name);
        T value;
        try {
            value = call.run();
        } catch (Throwable e) {
            step.failed(e);
            throw e;
        }
        step.succeeded();
        return value;
    }

    /**
     * Records a number.
     *
     * @param unit for example {@code bytes}; {@code 1} for a plain number
     * @throws IllegalArgumentException when {@code name} or {@code unit} is blank, or {@code value} is not finite
     */
    public void measure(String name, double value, String unit) {
        String shown = redaction.text(named(name, "The name of a measurement is blank. Say what was measured."));
        named(unit, "The unit of measurement '" + shown + "' is blank. Name one, or write '1' for a plain number.");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("Measurement '" + shown + "' is " + value
                    + ", and only a finite number can be recorded. Leave it out where nothing was measured.");
        }
        recording.get().record(new Measurement(shown, value, redaction.text(unit)), System.nanoTime());
    }

    /** Records a duration in milliseconds, with its fractions; otherwise as {@link #measure(String, double, String)}. */
    public void measure(String name, Duration value) {
        measure(name, value.toNanos() / 1e6, "ms");
    }

    /**
     * Keeps a text in a file below the output folder, redacted. Its size and digest in the record are those of the file.
     *
     * @param name becomes part of the file's name, so an ending such as {@code .csv} is of use
     * @param mediaType for example {@code text/csv}; the file is in its charset, else in UTF-8
     * @throws IllegalArgumentException when {@code name} is blank, {@code mediaType} is none, or the text is of more than
     *     64 MiB
     * @throws java.io.UncheckedIOException when the file can't be written
     */
    public void attach(String name, String mediaType, String text) {
        String shown = attachmentName(name);
        AttachmentType type = AttachmentType.parse(mediaType, redaction);
        record(attachments.ofText(shown, type, text, redaction));
    }

    /**
     * Keeps content in a file below the output folder. Text, by its media type, is redacted, and its size and digest in
     * the record are those of the file. All other content is kept as it is; where it holds a known secret it can't be
     * masked, so only its size is recorded, and why it was withheld. Otherwise as {@link #attach(String, String, String)}.
     */
    public void attach(String name, String mediaType, byte[] content) {
        String shown = attachmentName(name);
        AttachmentType type = AttachmentType.parse(mediaType, redaction);
        record(attachments.of(shown, type, content, redaction));
    }

    /**
     * Keeps a copy of a file, as it is now; otherwise as {@link #attach(String, String, byte[])}.
     *
     * @throws java.io.UncheckedIOException when {@code file} can't be read, or the copy can't be written
     */
    public void attach(String name, String mediaType, Path file) {
        String shown = attachmentName(name);
        AttachmentType type = AttachmentType.parse(mediaType, redaction);
        record(attachments.of(shown, type, Attachments.read(shown, file), redaction));
    }

    /** The latest of what was recorded for this test, the clients' evidence among it: oldest first, 20 at most. */
    public List<RecordedEvidence> recorded() {
        return recording.get().latest();
    }

    /**
     * How many pieces of evidence of one kind were recorded for this test so far: exact, however many.
     *
     * @param kind as the run log writes it, for example {@code http-exchange}; 0 for an unknown one
     */
    public int count(String kind) {
        return recording.get().count(kind);
    }

    /** The same for use on any thread, recording for the test that runs on this one. */
    public TestEvidence forThisTest() {
        Recording fixed = recording.get();
        return new TestEvidence(() -> fixed, redaction, attachments);
    }

    private RunningStep begin(String name) {
        return new RunningStep(stepName(name), recording.get(), redaction);
    }

    private void record(Attachment attachment) {
        recording.get().record(attachment, System.nanoTime());
    }

    private static String stepName(String name) {
        return named(name, "The name of a step is blank. Say what is done.");
    }

    private String attachmentName(String name) {
        return redaction.text(named(name, "The name of an attachment is blank. Say what it shows."));
    }

    private static String named(String text, String otherwise) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(otherwise);
        }
        return text;
    }
}

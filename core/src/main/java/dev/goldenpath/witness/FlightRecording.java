package dev.goldenpath.witness;

import dev.goldenpath.evidence.ExchangeEvents;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordingStream;
import org.jspecify.annotations.Nullable;

/** The flight recorder at work for a witness: as a stream, which is up to a second late, and as a look back. */
final class FlightRecording implements AutoCloseable {
    /** Enough for 1.5 million events; the look back ends there. */
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final Recording kept = new Recording(settings());
    private final RecordingStream stream = new RecordingStream();
    private final SocketTypes types;

    /**
     * Begins to record, which takes 0.8 to 2.6 s where nothing in this JVM has done so before.
     *
     * @throws IOException when it does not tell of all that happens
     */
    FlightRecording() throws IOException {
        kept.setName("golden-path");
        kept.setMaxSize(MOST_BYTES);
        kept.start();
        try {
            types = SelfCheck.of(this);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
        stream.setSettings(settings());
        stream.setReuse(true);
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        for (String name : List.of(ExchangeEvents.BEGUN, ExchangeEvents.ENDED, TestMark.NAME, EventReader.DATA_LOSS)) {
            settings.put(name + "#enabled", "true");
        }
        for (String name : List.of(SocketTypes.READ, SocketTypes.WRITE)) {
            settings.put(name + "#enabled", "true");
            settings.put(name + "#threshold", "0 ns");
            settings.put(name + "#stackTrace", "false");
            // Not "off": beside any recording with a limit, that would be taken for the lower one (JDK 25).
            settings.put(name + "#throttle", "1000000000/s");
        }
        return settings;
    }

    /**
     * Streams from now on until closed, on a thread of the flight recorder's.
     *
     * @param whenFlushed after each group of events
     */
    void stream(WireEvents to, Runnable whenFlushed) {
        new EventReader(types, to).readFrom(stream);
        stream.onFlush(whenFlushed);
        stream.startAsync();
    }

    /**
     * Looks back: all that happened since {@code from} and before this call, and maybe some that was earlier.
     *
     * @throws IOException when that can't be read, or takes longer than {@code limit}
     */
    void replay(Instant from, WireEvents to, Duration limit) throws IOException {
        replay(from, new EventReader(types, to)::readFrom, limit);
    }

    /** The same for whatever {@code wanted} asks of the stream. */
    void replay(Instant from, Consumer<EventStream> wanted, Duration limit) throws IOException {
        Path file = Files.createTempFile("goldenpath-witness-", ".jfr");
        try (Recording snapshot = FlightRecorder.getFlightRecorder().takeSnapshot();
                InputStream events = snapshot.getStream(from, null)) {
            if (events == null) {
                return;
            }
            Files.copy(events, file, StandardCopyOption.REPLACE_EXISTING);
            read(file, wanted, limit);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void read(Path file, Consumer<EventStream> wanted, Duration limit) throws IOException {
        CountDownLatch whole = new CountDownLatch(1);
        AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
        try (EventStream events = EventStream.openFile(file)) {
            events.setReuse(true);
            wanted.accept(events);
            events.onError(broken::set);
            events.onClose(whole::countDown);
            events.startAsync();
            // Not awaitTermination, which on JDK 17 refuses a limit of other than whole seconds.
            if (!whole.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("To read it takes longer than " + limit.toMillis() + " ms");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        Throwable thrown = broken.get();
        if (thrown != null) {
            throw new IOException("It can't be read: " + thrown, thrown);
        }
    }

    @Override
    public void close() {
        stream.close();
        kept.close();
    }
}

package dev.goldenpath.client;

import dev.goldenpath.evidence.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells who watches a test which calls it makes: an HTTP call once, with its last answer, however many redirects and
 * tries it took; a WebSocket's handshake once. Only what was answered is told, after it is recorded, on the thread that
 * made the call. Thread-safe; costs one volatile read a call where nobody watches.
 *
 * @since 0.1.0
 */
public final class CallWatch {
    private volatile List<Watching> watchings = List.of();

    /** A watch that nobody keeps yet. */
    public CallWatch() {}

    /**
     * Tells {@code listener} from now on each call that is recorded in {@code recording}.
     *
     * @param listener must not wait; what it throws is thrown by the call
     * @return to be closed by whoever watches no longer; a call that ends just then may still be told
     */
    public Watching watch(Recording recording, Consumer<? super Replayable> listener) {
        Watching added = new Watching(recording, listener);
        change(added, true);
        return added;
    }

    /** Whether anybody wants to know of a call that is recorded there. */
    public boolean isWatched(Recording recording) {
        List<Watching> now = watchings;
        return !now.isEmpty() && now.stream().anyMatch(each -> each.recording == recording);
    }

    /** For clients: tells of a call that was answered, and recorded there. */
    public void tell(Recording recording, Replayable call) {
        for (Watching each : watchings) {
            if (each.recording == recording) {
                each.listener.accept(call);
            }
        }
    }

    private synchronized void change(Watching one, boolean add) {
        List<Watching> next = new ArrayList<>(watchings);
        if (add) {
            next.add(one);
        } else {
            next.remove(one);
        }
        watchings = List.copyOf(next);
    }

    /** One who watches. Thread-safe. */
    public final class Watching implements AutoCloseable {
        private final Recording recording;
        private final Consumer<? super Replayable> listener;

        private Watching(Recording recording, Consumer<? super Replayable> listener) {
            this.recording = recording;
            this.listener = listener;
        }

        /** Ends it; does nothing when it has ended. */
        @Override
        public void close() {
            change(this, false);
        }
    }
}

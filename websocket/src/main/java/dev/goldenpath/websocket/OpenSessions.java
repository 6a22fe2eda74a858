package dev.goldenpath.websocket;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The open sessions of one owner, each of them also among those of the owner it came from. Thread-safe. */
final class OpenSessions implements AutoCloseable {
    private final @Nullable OpenSessions origin;
    private final Set<SocketSession> sessions = new LinkedHashSet<>();
    private boolean closed;

    OpenSessions(@Nullable OpenSessions origin) {
        this.origin = origin;
    }

    /** False, and nothing is added, when this or where it came from is closed. */
    boolean add(SocketSession session) {
        if (origin != null && !origin.add(session)) {
            return false;
        }
        synchronized (this) {
            if (!closed) {
                return sessions.add(session);
            }
        }
        remove(session);
        return false;
    }

    void remove(SocketSession session) {
        synchronized (this) {
            sessions.remove(session);
        }
        if (origin != null) {
            origin.remove(session);
        }
    }

    synchronized boolean isClosed() {
        return closed || (origin != null && origin.isClosed());
    }

    @Override
    public void close() {
        List<SocketSession> last;
        synchronized (this) {
            closed = true;
            last = List.copyOf(sessions);
        }
        last.forEach(SocketSession::close);
    }
}

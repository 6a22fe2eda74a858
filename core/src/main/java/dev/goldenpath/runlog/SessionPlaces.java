package dev.goldenpath.runlog;

import dev.goldenpath.evidence.WsMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the messages and the end of one WebSocket session stand. Holds the first and the newest messages, and counts
 * all, so that a session of a million takes no more memory than one of a few thousand. Not thread-safe.
 */
final class SessionPlaces {
    private final List<EvidencePlace> first = new ArrayList<>();
    private final Deque<EvidencePlace> newest = new ArrayDeque<>();
    private long messages;

    @Nullable
    EvidencePlace close;

    void add(EvidenceHead head) {
        if (!head.kind().equals(WsMessage.KIND)) {
            close = head.place();
        } else {
            messages++;
            if (first.size() < LoggedSession.FIRST) {
                first.add(head.place());
            } else {
                if (newest.size() == LoggedSession.NEWEST) {
                    newest.removeFirst();
                }
                newest.add(head.place());
            }
        }
    }

    /** All that there were. */
    long messages() {
        return messages;
    }

    /** Those that are held, in the order in which they began: two threads may record in another. */
    List<EvidencePlace> held() {
        List<EvidencePlace> held = new ArrayList<>(first);
        held.addAll(newest);
        held.sort(EvidencePlace.BY_BEGIN);
        return held;
    }
}

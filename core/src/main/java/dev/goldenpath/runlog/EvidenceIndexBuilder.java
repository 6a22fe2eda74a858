package dev.goldenpath.runlog;

import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.runlog.EvidenceIndex.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects an index of evidence from the lines of one log. Not thread-safe. */
final class EvidenceIndexBuilder {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, SessionPlaces> sessions = new HashMap<>();

    void add(EvidenceHead head) {
        if (!head.isOfSession()) {
            entries.add(new Entry(head.kind(), head.place(), null));
            return;
        }
        // Another thread may have recorded a message before the handshake.
        SessionPlaces session = sessions.computeIfAbsent(head.session(), number -> new SessionPlaces());
        if (head.kind().equals(WsHandshake.KIND)) {
            entries.add(new Entry(head.kind(), head.place(), session));
        } else {
            session.add(head);
        }
        if (head.kind().equals(WsClose.KIND)) {
            entries.add(new Entry(head.kind(), head.place(), null));
        }
    }

    EvidenceIndex index() {
        return new EvidenceIndex(entries);
    }
}

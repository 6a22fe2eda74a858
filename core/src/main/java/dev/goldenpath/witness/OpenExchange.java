package dev.goldenpath.witness;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The traffic of one exchange while it goes on: on its own thread, and on others that may read for it. Not thread-safe. */
final class OpenExchange {
    /** More peers than these no exchange has; what is beyond belongs to others. */
    private static final int MOST_PEERS = 64;

    private final long number;
    private final long thread;
    private final Map<Peer, Traffic> own = new HashMap<>(2);
    private final Map<Peer, Traffic> aside = new LinkedHashMap<>(2);

    OpenExchange(long number, long thread) {
        this.number = number;
        this.thread = thread;
    }

    long number() {
        return number;
    }

    long thread() {
        return thread;
    }

    void used(SocketUse use) {
        own.computeIfAbsent(use.peer(), peer -> new Traffic()).add(use);
    }

    /** Another thread, which has no exchange of its own, did this meanwhile. */
    void usedAside(SocketUse use) {
        if (aside.size() < MOST_PEERS || aside.containsKey(use.peer())) {
            aside.computeIfAbsent(use.peer(), peer -> new Traffic()).add(use);
        }
    }

    Traffic own(Peer peer) {
        return own.getOrDefault(peer, new Traffic());
    }

    Traffic aside(Peer peer) {
        return aside.getOrDefault(peer, new Traffic());
    }

    boolean sawAside(Peer peer) {
        return aside.containsKey(peer);
    }
}

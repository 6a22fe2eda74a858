package dev.goldenpath.example.stack.backend;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All users' sockets in this process: a user's events go to that user's. Thread-safe. */
final class EventSockets {
    private final Map<UUID, Set<EventSocket>> socketsByUser = new ConcurrentHashMap<>();
    private final Faults faults;

    EventSockets(Faults faults) {
        this.faults = faults;
    }

    void add(EventSocket socket) {
        if (!faults.isOn(Fault.SOCKET_MUTE)) {
            socketsByUser
                    .computeIfAbsent(socket.userId(), user -> Collections.newSetFromMap(new ConcurrentHashMap<>()))
                    .add(socket);
        }
    }

    void remove(EventSocket socket) {
        socketsByUser.getOrDefault(socket.userId(), Set.of()).remove(socket);
    }

    /** Sends an event to all sockets of a user. */
    void deliver(UUID user, String event) {
        socketsFor(user).filter(socket -> !socket.deliver(event)).forEach(this::remove);
    }

    private Stream<EventSocket> socketsFor(UUID user) {
        return faults.isOn(Fault.EVENT_OF_ANOTHER_USER)
                ? socketsByUser.values().stream().flatMap(Set::stream)
                : socketsByUser.getOrDefault(user, Set.of()).stream();
    }
}

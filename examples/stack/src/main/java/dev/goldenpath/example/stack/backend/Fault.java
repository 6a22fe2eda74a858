package dev.goldenpath.example.stack.backend;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be made to go wrong. */
enum Fault {
    /** The agent answers 200 at once, and does nothing. */
    MOCK_ANSWER,
    /** Whoever asks who he is hears that he is somebody else. */
    IDENTITY_SWAPPED,
    /** That the tool has completed is not published. */
    EVENT_LOST,
    /** That the tool executes is published twice. */
    EVENT_DUPLICATED,
    /** That the agent has completed is published seconds later. */
    EVENT_LATE,
    /** That the tool executes is published after what comes next. */
    EVENT_OUT_OF_ORDER,
    /** All users' events go to all users' sockets. */
    EVENT_OF_ANOTHER_USER,
    /** That the agent thinks is published with the id of a run that there is not. */
    EVENT_OF_ANOTHER_RUN,
    /** That the tool has completed is published with a payload of another shape. */
    EVENT_MISSHAPEN,
    /** What a client says goes to the user's sockets, as if it were an event. */
    EVENT_ECHOED,
    /** No handshake of a socket is accepted for now. */
    SOCKET_BUSY,
    /** Each socket is closed as soon as it is open. */
    SOCKET_DROPPED,
    /** A socket that is opened now never gets an event. */
    SOCKET_MUTE;

    /** As in the path of its switch. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Fault> of(String word) {
        return Stream.of(values()).filter(fault -> fault.word().equals(word)).findFirst();
    }
}

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
    SOCKET_MUTE,
    /** A handshake that is to be refused is accepted, and its socket closed at once. */
    SOCKET_ACCEPTS_FIRST,
    /** Redis does not run. */
    REDIS_DOWN,
    /** PostgreSQL takes seconds for every statement. */
    POSTGRES_SLOW,
    /** The deep health is down, and nothing else is. */
    HEALTH_DISAGREES,
    /** A page for people stands where the deep health should be. */
    HEALTH_HTML,
    /** The backend lives, but is not ready yet. */
    STARTING,
    /** The backend says that it is a revision of long ago. */
    OLD_REVISION,
    /** The backend says that it is another revision since this was switched on. */
    REDEPLOYED,
    /** Who shows no token is taken for alice. */
    AUTH_NO_TOKEN,
    /** A token that is no JWT is taken for alice's. */
    AUTH_GARBAGE,
    /** When a token expires does not matter. */
    AUTH_EXPIRED,
    /** From when on a token is valid does not matter. */
    AUTH_NOT_BEFORE,
    /** Who has issued a token does not matter. */
    AUTH_ISSUER,
    /** For whom a token was issued does not matter. */
    AUTH_AUDIENCE,
    /** A signature by another key passes, if it names a known one. */
    AUTH_WRONG_KEY,
    /** A token that names an unknown key passes without a look at its signature. */
    AUTH_UNKNOWN_KID,
    /** A token without signature passes, if it says that it has none. */
    AUTH_ALG_NONE,
    /** A token passes that is signed with the public key, as if that were a shared secret. */
    AUTH_HS256,
    /** A token passes whose header and signature are those of one that has passed before. */
    AUTH_TAMPERED,
    /** Any user may read, write and delete any thread. */
    AUTH_ANOTHER_USER,
    /** A refusal tells what it knows. */
    AUTH_LEAK;

    /** As in the path of its switch. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Fault> of(String word) {
        return Stream.of(values()).filter(fault -> fault.word().equals(word)).findFirst();
    }
}

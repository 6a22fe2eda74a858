package dev.goldenpath.websocket;

import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.CallFailure.Kind;
import dev.goldenpath.evidence.NetworkPhase;
import org.jspecify.annotations.Nullable;

/**
 * Why no session was opened.
 *
 * @param status of the answer, absent when none arrived
 * @param words for people, not redacted
 * @param failure the same for programs; absent when the service refused with a status, which is an answer like any other
 * @param cause what Tyrus threw, redacted; absent where it threw nothing
 */
record ConnectFailure(
        @Nullable Integer status,
        String words,
        @Nullable CallFailure failure,
        @Nullable Exception cause) {

    static ConnectFailure refused(int status, @Nullable Exception cause) {
        return new ConnectFailure(status, "refused with status " + status, null, cause);
    }

    static ConnectFailure broken(
            @Nullable Integer status,
            Kind kind,
            @Nullable NetworkPhase phase,
            String words,
            @Nullable Exception cause) {
        return new ConnectFailure(status, words, new CallFailure(kind, phase, words), cause);
    }
}

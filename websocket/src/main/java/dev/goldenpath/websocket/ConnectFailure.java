package dev.goldenpath.websocket;

import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.glassfish.tyrus.core.HandshakeException;
import org.jspecify.annotations.Nullable;

/** Why Tyrus opened no session: what it threw, and the causes of that. */
final class ConnectFailure {
    private static final int DEEPEST = 10;
    /** What Tyrus calls an answer it cannot make sense of. */
    private static final int INVENTED_STATUS = 500;

    private final List<Throwable> chain;

    ConnectFailure(Exception thrown) {
        chain = Stream.iterate((Throwable) thrown, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
    }

    boolean isInterruption() {
        return find(InterruptedException.class).isPresent();
    }

    /** Whether the service answered, though perhaps not with a status. */
    boolean isAnswer() {
        return find(HandshakeException.class).isPresent();
    }

    /** The status by the exception alone; empty where there is none, or it could be Tyrus's own invention. */
    Optional<Integer> status() {
        return find(HandshakeException.class)
                .map(HandshakeException::getHttpStatusCode)
                .filter(code -> code != INVENTED_STATUS);
    }

    /** In a few words. */
    String inWords(@Nullable Integer status) {
        if (status != null && status != HandshakeTrace.SWITCHING_PROTOCOLS) {
            return "refused with status " + status;
        }
        if (isInterruption()) {
            return "interrupted";
        }
        if (isAnswer()) {
            return "invalid answer to the handshake (" + origin() + ")";
        }
        if (find(UnresolvedAddressException.class).isPresent()) {
            return "unknown host";
        }
        if (find(ConnectException.class).isPresent()) {
            return "connection refused";
        }
        if (find(SSLException.class).isPresent()) {
            return "TLS failure (" + origin() + ")";
        }
        if (find(TimeoutException.class).isPresent()) {
            return "no connection in time";
        }
        // Tyrus has no exception of its own for this, but a plain one without a cause.
        return chain.size() == 1 ? "no answer to the handshake in time" : "handshake broken (" + origin() + ")";
    }

    private @Nullable String origin() {
        return chain.get(chain.size() - 1).getMessage();
    }

    private <T extends Throwable> Optional<T> find(Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}

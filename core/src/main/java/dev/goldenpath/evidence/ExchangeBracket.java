package dev.goldenpath.evidence;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The begin and the end of one exchange, told to the JVM's flight recorder, so that it can be held against what the
 * JVM's sockets did in between. Costs next to nothing while no recording asks for it, or without a flight recorder. Not
 * thread-safe; use once.
 *
 * @since 0.1.0
 */
public final class ExchangeBracket {
    private static final boolean RECORDABLE =
            ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    private static final ExchangeBracket UNRECORDED = new ExchangeBracket(null);

    private final @Nullable ExchangeEnded event;

    private ExchangeBracket(@Nullable ExchangeEnded event) {
        this.event = event;
    }

    /** An exchange begins on the calling thread. */
    public static ExchangeBracket begin(Recording recording) {
        return RECORDABLE ? recorded(recording) : UNRECORDED;
    }

    // Apart, for the classes of events exist only where there is a flight recorder.
    private static ExchangeBracket recorded(Recording recording) {
        ExchangeEnded end = new ExchangeEnded();
        if (!end.isEnabled()) {
            return UNRECORDED;
        }
        ExchangeBegun begin = new ExchangeBegun();
        begin.number = ThreadLocalRandom.current().nextLong();
        begin.commit();
        end.number = begin.number;
        end.recording = recording.number();
        end.begin();
        return new ExchangeBracket(end);
    }

    /**
     * It has ended.
     *
     * @param call as in {@link CallPlace}
     * @param connection what it went over, {@code null} when none was asked for
     * @param answered whether a whole answer arrived
     */
    public void end(String service, String method, long call, @Nullable Connection connection, boolean answered) {
        if (event == null) {
            return;
        }
        event.service = service;
        event.method = method;
        event.call = call;
        event.answered = answered;
        if (connection != null) {
            event.remote = connection.remoteAddress();
            event.local = connection.localAddress();
            event.sent = connection.sentBytes();
            event.received = connection.receivedBytes();
            event.atLeast = connection.tls() != null || connection.proxy() != null;
        }
        event.commit();
    }
}

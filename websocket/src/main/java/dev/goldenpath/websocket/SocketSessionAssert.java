package dev.goldenpath.websocket;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.evidence.Fact;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about a {@link SocketSession} as a whole: whether its events honour their contract, whether it is open, and
 * how it ended. A failure shows the address, the user, and what the session received, redacted.
 *
 * <p>Those that wait throw {@link IllegalStateException} when the thread is interrupted.
 *
 * @since 0.1.0
 */
public final class SocketSessionAssert extends AbstractAssert<SocketSessionAssert, SocketSession> {

    SocketSessionAssert(SocketSession actual) {
        super(actual, SocketSessionAssert.class);
    }

    /** Verifies that the session has not ended. */
    public SocketSessionAssert isOpen() {
        SocketSession session = session();
        session.closed().ifPresent(how -> fail("Expected an open session, but " + how.inWords() + "."));
        return this;
    }

    /** Verifies that the session does not end for a time. Fails at once when it does. */
    public SocketSessionAssert staysOpenFor(QuietFor quiet) {
        ended(quiet.period())
                .ifPresent(how -> fail("Expected the session to stay open for " + Periods.inWords(quiet.period())
                        + ", but " + how.inWords() + "."));
        return this;
    }

    /**
     * Verifies that the service closes the session with this code. Waits for that; fails at once when the session ends
     * in another way.
     *
     * @throws IllegalArgumentException for 1006, which nobody sends: see {@link #wasLost}
     */
    public SocketSessionAssert closesWith(int code, Within within) {
        requireSent(code);
        return ends(within, "the service to close the session with " + code, how -> how.code() == code);
    }

    /** As {@link #closesWith(int, Within)}, with exactly this reason. */
    public SocketSessionAssert closesWith(int code, String reason, Within within) {
        requireSent(code);
        return ends(
                within,
                "the service to close the session with " + code + " (" + reason + ")",
                how -> how.code() == code && how.reason().equals(reason));
    }

    /** Verifies that the connection is lost without a close frame, which is 1006. Waits for that. */
    public SocketSessionAssert wasLost(Within within) {
        return ends(within, "the connection to be lost", how -> how.code() == SocketClose.LOST);
    }

    /**
     * Verifies that the events of this session go on where those of an earlier one ended: over both, the whole numbers at
     * a JSON Pointer rise by one, so that nothing was missed between them and nothing is repeated. Waits for the first
     * event with a number, and then looks at what has arrived.
     *
     * @throws IllegalArgumentException when {@code jsonPointer} is no JSON Pointer
     */
    public SocketSessionAssert resumes(SocketSession earlier, String jsonPointer, Within within) {
        Resumption.fault(earlier, session(), jsonPointer, within).ifPresent(fault -> {
            throw failure("%s", fault);
        });
        return this;
    }

    /**
     * Verifies that the events of the session, from its first message on, are as the service's contract says. Waits until
     * all required events of each subject have come, the contract's {@code within} is over or the session ends, and then
     * for its {@code quiet} time; where the last required event of an order has come, what is missing before it is not
     * waited for. Then everything is judged at once, and a failure names every breach: {@code missing}, {@code
     * duplicate}, {@code late}, {@code out of order}, {@code foreign}, {@code of another user}, {@code misshapen}, {@code
     * hole in the sequence}, {@code sent by this client}. Events of types that the contract does not list are passed
     * over.
     *
     * <p>The time limit of an event counts from the first event about its subject that arrived; for the event that is
     * listed first it counts from the call of this method, where none had arrived before. The whole contract's counts
     * from the earlier of the two.
     *
     * @param contract its name
     * @param subjects what stands at the contract's {@code correlation}, such as the id of a run: at least one where it
     *     has that place, else none; events about any other are foreign
     * @throws ConfigurationException when the service has no such contract, a schema of it can't be used, or the contract
     *     says whose an event is and this session is anonymous
     * @throws IllegalArgumentException when the contract needs subjects and none is named, or the other way round
     * @throws IllegalStateException when messages of the session are not kept any more, or the thread is interrupted
     */
    public SocketSessionAssert honours(String contract, Object... subjects) {
        new ContractCheck(session(), contract).failure(List.of(subjects)).ifPresent(message -> {
            throw failure("%s", message);
        });
        return this;
    }

    private SocketSessionAssert ends(Within within, String expected, Predicate<SocketClose> as) {
        Optional<SocketClose> ended = ended(within.limit());
        if (ended.isEmpty()) {
            fail("Expected " + expected + " within " + Periods.inWords(within.limit()) + ", but it is open.");
        }
        ended.filter(how -> how.byTest() || !as.test(how))
                .ifPresent(how -> fail("Expected " + expected + ", but " + how.inWords() + "."));
        return this;
    }

    private Optional<SocketClose> ended(Duration limit) {
        SocketSession session = session();
        try {
            return session.view().awaitClose(System.nanoTime() + limit.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the end of " + session + ".", e);
        }
    }

    private static void requireSent(int code) {
        if (code == SocketClose.LOST) {
            throw new IllegalArgumentException(
                    "No service closes with 1006, for it means that no close frame came. Use" + " wasLost(within(…)).");
        }
    }

    private void fail(String headline) {
        SocketSession session = session();
        SocketTotals totals = session.totals();
        throw failure(
                "%s",
                session.call()
                        .redacted(Fact.message(
                                headline,
                                List.of(
                                        Fact.of("session", session),
                                        Fact.of(
                                                "received",
                                                totals.received() + " (heartbeats: " + totals.heartbeats() + ")")))));
    }

    private SocketSession session() {
        isNotNull();
        return actual;
    }
}

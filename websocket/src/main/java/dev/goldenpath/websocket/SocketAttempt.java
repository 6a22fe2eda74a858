package dev.goldenpath.websocket;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.RecordedEvidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.AssertProvider;
import org.jspecify.annotations.Nullable;

/**
 * What came of one handshake. AssertJ's {@code assertThat(attempt)} gives a {@link SocketAttemptAssert}. Immutable.
 *
 * @since 0.1.0
 */
public final class SocketAttempt implements AssertProvider<SocketAttemptAssert> {
    private final SocketCall call;
    private final Map<String, List<String>> headers;
    private final @Nullable SocketSession session;
    private final @Nullable RecordedEvidence refusal;
    private final @Nullable ConnectFailure failure;

    private SocketAttempt(
            SocketCall call,
            Map<String, List<String>> headers,
            @Nullable SocketSession session,
            @Nullable RecordedEvidence refusal,
            @Nullable ConnectFailure failure) {
        this.call = call;
        this.headers = headers;
        this.session = session;
        this.refusal = refusal;
        this.failure = failure;
    }

    static SocketAttempt accepted(SocketCall call, HandshakeTrace trace, SocketSession session) {
        return new SocketAttempt(call, trace.responseHeaders(), session, null, null);
    }

    static SocketAttempt refused(
            SocketCall call, HandshakeTrace trace, RecordedEvidence refusal, ConnectFailure failure) {
        return new SocketAttempt(call, trace.responseHeaders(), null, refusal, failure);
    }

    /** The HTTP status of the answer, 101 when accepted; empty when none arrived. */
    public OptionalInt status() {
        Integer status = failure == null ? Integer.valueOf(HandshakeTrace.SWITCHING_PROTOCOLS) : failure.status();
        return status == null ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** The first header of this name, in any case, of the answer; empty when there is none. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** All headers of this name, in any case, of the answer; several values that are no cookies are one, with commas. */
    public List<String> headers(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /**
     * How long the service asks to wait before another attempt, by its header {@code Retry-After}, whether that is a
     * number of seconds or a date, of which what has passed is nothing; empty when it does not say, or it can't be read.
     */
    public Optional<Duration> retryAfter() {
        return header("Retry-After").flatMap(RetryAfter::of);
    }

    /**
     * What broke: no connection, no answer, or one that breaks the protocol. Empty when a session was opened, and when
     * the service refused with a status.
     */
    public Optional<CallFailure> failure() {
        return Optional.ofNullable(failure)
                .flatMap(broken -> Optional.ofNullable(broken.failure()))
                .map(broken -> new CallFailure(broken.kind(), broken.phase(), call.redacted(broken.words())));
    }

    /** The session that was opened; empty when the attempt was refused. */
    public Optional<SocketSession> session() {
        return Optional.ofNullable(session);
    }

    @Override
    public SocketAttemptAssert assertThat() {
        return new SocketAttemptAssert(this);
    }

    /** The address, the user and what came of it, redacted. */
    @Override
    public String toString() {
        OptionalInt status = status();
        return call.description() + " → " + (status.isPresent() ? String.valueOf(status.getAsInt()) : outcome());
    }

    SocketSession opened() {
        if (session != null) {
            return session;
        }
        String headline = call.description() + ": " + outcome() + ".";
        Exception cause = failure == null ? null : failure.cause();
        throw cause == null
                ? new ServiceCallException(headline, facts())
                : new ServiceCallException(headline, facts(), cause, failure().orElse(null));
    }

    /** What a failed assertion about this attempt shows. */
    String message(String headline) {
        return Fact.message(headline, List.of(Fact.of("attempt", call.description()), new Fact("outcome", outcome())));
    }

    /** Lets a refusal from the set-up count for the test that asserts on it now. */
    void cite() {
        if (refusal != null) {
            call.context().recordingIfKnown().ifPresent(recording -> recording.cite(refusal, this::toString));
        }
    }

    /** All headers of the answer, by name in any case. */
    Map<String, List<String>> allHeaders() {
        return headers;
    }

    String redacted(String text) {
        return call.redacted(text);
    }

    /** Whether the service answered as the protocol has it: accepted, or refused with a status. */
    boolean isAnswered() {
        return session != null || (failure != null && failure.status() != null && failure.failure() == null);
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("service", call.context().service().name()));
        facts.add(Fact.of("url from", call.context().service().origin()));
        header("Retry-After").ifPresent(after -> facts.add(new Fact("retry after", call.redacted(after))));
        if (status().isPresent() && status().getAsInt() / 100 == 3) {
            header("Location").ifPresent(place -> facts.add(new Fact("location", call.redacted(place))));
        }
        facts.add(new Fact(
                "do", ConnectRemedy.of(status(), failure(), call.context().userName())));
        return facts;
    }

    /** What came of it in a few words, redacted. */
    String outcome() {
        return failure == null ? "accepted" : call.redacted(failure.words());
    }
}

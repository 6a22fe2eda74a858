package dev.goldenpath.evidence;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was observed: told already, or by whoever asks first. To redact and to digest what a call has exchanged takes
 * longer than a short call itself, so that is best done behind the back of the test. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Observed {
    private final String kind;
    private final @Nullable Answer answer;
    private final int weight;
    /** With whom messages were exchanged; absent for all else. */
    private final @Nullable String service;

    /** Whose WebSocket message the test sent; absent for all else. */
    private final @Nullable String sender;

    private final long sentBytes;
    private final long receivedBytes;
    private @Nullable Supplier<? extends Evidence> telling;
    private volatile @Nullable Evidence told;

    private Observed(
            String kind,
            @Nullable Answer answer,
            int weight,
            @Nullable String service,
            @Nullable String sender,
            @Nullable MessageBytes messages) {
        this.kind = kind;
        this.answer = answer;
        this.weight = weight;
        this.service = messages == null ? null : service;
        this.sender = sender;
        this.sentBytes = messages == null ? 0 : messages.sent();
        this.receivedBytes = messages == null ? 0 : messages.received();
    }

    /** Evidence that is there. */
    public static Observed of(Evidence evidence) {
        return of(evidence, evidence.answer().orElse(null));
    }

    /** Evidence that is there, with the answer it holds for the test at hand; {@code null} where it is none. */
    public static Observed of(Evidence evidence, @Nullable Answer answer) {
        String service =
                evidence instanceof WsMessage message ? message.service() : answer == null ? null : answer.service();
        String sender = evidence instanceof WsMessage message && message.direction() == WsMessage.Direction.SENT
                ? message.user()
                : null;
        Observed observed =
                new Observed(evidence.kind(), answer, evidence.weight(), service, sender, MessageBytes.in(evidence));
        observed.told = evidence;
        return observed;
    }

    /**
     * Evidence that is yet to be put into words.
     *
     * @param kind its {@link Evidence#kind()}
     * @param answer its {@link Evidence#answer()}; {@code null} where it is none
     * @param weight its {@link Evidence#weight()}
     * @param telling called once, on any thread; must neither wait nor throw, and read only what changes no more
     */
    public static Observed later(
            String kind, @Nullable Answer answer, int weight, Supplier<? extends Evidence> telling) {
        Observed observed = new Observed(kind, answer, weight, null, null, null);
        observed.telling = telling;
        return observed;
    }

    /**
     * A WebSocket message that is yet to be put into words; otherwise as above.
     *
     * @param service its {@link WsMessage#service()}
     * @param sender its {@link WsMessage#user()} where the test sent it; {@code null} where it received it
     * @param messages what it adds to the bytes exchanged with that
     */
    public static Observed messageLater(
            String service,
            @Nullable String sender,
            MessageBytes messages,
            @Nullable Answer answer,
            int weight,
            Supplier<WsMessage> telling) {
        Observed observed = new Observed(WsMessage.KIND, answer, weight, service, sender, messages);
        observed.telling = telling;
        return observed;
    }

    /** As {@link Evidence#kind()}. */
    public String kind() {
        return kind;
    }

    /** As {@link Evidence#answer()}. */
    public Optional<Answer> answer() {
        return Optional.ofNullable(answer);
    }

    /** The test user who sent it, where it is a WebSocket message that a user sent; empty for all else. */
    public Optional<String> sender() {
        return Optional.ofNullable(sender);
    }

    /** As {@link Evidence#weight()}. */
    public int weight() {
        return weight;
    }

    /** Adds to {@code all} what it adds to the bytes exchanged in WebSocket messages, by service. */
    void addTo(Map<String, MessageSum> all) {
        if (service != null) {
            all.computeIfAbsent(service, first -> new MessageSum()).add(sentBytes, receivedBytes);
        }
    }

    /** Whether it is in words, so that {@link #evidence()} gives it at once. */
    public boolean isTold() {
        return told != null;
    }

    /** The evidence itself, always the same. */
    public synchronized Evidence evidence() {
        if (told == null) {
            Supplier<? extends Evidence> first = Objects.requireNonNull(telling, "what was observed could not be told");
            // Asked once, also where it throws: what it reads, such as a digest, may be read once.
            telling = null;
            told = first.get();
        }
        return told;
    }

    /** The evidence in words. */
    @Override
    public String toString() {
        return evidence().toString();
    }
}

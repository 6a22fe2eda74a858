package dev.goldenpath.websocket;

import dev.goldenpath.client.JsonText;
import dev.goldenpath.evidence.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects the events of a contract from a session's first message on. Not thread-safe; use once. */
final class CollectedEvents {
    private final SocketSession session;
    private final ContractTerms terms;
    private final ContractProgress progress;
    private final List<ContractEvent> events = new ArrayList<>();
    private final List<Arrival> rested = new ArrayList<>();
    private final Map<String, Integer> unlisted = new TreeMap<>();
    private int others;
    private long index;

    CollectedEvents(SocketSession session, ContractTerms terms) {
        this.session = session;
        this.terms = terms;
        this.progress = new ContractProgress(terms);
    }

    /**
     * Waits for the events of the contract and then for its quiet time. Empty when it could do both; else how the session
     * ended before, unless the service had closed it with 1000: then nothing more can come.
     *
     * @throws IllegalStateException when messages are not kept any more, or the thread is interrupted
     */
    Optional<SocketClose> collect() {
        try {
            long deadline = terms.calledNanos() + terms.contract().within().toNanos();
            boolean waiting = true;
            while (waiting && !progress.isComplete()) {
                waiting = next(deadline);
            }
            long quiet = System.nanoTime() + terms.contract().quiet().toNanos();
            boolean watching = true;
            while (watching) {
                watching = next(quiet);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for events of " + session + ".", e);
        }
        return session.closed().filter(close -> close.byTest() || close.code() != SocketClose.NORMAL);
    }

    private boolean next(long deadline) throws InterruptedException {
        Optional<Arrival> arrival = session.view().await(index, deadline);
        arrival.ifPresent(found -> {
            index++;
            add(found);
        });
        return arrival.isPresent();
    }

    private void add(Arrival arrival) {
        JsonText json = arrival.json();
        String type = arrival.type();
        if (json == null || type == null || arrival.heartbeat()) {
            others++;
        } else if (terms.rule(type).isEmpty()) {
            unlisted.merge(type, 1, Integer::sum);
        } else {
            ContractEvent event = ContractEvent.received(arrival, type, json);
            events.add(event);
            if (arrival.recorded().phase() == Phase.SETUP) {
                rested.add(arrival);
            }
            // An echo of what this client has sent is nothing that was waited for.
            if (!session.sent().holds(arrival.text())) {
                progress.add(event);
            }
        }
    }

    /** In the order of their arrival. */
    List<ContractEvent> events() {
        return events;
    }

    /** What was no event of the contract, in words; empty where there was nothing else. */
    Optional<String> passedOver() {
        List<String> words = new ArrayList<>();
        unlisted.forEach((type, count) -> words.add(count + " " + type));
        if (others > 0) {
            words.add(others + (words.isEmpty() ? "" : " other") + (others == 1 ? " message" : " messages"));
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(Words.sequence(words));
    }

    /** Lets events from the set-up count for the test that asserts on them now; its own do so anyway. */
    void cite() {
        SocketCall call = session.call();
        call.context()
                .recordingIfKnown()
                .ifPresent(recording -> rested.forEach(event -> recording.cite(
                        event.recorded(), () -> call.redacted(call.description() + " → " + event.type()))));
    }

    /** When it was, counted from the start of the session's handshake. */
    Duration time(long nanos) {
        return session.clock().sinceConnect(nanos);
    }
}

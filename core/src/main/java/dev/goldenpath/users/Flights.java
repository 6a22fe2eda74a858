package dev.goldenpath.users;

import dev.goldenpath.evidence.Answer;
import dev.goldenpath.evidence.Observed;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.evidence.WsMessage;
import java.util.Map;

/**
 * Tells from what is recorded who of the users had an answer, and when that was in flight: an HTTP call from its begin to
 * its end, a WebSocket message from what its user last sent, or from the handshake, to its arrival. Thread-safe.
 */
final class Flights implements Recording.Follower {
    private final Map<String, Integer> indexes;
    private final InFlight flights;
    private final Bystanders bystanders;
    private final Contaminations contaminations;

    /** @param indexes of the users, by name */
    Flights(Map<String, Integer> indexes, InFlight flights, Bystanders bystanders, Contaminations contaminations) {
        this.indexes = Map.copyOf(indexes);
        this.flights = flights;
        this.bystanders = bystanders;
        this.contaminations = contaminations;
    }

    @Override
    public void recorded(Observed observed, Phase begunIn, long startNanos) {
        contaminations.lookAt(observed, startNanos);
        observed.sender().map(indexes::get).ifPresent(user -> flights.sent(user, startNanos));
        if (observed.kind().equals(WsHandshake.KIND)
                && observed.evidence() instanceof WsHandshake handshake
                && handshake.user() != null
                && indexes.containsKey(handshake.user())) {
            flights.sent(indexes.get(handshake.user()), startNanos);
        }
        if (begunIn == Phase.TEST) {
            observed.answer()
                    .ifPresent(answer -> answered(answer, observed.kind().equals(WsMessage.KIND), startNanos));
        }
    }

    private void answered(Answer answer, boolean isMessage, long startNanos) {
        Integer user = answer.user() == null ? null : indexes.get(answer.user());
        if (user == null) {
            bystanders.add(answer.user());
        } else if (isMessage) {
            flights.received(user, startNanos);
        } else {
            flights.add(user, startNanos, System.nanoTime());
        }
    }
}

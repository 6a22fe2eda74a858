package dev.goldenpath.users;

import dev.goldenpath.evidence.Evidence;
import dev.goldenpath.evidence.ForeignMarker;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Observed;
import dev.goldenpath.evidence.WsMessage;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where users received what is another's, in the order in which it came. Answers and messages are searched when they are
 * put into words, which may be after a user has ended; until then it holds on to them. Thread-safe.
 */
final class Contaminations {
    private static final int MOST_KEPT = 20;

    private final Deque<Received> untold = new ArrayDeque<>();
    private final Map<List<String>, Seen> first = new LinkedHashMap<>();
    private int count;

    private record Received(Observed observed, long startNanos) {}

    /**
     * That a user received what is another's.
     *
     * @param words what, and where that was seen first
     * @param nanos when what was received began
     */
    record Seen(String user, String words, long nanos) {}

    /** Will look at this, once it is in words. */
    synchronized void lookAt(Observed observed, long startNanos) {
        untold.addLast(new Received(observed, startNanos));
        takeTold();
    }

    /** Waits until all is in words that was recorded before. */
    void settle() {
        List<Received> rest;
        synchronized (this) {
            rest = List.copyOf(untold);
        }
        // Not within the lock: to put a large body into words takes its time.
        rest.forEach(received -> received.observed().evidence());
        synchronized (this) {
            takeTold();
        }
    }

    /** How many answers and messages held what is another's. */
    synchronized int count() {
        return count;
    }

    /** The first ones, each pair of users once. */
    synchronized List<Seen> seen() {
        return List.copyOf(first.values());
    }

    /** The same in words. */
    List<String> words() {
        return seen().stream()
                .map(each -> "user '" + each.user() + "' " + each.words())
                .toList();
    }

    private void takeTold() {
        while (!untold.isEmpty() && untold.getFirst().observed().isTold()) {
            Received next = untold.removeFirst();
            Evidence evidence = next.observed().evidence();
            if (evidence instanceof HttpExchange exchange) {
                note(exchange.user(), exchange.markers(), placeOf(exchange), next.startNanos());
            } else if (evidence instanceof WsMessage message) {
                note(message.user(), message.markers(), placeOf(message), next.startNanos());
            }
        }
    }

    private void note(@Nullable String user, List<String> markers, String place, long startNanos) {
        List<String> owners = markers.stream()
                .flatMap(words -> ForeignMarker.userIn(words).stream())
                .toList();
        if (user == null || owners.isEmpty()) {
            return;
        }
        count++;
        for (String owner : owners) {
            if (first.size() < MOST_KEPT) {
                String words = "received what user '" + owner + "' had sent, first in " + place;
                first.putIfAbsent(List.of(user, owner), new Seen(user, words, startNanos));
            }
        }
    }

    private static String placeOf(HttpExchange exchange) {
        return exchange.method() + " " + path(exchange.url()) + " → " + exchange.status() + " of '" + exchange.service()
                + "' (call " + exchange.place().call() + ")";
    }

    /** What follows the address, which the service's name says. */
    private static String path(String url) {
        try {
            URI uri = URI.create(url);
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return uri.getRawPath() + query;
        } catch (IllegalArgumentException e) {
            // What is masked may make it no address.
            return url;
        }
    }

    private static String placeOf(WsMessage message) {
        String event = message.eventType() == null ? "" : " ('" + message.eventType() + "')";
        return "message " + message.number() + event + " of '" + message.service() + "' in WebSocket session "
                + message.session();
    }
}

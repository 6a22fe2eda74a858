package dev.goldenpath.users;

import dev.goldenpath.evidence.Evidence;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Observed;
import dev.goldenpath.evidence.WsMessage;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
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

    private final Deque<Observed> untold = new ArrayDeque<>();
    private final Map<String, String> firstPlaces = new LinkedHashMap<>();
    private int count;

    /** Will look at this, once it is in words. */
    synchronized void lookAt(Observed observed) {
        untold.addLast(observed);
        takeTold();
    }

    /** Waits until all is in words that was recorded before. */
    void settle() {
        List<Observed> rest;
        synchronized (this) {
            rest = List.copyOf(untold);
        }
        // Not within the lock: to put a large body into words takes its time.
        rest.forEach(Observed::evidence);
        synchronized (this) {
            takeTold();
        }
    }

    /** How many answers and messages held what is another's. */
    synchronized int count() {
        return count;
    }

    /** In words, the first ones, each pair of users once, with the place where that was seen first. */
    synchronized List<String> words() {
        List<String> words = new ArrayList<>();
        firstPlaces.forEach((whose, place) -> words.add(whose + ", first in " + place));
        return words;
    }

    private void takeTold() {
        while (!untold.isEmpty() && untold.getFirst().isTold()) {
            Evidence evidence = untold.removeFirst().evidence();
            if (evidence instanceof HttpExchange exchange) {
                note(exchange.user(), exchange.markers(), placeOf(exchange));
            } else if (evidence instanceof WsMessage message) {
                note(message.user(), message.markers(), placeOf(message));
            }
        }
    }

    private void note(@Nullable String user, List<String> markers, String place) {
        List<String> owners = markers.stream().flatMap(Isolation::ownerIn).toList();
        count += owners.isEmpty() ? 0 : 1;
        for (String owner : owners) {
            if (firstPlaces.size() < MOST_KEPT) {
                firstPlaces.putIfAbsent("user '" + user + "' received what user '" + owner + "' had sent", place);
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

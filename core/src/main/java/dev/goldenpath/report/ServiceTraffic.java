package dev.goldenpath.report;

import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Identity;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.SocketTraffic;
import dev.goldenpath.evidence.WsHandshake;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What all tests of a run exchanged with one service by their own calls. Not thread-safe. */
final class ServiceTraffic {
    /** Under which the calls of nobody are counted. */
    static final String ANONYMOUS = "(anonymous)";

    private final Latencies total = new Latencies();
    private final Latencies handshakes = new Latencies();
    private final Map<NetworkPhase, Latencies> phases = new EnumMap<>(NetworkPhase.class);
    private final Map<String, Integer> statuses = new TreeMap<>();
    private final Map<String, Integer> users = new TreeMap<>();
    private final Set<String> addresses = new TreeSet<>();
    private final Map<String, Boolean> identities = new TreeMap<>();
    private int exchanges;
    private int sessions;
    private long messages;
    private long sentBytes;
    private long receivedBytes;
    private long witnessedSentBytes;
    private long witnessedReceivedBytes;

    void add(HttpExchange exchange) {
        exchanges++;
        statuses.merge(exchange.status() == null ? "none" : exchange.status().toString(), 1, Integer::sum);
        Connection connection = exchange.connection();
        if (connection != null) {
            address(connection.remoteAddress());
            sentBytes += connection.sentBytes();
            receivedBytes += connection.receivedBytes();
        }
        if (TestTraffic.isAnswered(exchange)) {
            users.merge(userOf(exchange.user()), 1, Integer::sum);
            total.add(exchange.phases().total());
            exchange.phases().parts().forEach(this::phase);
        }
    }

    private void phase(NetworkPhase phase, Duration took) {
        phases.computeIfAbsent(phase, each -> new Latencies()).add(took);
    }

    void add(WsHandshake handshake, long itsMessages) {
        sessions++;
        messages += itsMessages;
        address(handshake.remoteAddress());
        if (handshake.failure() == null) {
            users.merge(userOf(handshake.user()), 1, Integer::sum);
            handshakes.add(handshake.phases().total());
        }
    }

    /** Good where the service said it each time. */
    void add(Identity identity) {
        identities.merge(identity.user(), identity.confirmed(), Boolean::logicalAnd);
    }

    void add(SocketTraffic socket) {
        Integer port = socket.port();
        String address = socket.address();
        // As the clients write it; a client that is not ours has told nobody whom it called.
        address(port == null ? address : (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + port);
        witnessedSentBytes += socket.sentBytes();
        witnessedReceivedBytes += socket.receivedBytes();
    }

    private void address(@Nullable String address) {
        if (address != null) {
            addresses.add(address);
        }
    }

    private static String userOf(@Nullable String user) {
        return user == null ? ANONYMOUS : user;
    }

    int exchanges() {
        return exchanges;
    }

    int sessions() {
        return sessions;
    }

    long messages() {
        return messages;
    }

    /** Application bytes of the exchanges, as far as they were counted. */
    long sentBytes() {
        return sentBytes;
    }

    /** As {@link #sentBytes}. */
    long receivedBytes() {
        return receivedBytes;
    }

    /** Bytes on the wire that the network witness saw while tests ran. */
    long witnessedSentBytes() {
        return witnessedSentBytes;
    }

    /** As {@link #witnessedSentBytes}. */
    long witnessedReceivedBytes() {
        return witnessedReceivedBytes;
    }

    /** Of answered exchanges, as a whole. */
    Latencies total() {
        return total;
    }

    /** Of answered exchanges, by phase; one that never happened is absent. */
    Map<NetworkPhase, Latencies> phases() {
        return Collections.unmodifiableMap(phases);
    }

    /** Of accepted handshakes, as a whole. */
    Latencies handshakes() {
        return handshakes;
    }

    /** How many exchanges by status, {@code none} where no response arrived. */
    Map<String, Integer> statuses() {
        return Collections.unmodifiableMap(statuses);
    }

    /** How many answered exchanges and accepted handshakes by test user. */
    Map<String, Integer> users() {
        return Collections.unmodifiableMap(users);
    }

    /** {@code address:port} of the peers. */
    Set<String> addresses() {
        return Collections.unmodifiableSet(addresses);
    }

    /** By test user, whether the service said each time that this is who calls; one it was never asked about is absent. */
    Map<String, Boolean> identities() {
        return Collections.unmodifiableMap(identities);
    }
}

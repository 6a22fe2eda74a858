package dev.goldenpath.report;

import dev.goldenpath.evidence.CallPlace;
import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.Evidence;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Identity;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Phases;
import dev.goldenpath.evidence.SocketTraffic;
import dev.goldenpath.evidence.TraceIds;
import dev.goldenpath.runlog.LoggedEvidence;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What tests exchanged with services, as the logs would tell it. */
final class ShopTraffic {
    private static final Path LOG = Path.of("log");
    private static final String TEST = "[class:ChatIT]/[method:answers()]";

    private final TrafficFigures figures = new TrafficFigures();

    /** 150 calls of the backend that take 1 to 150 ms, 15 of the auth service, and what the witness saw. */
    static TrafficFigures ofAShop() {
        ShopTraffic traffic = new ShopTraffic().calls("backend", 150).calls("auth", 15);
        traffic.figures.identity(logged(new Identity("backend", "alice", "alice", true)));
        traffic.figures.socket(
                logged(new SocketTraffic("backend", "10.0.0.7", 443, 23_400, 61_200, 40, 60, false, true, true)));
        return traffic.figures;
    }

    /** The n-th takes n ms; all but the first on a connection that was open. */
    ShopTraffic calls(String service, int number) {
        for (int i = 1; i <= number; i++) {
            Map<NetworkPhase, Duration> parts = new EnumMap<>(NetworkPhase.class);
            if (i == 1) {
                parts.put(NetworkPhase.CONNECT, Duration.ofMillis(2));
            }
            parts.put(NetworkPhase.WAIT, Duration.ofMillis(i));
            figures.exchange(logged(
                    exchange(service, i % 3 == 0 ? null : "alice", new Phases(parts, null, Duration.ofMillis(i)))));
        }
        return this;
    }

    TrafficFigures figures() {
        return figures;
    }

    private static <E extends Evidence> LoggedEvidence<E> logged(E evidence) {
        return new LoggedEvidence<>(LOG, TEST, 1, Phase.TEST, Instant.EPOCH, evidence);
    }

    private static HttpExchange exchange(String service, @Nullable String user, Phases phases) {
        return new HttpExchange(
                service,
                user,
                null,
                new CallPlace(1, 1, null, false),
                "GET",
                "https://h/",
                Map.of(),
                null,
                200,
                Map.of(),
                null,
                new Connection(true, "10.0.0.7:443", "10.0.0.1:50123", null, List.of(), null, 100, 200),
                new TraceIds(null, null, null, Map.of()),
                phases,
                null,
                List.of());
    }
}

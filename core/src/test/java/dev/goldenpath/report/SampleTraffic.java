package dev.goldenpath.report;

import dev.goldenpath.evidence.Attachment;
import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.CallFailure;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What tests exchanged, as {@link TrafficFigures} count it. */
final class SampleTraffic {
    private final TrafficFigures figures = new TrafficFigures();
    private final Path log;

    SampleTraffic() {
        this(SampleRun.LOG);
    }

    /** That this log holds. */
    SampleTraffic(Path log) {
        this.log = log;
    }

    TrafficFigures figures() {
        return figures;
    }

    /** An answered exchange, as alice. */
    SampleTraffic answered(String test, int attempt, String service, int status, long micros, String trace) {
        figures.exchange(logged(test, attempt, exchange(service, status, micros, trace, null, List.of())));
        return this;
    }

    /** An exchange that was refused. */
    SampleTraffic refused(String test, int attempt, String service, long micros) {
        CallFailure failure = new CallFailure(CallFailure.Kind.REFUSED, NetworkPhase.CONNECT, "Connection refused");
        figures.exchange(logged(test, attempt, exchange(service, null, micros, null, failure, List.of())));
        return this;
    }

    SampleTraffic attached(String test, int attempt, @Nullable String file) {
        Attachment attachment = new Attachment(
                "a", "text/plain", 1, file == null ? null : "00", file, file == null ? "it has a secret" : null);
        figures.attachment(logged(test, attempt, attachment));
        return this;
    }

    SampleTraffic identity(String service, String user, boolean confirmed) {
        figures.identity(logged(null, null, new Identity(service, user, user, confirmed)));
        return this;
    }

    SampleTraffic witnessed(String test, String service, long sent, long received) {
        figures.socket(logged(
                test, 1, new SocketTraffic(service, "127.0.0.1", 8080, sent, received, 1, 1, false, true, true)));
        return this;
    }

    private <E extends Evidence> LoggedEvidence<E> logged(
            @Nullable String test, @Nullable Integer attempt, E evidence) {
        return new LoggedEvidence<>(log, test, attempt, Phase.TEST, Instant.EPOCH, evidence);
    }

    private static HttpExchange exchange(
            String service,
            @Nullable Integer status,
            long micros,
            @Nullable String trace,
            @Nullable CallFailure failure,
            List<String> markers) {
        @Nullable Body none = null;
        return new HttpExchange(
                service,
                "alice",
                null,
                new CallPlace(1, 1, null, false),
                "GET",
                "http://127.0.0.1:8080/",
                Map.of(),
                none,
                status,
                Map.of(),
                none,
                status == null
                        ? null
                        : new Connection(true, "127.0.0.1:8080", "127.0.0.1:50000", null, List.of(), null, 100, 300),
                new TraceIds(trace, null, "request", Map.of()),
                Phases.ofTotal(Duration.ofNanos(micros * 1_000)),
                failure,
                markers);
    }
}

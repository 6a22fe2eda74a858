package dev.goldenpath.evidence;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Exchanges for tests that are not about HTTP. */
public final class Exchanges {
    private static final TraceIds NO_IDS = new TraceIds(null, null, null, Map.of());

    private Exchanges() {}

    /** A test's own call that was answered with this status. */
    public static HttpExchange answered(int status) {
        return of(status, null, null);
    }

    /** A call with or without an answer, a failure and a purpose. */
    public static HttpExchange of(@Nullable Integer status, @Nullable CallFailure failure, @Nullable String purpose) {
        return new HttpExchange(
                "backend",
                null,
                purpose,
                new CallPlace(1, 1, null, false),
                "GET",
                "http://127.0.0.1/",
                Map.of(),
                null,
                status,
                Map.of(),
                null,
                null,
                NO_IDS,
                Phases.ofTotal(Duration.ZERO),
                failure,
                List.of());
    }
}

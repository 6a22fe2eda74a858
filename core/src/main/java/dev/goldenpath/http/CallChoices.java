package dev.goldenpath.http;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How the author wants a call made. Not thread-safe. */
final class CallChoices {
    private @Nullable Duration limit;
    private @Nullable Retry retry;
    private boolean followsRedirects;
    private boolean onNewConnection;

    void limitTo(Duration whole) {
        if (whole.isNegative() || whole.isZero()) {
            throw new IllegalArgumentException("A call can't be limited to " + whole + ": that leaves no time at all.");
        }
        if (whole.compareTo(Eventually.LONGEST) > 0) {
            throw new IllegalArgumentException("A call can't be limited to " + whole + ": a year is the longest.");
        }
        limit = whole;
    }

    Duration limitOr(Duration usual) {
        return limit == null ? usual : limit;
    }

    void retry(Retry policy) {
        if (policy.isEmpty()) {
            throw new IllegalArgumentException(
                    "This retry never tries again. Say after what: .onStatus(503) or .onFailure(Kind.REFUSED).");
        }
        retry = policy;
    }

    void followRedirects() {
        followsRedirects = true;
    }

    void openNewConnection() {
        onNewConnection = true;
    }

    CallOptions within(Duration whole, Supplier<ResponseReading> reading) {
        return new CallOptions(whole, followsRedirects, retry, onNewConnection, reading);
    }
}

package dev.goldenpath.http;

import org.apache.hc.core5.concurrent.Cancellable;

/** The time of one call: what goes on when it is over is cancelled. Thread-safe. */
final class CallLimit implements Runnable {
    private final Cancellable exchange;
    private volatile boolean over;

    CallLimit(Cancellable exchange) {
        this.exchange = exchange;
    }

    @Override
    public void run() {
        // Before the cancelling, so that whatever breaks by it is seen to break by the limit.
        over = true;
        exchange.cancel();
    }

    boolean isOver() {
        return over;
    }
}

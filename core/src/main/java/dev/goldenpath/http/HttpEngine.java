package dev.goldenpath.http;

import dev.goldenpath.client.RedactedCause;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.Redaction;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/** Makes exchanges, each over the transport of its service, and records every one of them. Thread-safe. */
final class HttpEngine implements AutoCloseable {
    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
    private static final int PROXY_WANTS_CREDENTIALS = 407;

    /** Who takes turns at fewer connections than there are users at once does not show how the service takes them. */
    private static final int MOST_CONNECTIONS = 10_000;

    private final int mostConnections;
    private final Map<String, ServiceTransport> transports = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor limiter = limiter();
    /** With an earlier deadline always in the queue, a call's own does not wake the thread. */
    private final ScheduledFuture<?> earlier = limiter.scheduleWithFixedDelay(() -> {}, 1, 1, TimeUnit.SECONDS);

    HttpEngine() {
        this(MOST_CONNECTIONS);
    }

    /** With at most this many connections to each service. */
    HttpEngine(int mostConnections) {
        this.mostConnections = mostConnections;
    }

    /**
     * Makes one exchange.
     *
     * @throws ServiceCallException when no whole response arrives
     */
    ServiceResponse exchange(OutgoingRequest outgoing, CallOptions options, Exchange exchange, long deadlineNanos) {
        CallLimit limit = new CallLimit(exchange.request());
        ScheduledFuture<?> timer = null;
        try {
            timer = limiter.schedule(limit, deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
            return answer(outgoing, options, exchange);
        } catch (IOException e) {
            throw broken(outgoing, exchange, e, givenUp(exchange, limit, options));
        } catch (RuntimeException e) {
            // The client stumbles in several ways over a connection that is taken away from it.
            CallFailure givenUp = givenUp(exchange, limit, options);
            if (givenUp != null && !exchange.hasEnded()) {
                throw broken(outgoing, exchange, e, givenUp);
            }
            endIfOpen(outgoing, exchange, e);
            throw e;
        } catch (Error e) {
            endIfOpen(outgoing, exchange, e);
            throw e;
        } finally {
            if (timer != null) {
                timer.cancel(false);
            }
        }
    }

    /** What is thrown once it is recorded has been thrown by whoever was told of it. */
    private static void endIfOpen(OutgoingRequest outgoing, Exchange exchange, Throwable thrown) {
        if (!exchange.hasEnded()) {
            exchange.end(FailureWords.of(thrown, exchange, outgoing.context()));
        }
    }

    /** Why nobody waits for the answer any more; {@code null} where it is still awaited. */
    private static @Nullable CallFailure givenUp(Exchange exchange, CallLimit limit, CallOptions options) {
        if (limit.isOver()) {
            return FailureWords.ofLimit(exchange, options.limit());
        }
        return Thread.currentThread().isInterrupted() ? FailureWords.ofInterrupt(exchange) : null;
    }

    private ServiceResponse answer(OutgoingRequest outgoing, CallOptions options, Exchange exchange)
            throws IOException {
        ServiceTransport.chooseConnection(exchange.context(), options.onNewConnection());
        ClassicHttpResponse response =
                transport(outgoing.context().service()).open(exchange.request(), exchange.context(), exchange.trace());
        ResponseContent content = received(exchange, response);
        return new ServiceResponse(outgoing, response, content, exchange.end(null));
    }

    private static ResponseContent received(Exchange exchange, ClassicHttpResponse response) throws IOException {
        boolean whole = false;
        try {
            refuseProxysAnswer(exchange, response);
            exchange.headReceived(response);
            ResponseContent content = read(exchange, response);
            whole = exchange.reading().isAtEnd();
            if (whole) {
                response.close();
            }
            return content;
        } finally {
            if (!whole) {
                // Closing alone would read the rest, which is not wanted and may have no end.
                exchange.request().cancel();
                Closer.closeQuietly(response);
            }
        }
    }

    private static void refuseProxysAnswer(Exchange exchange, ClassicHttpResponse response) throws IOException {
        Integer refused = exchange.trace().refusedByProxy();
        if (refused == null && exchange.trace().isProxied() && response.getCode() == PROXY_WANTS_CREDENTIALS) {
            refused = PROXY_WANTS_CREDENTIALS;
        }
        if (refused != null) {
            throw new ProxyRefusedException(refused);
        }
    }

    private static ResponseContent read(Exchange exchange, ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return exchange.reading().read(InputStream.nullInputStream(), null, 0);
        }
        Header encoding = response.getFirstHeader("Content-Encoding");
        InputStream wire = entity.getContent();
        boolean zipped = encoding != null && GZIP.contains(encoding.getValue().toLowerCase(Locale.ROOT));
        // What can't be decompressed here is no text, whatever it claims to be.
        boolean readable = zipped || encoding == null || encoding.getValue().equalsIgnoreCase("identity");
        return exchange.reading()
                .read(
                        zipped ? new GzipBody(wire) : wire,
                        readable ? entity.getContentType() : null,
                        zipped ? -1 : entity.getContentLength());
    }

    private static ServiceCallException broken(
            OutgoingRequest outgoing, Exchange exchange, Exception e, @Nullable CallFailure limited) {
        // Redacted, for the words of a failure may quote what the service sent.
        Redaction redaction = outgoing.context().redaction();
        CallFailure failure = limited == null ? FailureWords.of(e, exchange, outgoing.context()) : limited;
        return BrokenCall.of(
                outgoing, failure, exchange.end(failure), redaction.text(e.toString()), RedactedCause.of(e, redaction));
    }

    private ServiceTransport transport(ServiceEndpoint service) {
        return transports.computeIfAbsent(service.name(), name -> new ServiceTransport(service, mostConnections));
    }

    @Override
    public void close() {
        transports.values().forEach(ServiceTransport::close);
        earlier.cancel(false);
        limiter.shutdownNow();
    }

    private static ScheduledThreadPoolExecutor limiter() {
        ScheduledThreadPoolExecutor limiter = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "goldenpath-call-limit");
            thread.setDaemon(true);
            return thread;
        });
        limiter.setRemoveOnCancelPolicy(true);
        return limiter;
    }
}

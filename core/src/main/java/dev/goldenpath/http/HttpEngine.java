package dev.goldenpath.http;

import dev.goldenpath.client.RedactedCause;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** Sends requests over one pool of connections and records each as one exchange. Thread-safe. */
final class HttpEngine implements AutoCloseable {
    private static final Duration CALL_LIMIT = Duration.ofSeconds(60);
    private static final Timeout CONNECT_LIMIT = Timeout.ofSeconds(10);
    private static final Timeout SILENCE_LIMIT = Timeout.ofSeconds(30);
    private static final int MOST_CONNECTIONS = 256;
    private static final int MOST_BODY_BYTES = 64 * 1024 * 1024;

    private final CloseableHttpClient client = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new NamedAddresses())
                    .setMaxConnTotal(MOST_CONNECTIONS)
                    .setMaxConnPerRoute(MOST_CONNECTIONS)
                    .setDefaultConnectionConfig(ConnectionConfig.custom()
                            .setConnectTimeout(CONNECT_LIMIT)
                            .setSocketTimeout(SILENCE_LIMIT)
                            .build())
                    .build())
            .setDefaultRequestConfig(RequestConfig.custom()
                    .setConnectionRequestTimeout(SILENCE_LIMIT)
                    .build())
            .setUserAgent("golden-path")
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .build();
    private final ScheduledThreadPoolExecutor limiter = limiter();

    ServiceResponse send(OutgoingRequest outgoing) {
        // Resolved before anything is sent, so that no call goes unrecorded.
        Recording recording = outgoing.context().recording();
        HttpUriRequestBase request = toRequest(outgoing);
        HttpClientContext context = HttpClientContext.create();
        ExchangeRecord exchange = new ExchangeRecord(outgoing, request, context, recording.phase(), System.nanoTime());
        Answer answer = exchange(outgoing, request, context, exchange, recording);
        return new ServiceResponse(outgoing, answer.head, answer.body, exchange.complete(recording, answer.body));
    }

    /** A whole answer. */
    private static final class Answer {
        private final ClassicHttpResponse head;
        private final byte[] body;

        Answer(ClassicHttpResponse head, byte[] body) {
            this.head = head;
            this.body = body;
        }
    }

    private Answer exchange(
            OutgoingRequest outgoing,
            HttpUriRequestBase request,
            HttpClientContext context,
            ExchangeRecord exchange,
            Recording recording) {
        // Redacted, for the words of a failure may quote what the service sent.
        Redaction redaction = outgoing.context().redaction();
        ScheduledFuture<?> limit = null;
        try {
            limit = limiter.schedule(request::cancel, CALL_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return client.execute(request, context, response -> {
                exchange.headReceived(response);
                return new Answer(response, readBody(response));
            });
        } catch (IOException e) {
            String failure = limit != null && limit.isDone()
                    ? "no whole answer within " + CALL_LIMIT.toSeconds() + " s"
                    : redaction.text(FailureWords.of(e));
            exchange.fail(recording, failure);
            throw new ServiceCallException(
                    exchange.description() + ": " + failure + ".",
                    List.of(
                            Fact.of("service", outgoing.context().service().name()),
                            Fact.of("url from", outgoing.context().service().origin()),
                            Fact.of("cause", redaction.text(e.toString()))),
                    RedactedCause.of(e, redaction));
        } catch (RuntimeException | Error e) {
            exchange.fail(recording, redaction.text(FailureWords.of(e)));
            throw e;
        } finally {
            if (limit != null) {
                limit.cancel(false);
            }
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        limiter.shutdownNow();
    }

    private static HttpUriRequestBase toRequest(OutgoingRequest outgoing) {
        HttpUriRequestBase request = new HttpUriRequestBase(outgoing.method(), outgoing.url());
        outgoing.context().user().map(RequestAuthorizer::headers).ifPresent(all -> all.forEach(request::addHeader));
        outgoing.headers().forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
        byte[] body = outgoing.bodyBytes();
        if (body != null) {
            // The content type is among the headers already.
            request.setEntity(new ByteArrayEntity(body, null));
        }
        return request;
    }

    private static byte[] readBody(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        byte[] body = entity.getContent().readNBytes(MOST_BODY_BYTES + 1);
        if (body.length > MOST_BODY_BYTES) {
            throw new InterruptedIOException("the body is larger than " + MOST_BODY_BYTES + " bytes");
        }
        return body;
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

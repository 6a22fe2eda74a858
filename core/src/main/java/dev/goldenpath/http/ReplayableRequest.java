package dev.goldenpath.http;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.client.ReplayAnswer;
import dev.goldenpath.client.ReplayHeaders;
import dev.goldenpath.client.Replayable;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.MediaType;
import dev.goldenpath.evidence.Recording;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An HTTP call that was answered. Thread-safe. */
final class ReplayableRequest implements Replayable {
    private final HttpEngine engine;
    private final OutgoingRequest request;
    private final CallOptions options;
    private final ServiceResponse answer;

    /** A call whose first exchange sent {@code request}, and whose last brought {@code answer}. */
    ReplayableRequest(HttpEngine engine, OutgoingRequest request, CallOptions options, ServiceResponse answer) {
        this.engine = engine;
        this.request = request;
        this.options = options;
        this.answer = answer;
    }

    @Override
    public String description() {
        return request.description();
    }

    @Override
    public ServiceEndpoint service() {
        return request.context().service();
    }

    @Override
    public Optional<String> user() {
        return Optional.ofNullable(request.context().userName());
    }

    @Override
    public ReplayAnswer answer() {
        return of(answer, keptText());
    }

    private String keptText() {
        try {
            return answer.text();
        } catch (IllegalStateException e) {
            // Streamed, or too large for memory: the evidence holds the beginning.
            Body recorded = answer.exchange().responseBody();
            return recorded == null || recorded.text() == null ? "" : recorded.text();
        }
    }

    @Override
    public ReplayAnswer replay(@Nullable RequestAuthorizer credentials, Recording recording) {
        ClientContext context = request.context().replaying(credentials, recording);
        OutgoingRequest again = new OutgoingRequest(
                context,
                request.method(),
                ReplayHeaders.goingAlong(request.url(), context.redaction()),
                ReplayHeaders.goingAlong(request.headers(), credentials, context.redaction()),
                request.body(),
                credentials != null);
        BodyBeginning beginning = new BodyBeginning();
        CallOptions once = new CallOptions(
                limit(context), false, null, options.onNewConnection(), () -> new ReadingByAuthor(beginning));
        ServiceResponse second = new Call(engine, again, once).make(again);
        return of(
                second,
                beginning.text(MediaType.charset(second.header("Content-Type").orElse(null))));
    }

    /** What was left of the time for several tries may be too little for one. */
    private Duration limit(ClientContext context) {
        Duration usual = context.service().timeouts().call();
        return usual.compareTo(options.limit()) > 0 ? usual : options.limit();
    }

    private static ReplayAnswer of(ServiceResponse response, String body) {
        return ReplayAnswer.ofHttp(response.status(), response.headers(), body, response.toString());
    }

    /** The description alone. */
    @Override
    public String toString() {
        return description();
    }
}

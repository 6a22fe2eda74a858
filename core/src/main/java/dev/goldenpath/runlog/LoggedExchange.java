package dev.goldenpath.runlog;

import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.HttpExchange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An exchange as a log has it: texts that nobody looks at are not decoded. Good for as long as it is shown.
 *
 * @param bare the exchange without headers and bodies, which can be kept
 * @param test as {@link LoggedEvidence#test}
 * @param startedAt when it began, as {@link java.time.Instant#toString} has it
 * @param call what was sent and what came back
 * @since 0.1.0
 */
public record LoggedExchange(
        LoggedEvidence<HttpExchange> bare, @Nullable RawText test, RawText startedAt, RawCall call) {

    /** The exchange with headers and body of its request. */
    public HttpExchange withRequest() {
        return exchange(Map.of(), null);
    }

    /** With all there is. */
    LoggedEvidence<HttpExchange> whole() {
        RawBody body = call.responseBody();
        return new LoggedEvidence<>(
                bare.log(),
                bare.test(),
                bare.attempt(),
                bare.phase(),
                bare.startedAt(),
                exchange(RawHeader.byName(call.responseHeaders()), body == null ? null : body.body()),
                bare.line());
    }

    private HttpExchange exchange(Map<String, List<String>> responseHeaders, @Nullable Body responseBody) {
        HttpExchange evidence = bare.evidence();
        RawBody requestBody = call.requestBody();
        return new HttpExchange(
                evidence.service(),
                evidence.user(),
                evidence.purpose(),
                evidence.place(),
                evidence.method(),
                evidence.url(),
                RawHeader.byName(call.requestHeaders()),
                requestBody == null ? null : requestBody.body(),
                evidence.status(),
                responseHeaders,
                responseBody,
                evidence.connection(),
                evidence.ids(),
                evidence.phases(),
                evidence.failure(),
                evidence.markers());
    }
}

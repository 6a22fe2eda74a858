package dev.goldenpath.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request and what came back.
 *
 * @param service name of the declared service
 * @param user name of the test user whose authorization was sent, absent for an anonymous call
 * @param purpose why the library made this call for itself ({@code login}, {@code health}), absent for a test's call
 * @param place which exchange of which call this is
 * @param method request method, upper case
 * @param url the full URL, redacted
 * @param requestHeaders header names as sent, values redacted
 * @param requestBody absent when the request had none
 * @param status absent when no response arrived
 * @param responseHeaders header names as received, values redacted; empty when no response arrived
 * @param responseBody decompressed, as far as it arrived; absent when not even the response's head did
 * @param connection what it went over, absent when none was asked for
 * @param ids by which it is found in the services' logs
 * @param phases durations of the exchange's parts
 * @param failure what broke, absent when a whole response arrived
 * @param markers what in the response's body tells that it is no real work, such as {@code /source is "mock"}, and whose
 *     of other users its body or headers hold the marker, redacted
 * @since 0.1.0
 */
public record HttpExchange(
        String service,
        @Nullable String user,
        @Nullable String purpose,
        CallPlace place,
        String method,
        String url,
        Map<String, List<String>> requestHeaders,
        @Nullable Body requestBody,
        @Nullable Integer status,
        Map<String, List<String>> responseHeaders,
        @Nullable Body responseBody,
        @Nullable Connection connection,
        TraceIds ids,
        Phases phases,
        @Nullable CallFailure failure,
        List<String> markers)
        implements Evidence {

    /** What {@link #kind()} says. */
    public static final String KIND = "http-exchange";

    /** The purpose of a test's call that is made again with credentials of nobody, or none. */
    public static final String REPLAY = "replay";

    /** With which a proxy tells that it could not reach the service. */
    private static final Set<Integer> OF_GATEWAYS = Set.of(502, 503, 504);

    /** Copies the markers; the log of a run leaves out that there are none. */
    public HttpExchange {
        markers = markers == null ? List.of() : List.copyOf(markers);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean redactedWhenTold() {
        return true;
    }

    @Override
    public int weight() {
        return Body.weight(requestBody) + Body.weight(responseBody);
    }

    @Override
    public Optional<Answer> answer() {
        return isAnswer(status, failure, purpose, place, connection)
                ? Optional.of(answerOf(service, user, connection))
                : Optional.empty();
    }

    /** The answer of a service over this connection. */
    public static Answer answerOf(String service, @Nullable String user, @Nullable Connection connection) {
        return new Answer(service, user, connection == null ? null : connection.remoteAddress());
    }

    @Override
    public List<String> suspicions() {
        if (markers.isEmpty()) {
            return List.of();
        }
        return markers.stream()
                .map(marker -> method + " " + url + " → " + status + ": " + marker)
                .toList();
    }

    /**
     * Whether an exchange of these is an answer of the declared service to a test. It is none when a proxy that can read
     * along may have given it in the place of a service that it could not reach.
     */
    public static boolean isAnswer(
            @Nullable Integer status,
            @Nullable CallFailure failure,
            @Nullable String purpose,
            CallPlace place,
            @Nullable Connection connection) {
        boolean mayBeProxys = connection != null
                && connection.proxy() != null
                && connection.tls() == null
                && status != null
                && OF_GATEWAYS.contains(status);
        boolean ofTest = purpose == null || purpose.equals(REPLAY);
        return status != null && failure == null && ofTest && !place.elsewhere() && !mayBeProxys;
    }
}

package dev.goldenpath.evidence;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request and what came back.
 *
 * @param service name of the declared service
 * @param user name of the test user whose authorization was sent, absent for an anonymous call
 * @param purpose why the library made this call for itself ({@code login}, {@code health}), absent for a test's call
 * @param method request method, upper case
 * @param url the full URL, redacted
 * @param requestHeaders header names as sent, values redacted
 * @param requestBody absent when the request had none
 * @param status absent when no response arrived
 * @param responseHeaders header names as received, values redacted; empty when no response arrived
 * @param responseBody absent when no response arrived
 * @param remoteAddress {@code address:port} of the peer, absent when no connection was made
 * @param phases durations of the call's parts
 * @param failure what broke, absent when a whole response arrived
 * @since 0.1.0
 */
public record HttpExchange(
        String service,
        @Nullable String user,
        @Nullable String purpose,
        String method,
        String url,
        Map<String, List<String>> requestHeaders,
        @Nullable Body requestBody,
        @Nullable Integer status,
        Map<String, List<String>> responseHeaders,
        @Nullable Body responseBody,
        @Nullable String remoteAddress,
        Phases phases,
        @Nullable String failure)
        implements Evidence {

    @Override
    public String kind() {
        return "http-exchange";
    }

    @Override
    public boolean answered() {
        return status != null && failure == null && purpose == null;
    }
}

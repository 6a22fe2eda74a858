package dev.goldenpath.http;

import dev.goldenpath.client.RequestAuthorizer;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hc.core5.net.PercentCodec;

/**
 * The query parameters that make a call its user's, such as an API key. They are added when the call goes out, and not
 * before: made again as somebody else, it must not carry them.
 *
 * @since 0.1.0
 */
public final class UserParameters {
    private UserParameters() {}

    /** The query that a user's calls carry, encoded; empty where they carry none. May log in, or refresh, first. */
    public static String query(RequestAuthorizer user) {
        Map<String, String> parameters = user.parameters();
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(parameter -> PercentCodec.RFC3986.encode(parameter.getKey()) + "="
                                + PercentCodec.RFC3986.encode(parameter.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** {@code url} with this user's parameters behind its own. */
    static URI appended(URI url, RequestAuthorizer user) {
        String query = query(user);
        return query.isEmpty() ? url : URI.create(url + (url.getRawQuery() == null ? "?" : "&") + query);
    }
}

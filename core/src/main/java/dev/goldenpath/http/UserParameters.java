package dev.goldenpath.http;

import dev.goldenpath.client.RequestAuthorizer;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return encoded(user.parameters().entrySet().stream());
    }

    /**
     * {@code url} with this user's parameters behind its own. One that is there already with the same value stays alone:
     * a redirect may give back the query that it was asked with.
     */
    static URI appended(URI url, RequestAuthorizer user) {
        String own = url.getRawQuery();
        List<String> there = own == null
                ? List.of()
                : Arrays.stream(own.split("&", -1)).map(UserParameters::decoded).toList();
        String query = encoded(user.parameters().entrySet().stream()
                .filter(parameter -> !there.contains(parameter.getKey() + "=" + parameter.getValue())));
        return query.isEmpty() ? url : URI.create(url + (own == null ? "?" : "&") + query);
    }

    private static String encoded(Stream<Map.Entry<String, String>> parameters) {
        return parameters
                .map(parameter -> PercentCodec.RFC3986.encode(parameter.getKey()) + "="
                        + PercentCodec.RFC3986.encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String decoded(String parameter) {
        try {
            return URLDecoder.decode(parameter, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Not one of ours, for those are encoded well.
            return parameter;
        }
    }
}

package dev.goldenpath.client;

import dev.goldenpath.evidence.Redaction;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an author has written into a call, as far as it goes along when the call is made again with other credentials:
 * nothing that is, by its name, a credential itself, or the call would be let in by that. A client certificate stays, for
 * it belongs to the service's connections and not to a user.
 *
 * @since 0.1.0
 */
public final class ReplayHeaders {
    private ReplayHeaders() {}

    /**
     * Those of an author's headers that go along: not what the credentials bring, and none that is masked for its name,
     * such as {@code Authorization}, {@code Cookie} or {@code X-Api-Key}.
     *
     * @param credentials {@code null} for none; they may log in, or refresh, first
     * @param redaction knows which names are those of secrets
     * @throws dev.goldenpath.environment.EnvironmentNotReadyException as {@link RequestAuthorizer#headers()}
     */
    public static Map<String, List<String>> goingAlong(
            Map<String, List<String>> authors, @Nullable RequestAuthorizer credentials, Redaction redaction) {
        Set<String> given = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        if (credentials != null) {
            given.addAll(credentials.headers().keySet());
        }
        Map<String, List<String>> kept = new LinkedHashMap<>(authors);
        kept.keySet().removeIf(name -> given.contains(name) || redaction.isSecretHeader(name));
        return kept;
    }

    /**
     * An author's url with those of its query parameters that go along: none that is masked for its name, such as {@code
     * access_token} or {@code api_key}. All others stay as they are written.
     */
    public static URI goingAlong(URI authors, Redaction redaction) {
        String query = authors.getRawQuery();
        if (query == null) {
            return authors;
        }
        String kept = Arrays.stream(query.split("&", -1))
                .filter(parameter -> !redaction.isSecretParameter(OwnCredentials.nameOf(parameter)))
                .collect(Collectors.joining("&"));
        if (kept.equals(query)) {
            return authors;
        }
        String path = authors.toString().substring(0, authors.toString().indexOf('?'));
        return URI.create(kept.isEmpty() ? path : path + "?" + kept);
    }
}

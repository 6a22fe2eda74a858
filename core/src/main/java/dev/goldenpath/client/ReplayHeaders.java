package dev.goldenpath.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The headers with which a call is made again.
 *
 * @since 0.1.0
 */
public final class ReplayHeaders {
    private ReplayHeaders() {}

    /**
     * Those of an author's headers that go along: not what the credentials bring, nor an {@code Authorization}, which
     * would be credentials of the author's own.
     *
     * @param credentials {@code null} for none; they may log in, or refresh, first
     * @throws dev.goldenpath.environment.EnvironmentNotReadyException as {@link RequestAuthorizer#headers()}
     */
    public static Map<String, List<String>> goingAlong(
            Map<String, List<String>> authors, @Nullable RequestAuthorizer credentials) {
        Set<String> given = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        given.add("Authorization");
        if (credentials != null) {
            given.addAll(credentials.headers().keySet());
        }
        Map<String, List<String>> kept = new LinkedHashMap<>(authors);
        kept.keySet().removeIf(given::contains);
        return kept;
    }
}

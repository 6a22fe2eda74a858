package dev.goldenpath.runlog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.goldenpath.environment.KnownIssue;
import dev.goldenpath.environment.KnownScope;
import dev.goldenpath.environment.Origin;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A known issue as a log holds it.
 *
 * @param issue as declared; all of its environments count
 * @param expired whether it did not hold any more on the day on which the JVM of the log began
 * @since 0.1.0
 */
public record LoggedIssue(KnownIssue issue, boolean expired) {

    /** The list for the log; {@code null} where there is none. */
    static @Nullable List<Map<String, Object>> listOf(List<KnownIssue> issues, LocalDate day) {
        return issues.isEmpty()
                ? null
                : issues.stream()
                        .map(issue -> object(issue, issue.isExpiredOn(day)))
                        .toList();
    }

    private static Map<String, Object> object(KnownIssue issue, boolean expired) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", issue.id());
        object.put("link", issue.link().toString());
        object.put("owner", issue.owner());
        object.put("expires", issue.expires().toString());
        object.put("expired", expired);
        object.put("environments", issue.scope().environments());
        object.put("tests", issue.scope().tests());
        object.put("fingerprints", issue.fingerprints());
        object.put("origin", issue.origin().description());
        return object;
    }

    /** The same, read from the list that was written. */
    static List<LoggedIssue> read(JsonNode list) {
        List<LoggedIssue> issues = new ArrayList<>();
        list.forEach(object -> issues.add(new LoggedIssue(
                new KnownIssue(
                        object.path("id").asText(),
                        link(object.path("link").asText()),
                        object.path("owner").asText(),
                        LocalDate.parse(object.path("expires").asText()),
                        new KnownScope(LogJson.textsOf(object, "environments"), LogJson.textsOf(object, "tests")),
                        LogJson.textsOf(object, "fingerprints"),
                        new Origin(object.path("origin").asText())),
                object.path("expired").asBoolean())));
        return issues;
    }

    /** Redaction may have left what is no URL any more. */
    private static URI link(String text) {
        return URI.create(text.replaceAll("[^!-~]|[<>\"{}|\\\\^`]", "_"));
    }

    /** One entry for each id; expired where any JVM found it so. */
    static List<LoggedIssue> merged(List<LoggedIssue> all) {
        Map<String, LoggedIssue> byId = new LinkedHashMap<>();
        all.forEach(each -> byId.merge(
                each.issue().id(),
                each,
                (one, other) -> new LoggedIssue(one.issue(), one.expired() || other.expired())));
        return List.copyOf(byId.values());
    }
}

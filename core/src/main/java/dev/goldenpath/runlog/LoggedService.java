package dev.goldenpath.runlog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.goldenpath.environment.Need;
import dev.goldenpath.environment.PointerReference;
import dev.goldenpath.environment.RevisionRules;
import dev.goldenpath.environment.ServiceEndpoint;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A service's place among the others, as it was declared.
 *
 * @param dependsOn services it depends on, by name
 * @param reportedBy the service that speaks for it, absent where it is asked itself
 * @param revisionExpected the revision it should run, absent where any will do
 * @param revisionMaxAge how long ago that may have been deployed, absent where that does not matter
 * @since 0.1.0
 */
public record LoggedService(
        Map<String, Need> dependsOn,
        @Nullable String reportedBy,
        @Nullable String revisionExpected,
        @Nullable Duration revisionMaxAge) {

    /** Copies the dependencies, by name. */
    public LoggedService {
        dependsOn = Collections.unmodifiableMap(new TreeMap<>(dependsOn));
    }

    static LoggedService of(ServiceEndpoint service) {
        PointerReference reportedBy = service.reportedBy();
        RevisionRules rules = service.probes().revision();
        return new LoggedService(
                service.dependsOn(),
                reportedBy == null ? null : reportedBy.place(),
                rules.expected() == null ? null : rules.expected().value(),
                rules.maxAge());
    }

    static LoggedService of(JsonNode facts) {
        Map<String, Need> dependsOn = new TreeMap<>();
        facts.path("dependsOn")
                .properties()
                .forEach(entry -> dependsOn.put(
                        entry.getKey(), Need.valueOf(entry.getValue().asText().toUpperCase(Locale.ROOT))));
        JsonNode maxAge = facts.path("revisionMaxAge");
        return new LoggedService(
                dependsOn,
                LogJson.textOf(facts, "reportedBy"),
                LogJson.textOf(facts, "revisionExpected"),
                maxAge.isMissingNode() ? null : Duration.ofNanos(Math.multiplyExact(maxAge.asLong(), 1_000)));
    }

    /** What is absent stays so. */
    void putInto(Map<String, Object> facts) {
        if (!dependsOn.isEmpty()) {
            Map<String, String> words = new TreeMap<>();
            dependsOn.forEach((name, need) -> words.put(name, need.name().toLowerCase(Locale.ROOT)));
            facts.put("dependsOn", words);
        }
        if (reportedBy != null) {
            facts.put("reportedBy", reportedBy);
        }
        if (revisionExpected != null) {
            facts.put("revisionExpected", revisionExpected);
        }
        if (revisionMaxAge != null) {
            facts.put("revisionMaxAge", revisionMaxAge);
        }
    }
}

package dev.goldenpath.runlog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.goldenpath.environment.GateSettings;
import dev.goldenpath.environment.TestBudget;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a log holds what a run must reach: rates under their own names, and beside them what else is asked for. */
final class GateJson {
    private static final String REVENUE_AT_RISK = "revenueAtRisk";
    private static final String FLAKY = "flaky";
    private static final String SKIPPED = "skipped";
    private static final String AUDIT = "audit";
    private static final String MARKERS = "markers";
    private static final String BYPASSES = "bypasses";
    private static final String KNOWN = "known";
    private static final String TOLERATE = "tolerate";
    private static final String PERCENT = "percent";
    private static final String TESTS = "tests";

    private GateJson() {}

    /** The object; what is not asked for is absent. */
    static Map<String, Object> of(GateSettings gate) {
        Map<String, Object> object = new LinkedHashMap<>(gate.rates());
        put(object, REVENUE_AT_RISK, gate.revenueAtRisk());
        put(object, FLAKY, gate.flaky());
        put(object, SKIPPED, gate.skipped());
        put(object, AUDIT, gate.audit());
        put(object, MARKERS, gate.markers());
        put(object, BYPASSES, gate.bypasses());
        put(object, KNOWN, gate.toleratesKnown() ? TOLERATE : null);
        return object;
    }

    /** The same, read from the object that was written of it. */
    static GateSettings read(JsonNode object) {
        Map<String, BigDecimal> rates = new LinkedHashMap<>();
        object.properties().stream()
                .filter(entry -> entry.getKey().matches("P\\d|overall"))
                .forEach(entry -> rates.put(entry.getKey(), entry.getValue().decimalValue()));
        return new GateSettings(
                rates,
                number(object, REVENUE_AT_RISK),
                budget(object.path(FLAKY)),
                budget(object.path(SKIPPED)),
                number(object, AUDIT),
                count(object, MARKERS),
                object.has(BYPASSES) ? LogJson.textsOf(object, BYPASSES) : null,
                object.path(KNOWN).asText().equals(TOLERATE));
    }

    private static void put(Map<String, Object> object, String name, @Nullable Object value) {
        if (value != null) {
            object.put(name, value);
        }
    }

    private static @Nullable TestBudget budget(JsonNode object) {
        return object.isMissingNode() ? null : new TestBudget(number(object, PERCENT), count(object, TESTS));
    }

    private static @Nullable BigDecimal number(JsonNode object, String name) {
        return object.has(name) ? object.path(name).decimalValue() : null;
    }

    private static @Nullable Integer count(JsonNode object, String name) {
        return object.has(name) ? object.path(name).intValue() : null;
    }
}

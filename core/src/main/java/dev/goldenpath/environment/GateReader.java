package dev.goldenpath.environment;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a run must reach. */
final class GateReader {
    private static final List<String> RATES = List.of("P1", "P2", "P3", "P4", "P5", "P6", "overall");
    private static final String BYPASSES = "bypasses";

    private GateReader() {}

    static GateSettings read(Section section) {
        Map<String, BigDecimal> rates = new LinkedHashMap<>();
        for (String name : RATES) {
            section.parsed(name, Values::percent).ifPresent(percent -> rates.put(name, percent));
        }
        List<String> bypasses = DistinctTexts.read(section, BYPASSES, Values::parameterNameOrBeginning);
        GateSettings gate = new GateSettings(
                rates,
                section.parsed("revenue-at-risk", Values::amount).orElse(null),
                section.parsed("flaky", Values::testBudget).orElse(null),
                section.parsed("skipped", Values::testBudget).orElse(null),
                section.parsed("audit", Values::percent).orElse(null),
                section.parsed("markers", Values::numberOfTests).orElse(null),
                // An empty list is one that is said.
                bypasses.isEmpty() && !section.has(BYPASSES) ? null : bypasses,
                section.parsed("known", GateReader::toleratesKnown).orElse(false));
        section.finish();
        return gate;
    }

    private static boolean toleratesKnown(String text) {
        return switch (text) {
            case "tolerate" -> true;
            case "count" -> false;
            default -> throw new IllegalArgumentException("is neither count nor tolerate");
        };
    }
}

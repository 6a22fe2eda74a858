package dev.goldenpath.verdict;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The revenue that a run should have verified and did not.
 *
 * @param currency as declared, empty where no revenue is
 * @param unverified amounts per month by name, of which not all tests that protect them passed
 * @param unprotected amounts per month by name, which no test protects though one should
 * @param tests those that protect what is unverified and did not pass
 * @since 0.1.0
 */
public record RevenueAtRisk(
        String currency, Map<String, BigDecimal> unverified, Map<String, BigDecimal> unprotected, TestGroup tests) {
    /** Of a run that verified all. */
    public static final RevenueAtRisk NONE = new RevenueAtRisk("", Map.of(), Map.of(), new TestGroup(Tally.NONE, 0));

    /** Copies the amounts, keeping their order. */
    public RevenueAtRisk {
        unverified = Collections.unmodifiableMap(new LinkedHashMap<>(unverified));
        unprotected = Collections.unmodifiableMap(new LinkedHashMap<>(unprotected));
    }

    /** All of it. */
    public BigDecimal amount() {
        return sum(unverified.values()).add(sum(unprotected.values()));
    }

    static BigDecimal sum(Collection<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

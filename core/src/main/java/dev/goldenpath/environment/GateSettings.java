package dev.goldenpath.environment;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run must reach to be good enough. What is absent is not asked for. Immutable.
 *
 * @param rates least pass rates in percent, by priority or {@code overall}
 * @param revenueAtRisk most revenue per month that may stay unverified, in the currency of {@link Revenue}
 * @param flaky how many tests may have passed only at a later attempt
 * @param skipped how many tests may be SKIPPED
 * @param audit least share in percent of the audited classes that must be clean
 * @param markers how many tests may have met an answer with a payload marker, in any attempt
 * @param bypasses names of those that are tolerated; a {@code *} at the end of one stands for any rest, and case does not
 *     count; absent where all are
 * @param toleratesKnown whether pass rates leave out the tests that are KNOWN
 * @since 0.1.0
 */
public record GateSettings(
        Map<String, BigDecimal> rates,
        @Nullable BigDecimal revenueAtRisk,
        @Nullable TestBudget flaky,
        @Nullable TestBudget skipped,
        @Nullable BigDecimal audit,
        @Nullable Integer markers,
        @Nullable List<String> bypasses,
        boolean toleratesKnown) {
    /** What holds where the file says nothing. */
    public static final GateSettings NONE = new GateSettings(Map.of(), null, null, null, null, null, null, false);

    /** Copies the collections, keeping their order. */
    public GateSettings {
        rates = Collections.unmodifiableMap(new LinkedHashMap<>(rates));
        bypasses = bypasses == null ? null : List.copyOf(bypasses);
    }

    /** Pass rates alone. */
    public static GateSettings ofRates(Map<String, BigDecimal> rates) {
        return new GateSettings(rates, null, null, null, null, null, null, false);
    }

    /** Whether the bypass of this name may be used. */
    public boolean tolerates(String bypass) {
        return bypasses == null || BypassNames.matches(bypasses, bypass);
    }

    /** The stricter one of each: what both ask for. */
    public GateSettings and(GateSettings other) {
        Map<String, BigDecimal> highest = new LinkedHashMap<>(rates);
        other.rates.forEach((name, rate) -> highest.merge(name, rate, BigDecimal::max));
        return new GateSettings(
                highest,
                stricter(revenueAtRisk, other.revenueAtRisk, BigDecimal::min),
                stricter(flaky, other.flaky, TestBudget::and),
                stricter(skipped, other.skipped, TestBudget::and),
                stricter(audit, other.audit, BigDecimal::max),
                stricter(markers, other.markers, Math::min),
                tolerated(other),
                toleratesKnown && other.toleratesKnown);
    }

    /** What is tolerated by both; of two beginnings the longer one. */
    private @Nullable List<String> tolerated(GateSettings other) {
        return stricter(
                bypasses,
                other.bypasses,
                (some, others) -> Stream.concat(
                                some.stream().filter(other::tolerates),
                                others.stream().filter(this::tolerates))
                        .distinct()
                        .toList());
    }

    /** The only one that is there, or what {@code choice} makes of both. */
    static <T> @Nullable T stricter(@Nullable T one, @Nullable T other, BinaryOperator<T> choice) {
        return one == null ? other : other == null ? one : choice.apply(one, other);
    }
}

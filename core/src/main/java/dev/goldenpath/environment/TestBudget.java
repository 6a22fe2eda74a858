package dev.goldenpath.environment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How many of the planned tests of a run may be of a kind. Where both limits are given, both hold.
 *
 * @param percent of the planned tests, absent where that is not limited
 * @param tests how many, absent where that is not limited
 * @since 0.1.0
 */
public record TestBudget(
        @Nullable BigDecimal percent, @Nullable Integer tests) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Whether {@code count} of {@code planned} tests are within it: {@code count × 100 ≤ percent × planned}. */
    public boolean allows(int count, int planned) {
        boolean share = percent == null
                || HUNDRED.multiply(BigDecimal.valueOf(count)).compareTo(percent.multiply(BigDecimal.valueOf(planned)))
                        <= 0;
        return share && (tests == null || count <= tests);
    }

    /** The limits in words, for example {@code 2 %} or {@code 2 % and 3}. */
    public String words() {
        String share = percent == null ? "" : percent.stripTrailingZeros().toPlainString() + " %";
        return share + (percent == null || tests == null ? "" : " and ") + (tests == null ? "" : tests);
    }

    /** The lower one of each limit. */
    TestBudget and(TestBudget other) {
        return new TestBudget(
                GateSettings.stricter(percent, other.percent, BigDecimal::min),
                GateSettings.stricter(tests, other.tests, Math::min));
    }
}

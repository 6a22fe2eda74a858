package dev.goldenpath.report;

import java.math.BigDecimal;
import java.util.Locale;

/** Amounts of money: with all digits that count, so that those of a report add up. */
final class Amount {
    private Amount() {}

    /** {@code 40,000.5} and the currency as code in Markdown. */
    static String of(BigDecimal amount, String currency) {
        return of(amount) + " " + Markdown.code(currency);
    }

    /** {@code 40,000.5}. */
    static String of(BigDecimal amount) {
        int digits = Math.max(0, amount.stripTrailingZeros().scale());
        return String.format(Locale.ROOT, "%,." + digits + "f", amount);
    }
}

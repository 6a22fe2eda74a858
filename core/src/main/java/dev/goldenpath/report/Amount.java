package dev.goldenpath.report;

import java.math.BigDecimal;
import java.util.Locale;

/** Amounts of money in Markdown. */
final class Amount {
    private Amount() {}

    /** {@code 40,000.5} and the currency as code. */
    static String of(BigDecimal amount, String currency) {
        int digits = Math.max(0, amount.stripTrailingZeros().scale());
        return String.format(Locale.ROOT, "%,." + digits + "f", amount) + " " + Markdown.code(currency);
    }
}

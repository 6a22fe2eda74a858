package dev.goldenpath.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How numbers of the gate are told. */
final class GateNumbers {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private GateNumbers() {}

    /** With all digits behind the point that count, for example {@code 160,000.5}. */
    static String amount(BigDecimal amount) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(Math.max(0, amount.scale()));
        return format.format(amount);
    }

    static String percent(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString() + " %";
    }

    /**
     * A share with one digit, for example {@code 4.7 %}.
     *
     * @param whole not 0
     * @param rounding up where a limit is one from above, so that what is over it does not look as if it were not
     */
    static String share(int part, int whole, RoundingMode rounding) {
        return BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 1, rounding) + " %";
    }

    /** Whether {@code part} of {@code whole} is at least {@code percent}. */
    static boolean reaches(int part, int whole, BigDecimal percent) {
        return HUNDRED.multiply(BigDecimal.valueOf(part)).compareTo(percent.multiply(BigDecimal.valueOf(whole))) >= 0;
    }
}

package dev.goldenpath.runlog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An instant as {@link Instant#toString()} writes it, for a small part of the cost: two of them stand in every line of
 * evidence.
 */
final class IsoInstant {
    private static final int SECONDS_OF_DAY = 86_400;
    private static final Instant FIRST_OF_FOUR_DIGITS = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant FIRST_OF_FIVE_DIGITS = Instant.parse("+10000-01-01T00:00:00Z");

    private static final int WITHOUT_FRACTION = "2026-01-02T03:04:05Z".length();

    private final byte[] text;
    private int length;

    private IsoInstant(int digitsOfFraction) {
        text = new byte[WITHOUT_FRACTION + (digitsOfFraction == 0 ? 0 : 1 + digitsOfFraction)];
    }

    /** In ASCII. */
    static byte[] ascii(Instant instant) {
        if (instant.isBefore(FIRST_OF_FOUR_DIGITS) || !instant.isBefore(FIRST_OF_FIVE_DIGITS)) {
            return instant.toString().getBytes(StandardCharsets.US_ASCII);
        }
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(instant.getEpochSecond(), SECONDS_OF_DAY));
        int second = Math.floorMod(instant.getEpochSecond(), SECONDS_OF_DAY);
        int nanos = instant.getNano();
        // In groups of three digits, as many as it takes.
        int unit = nanos % 1_000_000 == 0 ? 1_000_000 : nanos % 1_000 == 0 ? 1_000 : 1;
        int digits = nanos == 0 ? 0 : unit == 1_000_000 ? 3 : unit == 1_000 ? 6 : 9;
        IsoInstant iso = new IsoInstant(digits)
                .number(date.getYear(), 4, '-')
                .number(date.getMonthValue(), 2, '-')
                .number(date.getDayOfMonth(), 2, 'T')
                .number(second / 3_600, 2, ':')
                .number(second / 60 % 60, 2, ':')
                .number(second % 60, 2, nanos == 0 ? 'Z' : '.');
        return nanos == 0 ? iso.text : iso.number(nanos / unit, digits, 'Z').text;
    }

    private IsoInstant number(int value, int digits, char next) {
        int rest = value;
        for (int at = length + digits - 1; at >= length; at--) {
            text[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        text[length++] = (byte) next;
        return this;
    }
}

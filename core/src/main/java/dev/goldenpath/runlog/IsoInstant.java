package dev.goldenpath.runlog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * An instant as {@link Instant#toString()} writes it, for a small part of the cost: two of them stand in every line of
 * evidence.
 */
final class IsoInstant {
    private static final int SECONDS_OF_DAY = 86_400;
    private static final Instant FIRST_OF_FOUR_DIGITS = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant FIRST_OF_FIVE_DIGITS = Instant.parse("+10000-01-01T00:00:00Z");

    private final byte[] text = new byte["2026-01-02T03:04:05.123456789Z".length()];
    private int length;

    private IsoInstant() {}

    /** In ASCII. */
    static byte[] ascii(Instant instant) {
        if (instant.isBefore(FIRST_OF_FOUR_DIGITS) || !instant.isBefore(FIRST_OF_FIVE_DIGITS)) {
            return instant.toString().getBytes(StandardCharsets.US_ASCII);
        }
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(instant.getEpochSecond(), SECONDS_OF_DAY));
        int second = Math.floorMod(instant.getEpochSecond(), SECONDS_OF_DAY);
        return new IsoInstant()
                .number(date.getYear(), 4, '-')
                .number(date.getMonthValue(), 2, '-')
                .number(date.getDayOfMonth(), 2, 'T')
                .number(second / 3_600, 2, ':')
                .number(second / 60 % 60, 2, ':')
                .number(second % 60, 2, '.')
                .fraction(instant.getNano());
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

    /** In groups of three digits, as many as it takes. */
    private byte[] fraction(int nanos) {
        if (nanos == 0) {
            text[length - 1] = 'Z';
        } else if (nanos % 1_000_000 == 0) {
            number(nanos / 1_000_000, 3, 'Z');
        } else if (nanos % 1_000 == 0) {
            number(nanos / 1_000, 6, 'Z');
        } else {
            number(nanos, 9, 'Z');
        }
        return length == text.length ? text : Arrays.copyOf(text, length);
    }
}

package dev.goldenpath.runlog;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Writes instants as {@link Instant#toString()} does, for a small part of the cost: two of them stand in every line of
 * evidence. Not thread-safe.
 */
final class IsoInstant {
    private static final int SECONDS_OF_DAY = 86_400;
    private static final int LONGEST = "2026-01-02T03:04:05.123456789Z".length();
    private static final Instant FIRST_OF_FOUR_DIGITS = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant FIRST_OF_FIVE_DIGITS = Instant.parse("+10000-01-01T00:00:00Z");

    private final byte[] text = new byte[LONGEST];
    private int length;
    /** The day whose date the text begins with: nearly all instants of a log are of one day. */
    private long day = Long.MIN_VALUE;

    void write(Instant instant, JsonGenerator json) throws IOException {
        if (instant.isBefore(FIRST_OF_FOUR_DIGITS) || !instant.isBefore(FIRST_OF_FIVE_DIGITS)) {
            byte[] other = instant.toString().getBytes(StandardCharsets.US_ASCII);
            json.writeUTF8String(other, 0, other.length);
            return;
        }
        date(Math.floorDiv(instant.getEpochSecond(), SECONDS_OF_DAY));
        time(Math.floorMod(instant.getEpochSecond(), SECONDS_OF_DAY), instant.getNano());
        json.writeUTF8String(text, 0, length);
    }

    private void date(long epochDay) {
        if (epochDay == day) {
            length = "2026-01-02T".length();
            return;
        }
        length = 0;
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        number(date.getYear(), 4, '-');
        number(date.getMonthValue(), 2, '-');
        number(date.getDayOfMonth(), 2, 'T');
        day = epochDay;
    }

    private void time(int second, int nanos) {
        number(second / 3_600, 2, ':');
        number(second / 60 % 60, 2, ':');
        number(second % 60, 2, nanos == 0 ? 'Z' : '.');
        // In groups of three digits, as many as it takes.
        if (nanos % 1_000 != 0) {
            number(nanos, 9, 'Z');
        } else if (nanos % 1_000_000 != 0) {
            number(nanos / 1_000, 6, 'Z');
        } else if (nanos != 0) {
            number(nanos / 1_000_000, 3, 'Z');
        }
    }

    private void number(int value, int digits, char next) {
        int rest = value;
        for (int at = length + digits - 1; at >= length; at--) {
            text[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        text[length++] = (byte) next;
    }
}

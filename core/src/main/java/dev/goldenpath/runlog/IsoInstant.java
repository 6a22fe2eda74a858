package dev.goldenpath.runlog;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Writes instants as {@link Instant#toString()} does, and reads them, for a small part of the cost: two of them stand in
 * every line of evidence. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class IsoInstant {
    private static final int SECONDS_OF_DAY = 86_400;
    /** How the text of nearly all begins. */
    private static final String MARKS = "0000-00-00T00:00:00.";

    private static final int OF_MICROS = "2026-01-02T03:04:05.123456Z".length();
    private static final int LONGEST = "2026-01-02T03:04:05.123456789Z".length();
    private static final Instant FIRST_OF_FOUR_DIGITS = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant FIRST_OF_FIVE_DIGITS = Instant.parse("+10000-01-01T00:00:00Z");

    private final byte[] text = new byte[LONGEST];
    private int length;
    /** The day whose date the text begins with: nearly all instants of a log are of one day. */
    private long day = Long.MIN_VALUE;

    /**
     * As {@link Instant#parse}.
     *
     * @throws java.time.DateTimeException when it is no instant
     */
    public static Instant parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length > OF_MICROS
                ? Instant.parse(text)
                : EvidencePlace.instant(micros(new RawText(bytes, 0, bytes.length)));
    }

    /**
     * What was written, in microseconds since the epoch.
     *
     * @throws java.time.DateTimeException when that is no instant
     */
    static long micros(RawText text) {
        byte[] bytes = text.bytes();
        int at = text.start();
        int fraction = text.length() - "2026-01-02T03:04:05.Z".length();
        boolean usual = fraction >= 0 && fraction <= 9 && bytes[at + text.length() - 1] == 'Z';
        for (int i = 0; usual && i < text.length() - 1; i++) {
            int digitOrMark = i < MARKS.length() ? MARKS.charAt(i) : '0';
            usual = digitOrMark == '0' ? bytes[at + i] >= '0' && bytes[at + i] <= '9' : bytes[at + i] == digitOrMark;
        }
        if (!usual) {
            return EvidencePlace.micros(Instant.parse(text.toString()));
        }
        long day = LocalDate.of(number(bytes, at, 4), number(bytes, at + 5, 2), number(bytes, at + 8, 2))
                .toEpochDay();
        long second = day * SECONDS_OF_DAY
                + LocalTime.of(number(bytes, at + 11, 2), number(bytes, at + 14, 2), number(bytes, at + 17, 2))
                        .toSecondOfDay();
        int micros = number(bytes, at + MARKS.length(), Math.min(fraction, 6));
        for (int digits = fraction; digits < 6; digits++) {
            micros *= 10;
        }
        return second * 1_000_000 + micros;
    }

    private static int number(byte[] bytes, int start, int digits) {
        int number = 0;
        for (int i = start; i < start + digits; i++) {
            number = 10 * number + bytes[i] - '0';
        }
        return number;
    }

    /** As {@link Instant#toString()}. */
    public String text(Instant instant) {
        return isUsual(instant) ? new String(text, 0, length(instant), StandardCharsets.US_ASCII) : instant.toString();
    }

    void write(Instant instant, JsonGenerator json) throws IOException {
        if (isUsual(instant)) {
            json.writeUTF8String(text, 0, length(instant));
        } else {
            byte[] other = instant.toString().getBytes(StandardCharsets.US_ASCII);
            json.writeUTF8String(other, 0, other.length);
        }
    }

    private static boolean isUsual(Instant instant) {
        return !instant.isBefore(FIRST_OF_FOUR_DIGITS) && instant.isBefore(FIRST_OF_FIVE_DIGITS);
    }

    /** Of the text, once it is that of {@code instant}. */
    private int length(Instant instant) {
        date(Math.floorDiv(instant.getEpochSecond(), SECONDS_OF_DAY));
        time(Math.floorMod(instant.getEpochSecond(), SECONDS_OF_DAY), instant.getNano());
        return length;
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

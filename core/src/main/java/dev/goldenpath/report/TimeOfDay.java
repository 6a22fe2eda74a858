package dev.goldenpath.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as people read them in the report of one run: to the second, in UTC. */
final class TimeOfDay {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private TimeOfDay() {}

    static String of(Instant at) {
        return SECOND.format(at);
    }
}

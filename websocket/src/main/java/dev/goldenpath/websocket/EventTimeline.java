package dev.goldenpath.websocket;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What arrived beside what was expected, each in its place and with what is wrong with it: the core of every failure
 * about events. Pure and immutable.
 *
 * <p>{@link #of} takes the expected steps in their order (none where no order was expected), the arrivals in theirs, and
 * whether an event of a type that no step names is a fault. An arrival is made with {@link TimelineEntry#event}, {@link
 * TimelineEntry#late} or {@link TimelineEntry#foreign}, and may be {@link TimelineEntry#marked} with what is wrong with
 * it as such. The timeline itself tells, by aligning the two, what is {@code missing}, {@code duplicate}, {@code out of
 * order} or {@code unexpected}. {@link #lines} are for the fact {@code timeline}, {@link #faults} for the headline.
 */
final class EventTimeline {
    private final List<TimelineRow> rows;
    private final boolean expecting;

    private EventTimeline(List<TimelineRow> rows, boolean expecting) {
        this.rows = List.copyOf(rows);
        this.expecting = expecting;
    }

    static EventTimeline of(List<ExpectedEvent> expected, List<TimelineEntry> arrived, boolean nothingElse) {
        return new EventTimeline(new TimelineRows(expected, arrived, nothingElse).all(), !expected.isEmpty());
    }

    List<TimelineRow> rows() {
        return rows;
    }

    /** A table in columns, long ones shortened; {@code redaction} takes what is secret from a cell. */
    String lines(UnaryOperator<String> redaction) {
        return rows.isEmpty() ? "nothing arrived" : new TimelineTable(rows, expecting, redaction).lines();
    }

    /** The faults of the expected events, for example {@code b is out of order and c and d are missing}; else empty. */
    String faults() {
        List<String> faults = new ArrayList<>();
        for (TimelineMark mark : EnumSet.of(TimelineMark.MISSING, TimelineMark.LATE, TimelineMark.OUT_OF_ORDER)) {
            List<String> names = rows.stream()
                    .filter(row -> row.mark() == mark && !row.expected().isEmpty())
                    .map(TimelineRow::expected)
                    .toList();
            if (!names.isEmpty()) {
                faults.add(Words.listed(names) + (names.size() == 1 ? " is " : " are ") + mark.word());
            }
        }
        return String.join(", and ", faults);
    }
}

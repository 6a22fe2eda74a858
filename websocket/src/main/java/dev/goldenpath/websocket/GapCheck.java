package dev.goldenpath.websocket;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events that have arrived must not be further apart than a time. */
record GapCheck(Duration longest) implements EventCheck {

    @Override
    public Optional<EventMismatch> of(EventCursor events) {
        Map<Long, Duration> gaps = new HashMap<>();
        String headline = "";
        Arrival before = null;
        boolean two = false;
        for (Optional<Arrival> event = events.next(); event.isPresent(); event = events.next()) {
            Arrival arrival = event.get();
            events.restOn(arrival);
            if (before != null) {
                two = true;
                Duration gap = Duration.ofNanos(arrival.nanos() - before.nanos());
                if (gap.compareTo(longest) > 0) {
                    gaps.put(arrival.number(), gap);
                    headline = headline.isEmpty() ? headline(gap, events, before, arrival) : headline;
                }
            }
            before = arrival;
        }
        if (!two) {
            return Optional.of(EventMismatch.of("Expected at most " + Periods.inWords(longest)
                    + " between two events, but " + (before == null ? "none has" : "only one has") + " arrived."));
        }
        return gaps.isEmpty()
                ? Optional.empty()
                : Optional.of(EventMismatch.of(
                        headline, (entry, arrival) -> List.of(shown(entry, gaps.get(arrival.number())))));
    }

    private String headline(Duration gap, EventCursor events, Arrival before, Arrival after) {
        return "Expected at most " + Periods.inWords(longest) + " between two events, but " + Periods.exactly(gap)
                + " passed between " + events.name(before) + ", " + events.time(before) + ", and "
                + events.name(after) + ", " + events.time(after) + ".";
    }

    private static TimelineEntry shown(TimelineEntry entry, @Nullable Duration gap) {
        return gap == null ? entry : entry.marked(TimelineMark.LATE, Periods.exactly(gap) + " after the one before");
    }
}

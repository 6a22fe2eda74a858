package dev.goldenpath.websocket;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The first event must come soon after the session's opening. */
record FirstCheck(Duration limit, Duration opened) implements EventCheck {

    @Override
    public Optional<EventMismatch> of(EventCursor events) {
        Optional<Arrival> first = events.next();
        first.ifPresent(events::restOn);
        if (first.isPresent()) {
            return Optional.empty();
        }
        String ending = events.ending().map(words -> ", and " + words).orElse("");
        return Optional.of(new EventMismatch(
                timeline -> "Expected the first event within " + Periods.inWords(limit)
                        + " of the session's opening, which was after " + Periods.exactly(opened) + ", but "
                        + came(timeline) + ending + ".",
                List.of(),
                false,
                EventMismatch.Telling.PLAIN));
    }

    private static String came(EventTimeline timeline) {
        for (TimelineRow row : timeline.rows()) {
            if (row.mark() == TimelineMark.LATE && row.at() != null) {
                return row.arrived() + " arrived after " + Periods.exactly(row.at());
            }
        }
        return "none has arrived";
    }
}

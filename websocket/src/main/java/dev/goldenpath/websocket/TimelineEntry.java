package dev.goldenpath.websocket;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link EventTimeline} shows of one arrival.
 *
 * @param name the event's type, or other words for it
 * @param at when it arrived, absent where that means nothing
 * @param counts whether it may stand for an expected event
 * @param mark what is wrong with it as such, absent where it only depends on what was expected
 * @param note more about it, empty where there is no more
 */
record TimelineEntry(
        String name,
        @Nullable Duration at,
        boolean counts,
        @Nullable TimelineMark mark,
        String note) {

    /** An event of the stream. */
    static TimelineEntry event(String type, Duration at) {
        return new TimelineEntry(type, at, true, null, "");
    }

    /** An event of the stream that came after its limit. */
    static TimelineEntry late(String type, Duration at) {
        return new TimelineEntry(type, at, true, TimelineMark.LATE, "");
    }

    /** An event that is none of the stream's; {@code note} tells why, for example {@code /run_id is 18}. */
    static TimelineEntry foreign(String type, Duration at, String note) {
        return new TimelineEntry(type, at, false, TimelineMark.FOREIGN, note);
    }

    /** What is no event, and shown among them: a request, or a number of events that are left out. */
    static TimelineEntry remark(String words, @Nullable Duration at) {
        return new TimelineEntry(words, at, false, null, "");
    }

    /** The same, with what is wrong with it whatever was expected. */
    TimelineEntry marked(TimelineMark what, String more) {
        return new TimelineEntry(name, at, counts, what, more);
    }

    /** The same by another name. */
    TimelineEntry named(String other) {
        return new TimelineEntry(other, at, counts, mark, note);
    }

    /** The same as one that stands for nothing expected. */
    TimelineEntry aside(String more) {
        return new TimelineEntry(name, at, false, mark, more);
    }
}

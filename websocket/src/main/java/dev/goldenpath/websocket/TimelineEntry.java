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
 * @param events how many events it stands for
 */
record TimelineEntry(
        String name,
        @Nullable Duration at,
        boolean counts,
        @Nullable TimelineMark mark,
        String note,
        long events) {

    /** An event of the stream. */
    static TimelineEntry event(String type, Duration at) {
        return new TimelineEntry(type, at, true, null, "", 1);
    }

    /** An event of the stream that came after its limit. */
    static TimelineEntry late(String type, Duration at) {
        return new TimelineEntry(type, at, true, TimelineMark.LATE, "", 1);
    }

    /** An event that is none of the stream's; {@code note} tells why, for example {@code /run_id is 18}. */
    static TimelineEntry foreign(String type, Duration at, String note) {
        return new TimelineEntry(type, at, false, TimelineMark.FOREIGN, note, 1);
    }

    /** Events that nothing more is known of. */
    static TimelineEntry leftOut(long events) {
        return new TimelineEntry("… " + events + " more", null, false, null, "", events);
    }

    /** What is no event, and shown among them, such as a request. */
    static TimelineEntry remark(String words, @Nullable Duration at) {
        return new TimelineEntry(words, at, false, null, "", 1);
    }

    /** The same, with what is wrong with it whatever was expected. */
    TimelineEntry marked(TimelineMark what, String more) {
        return new TimelineEntry(name, at, counts, what, more, events);
    }

    /** The same by another name. */
    TimelineEntry named(String other) {
        return new TimelineEntry(other, at, counts, mark, note, events);
    }

    /** The same as one that stands for nothing expected. */
    TimelineEntry aside(String more) {
        return new TimelineEntry(name, at, false, mark, more, events);
    }
}

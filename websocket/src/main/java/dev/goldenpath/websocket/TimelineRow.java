package dev.goldenpath.websocket;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A row of an {@link EventTimeline}: what was expected beside what arrived.
 *
 * @param expected empty where nothing was expected in this place
 * @param arrived {@code -} where nothing arrived in this place
 * @param at when it arrived, absent where it did not
 * @param mark what is wrong with it, absent where nothing is
 * @param note more about it, empty where there is no more
 * @param events how many events it stands for
 */
record TimelineRow(
        String expected,
        String arrived,
        @Nullable Duration at,
        @Nullable TimelineMark mark,
        String note,
        long events) {
    static final String NOTHING = "-";

    /** Whether it shows a fault of what was expected, and not only what others received. */
    boolean isFault() {
        return mark != null && mark != TimelineMark.FOREIGN;
    }

    /** The last column, for example {@code foreign: /run_id is 18}. */
    String remark() {
        if (mark == null) {
            return note;
        }
        return note.isEmpty() ? mark.word() : mark.word() + ": " + note;
    }
}

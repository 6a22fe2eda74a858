package dev.goldenpath.websocket;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The events that an assertion has looked at, as entries of a timeline. Memory is bounded. Not thread-safe. */
final class CursorTimeline {
    private static final int MOST_OWN = 1_000;
    private static final int MOST_FOREIGN = 200;

    private final EventStream stream;
    private final SeenEvents own = new SeenEvents(MOST_OWN);
    private final SeenEvents foreign = new SeenEvents(MOST_FOREIGN);

    CursorTimeline(EventStream stream) {
        this.stream = stream;
    }

    void addOwn(Arrival arrival, boolean late) {
        own.add(new SeenEvents.Seen(arrival, late));
    }

    void addForeign(Arrival arrival) {
        foreign.add(new SeenEvents.Seen(arrival, false));
    }

    /** What the mismatch expected beside what came; without what was expected, where not all of that is known. */
    EventTimeline of(EventMismatch mismatch, List<TimelineEntry> remarks) {
        List<Placed> placed = new ArrayList<>();
        place(own, placed, seen -> mismatch.telling().of(ownEntry(seen), seen.arrival()));
        place(foreign, placed, seen -> List.of(foreignEntry(seen.arrival())));
        placed.sort(Comparator.comparingLong(Placed::place));
        List<TimelineEntry> entries = new ArrayList<>(
                placed.stream().flatMap(each -> each.entries().stream()).toList());
        remarks.forEach(remark -> insert(entries, remark));
        List<ExpectedEvent> expected = own.forgotten() > 0 ? List.of() : mismatch.expected();
        return EventTimeline.of(expected, entries, mismatch.nothingElse());
    }

    private static void place(SeenEvents events, List<Placed> placed, EventEntries entries) {
        events.first().forEach(seen -> placed.add(new Placed(seen.arrival().number(), entries.of(seen))));
        if (events.forgotten() > 0) {
            TimelineEntry gap = TimelineEntry.leftOut(events.forgotten());
            long place = events.newest().get(0).arrival().number();
            placed.add(new Placed(place, List.of(gap)));
        }
        events.newest().forEach(seen -> placed.add(new Placed(seen.arrival().number(), entries.of(seen))));
    }

    private static void insert(List<TimelineEntry> entries, TimelineEntry remark) {
        int place = 0;
        while (place < entries.size() && !isAfter(entries.get(place), remark)) {
            place++;
        }
        entries.add(place, remark);
    }

    private static boolean isAfter(TimelineEntry entry, TimelineEntry remark) {
        return entry.at() != null && remark.at() != null && entry.at().compareTo(remark.at()) > 0;
    }

    private TimelineEntry ownEntry(SeenEvents.Seen seen) {
        TimelineEntry entry = TimelineEntry.event(
                stream.name(seen.arrival()),
                stream.session().message(seen.arrival()).sinceConnect());
        return seen.late() ? entry.marked(TimelineMark.LATE, "") : entry;
    }

    private TimelineEntry foreignEntry(Arrival arrival) {
        return TimelineEntry.foreign(
                stream.name(arrival), stream.session().message(arrival).sinceConnect(), stream.whyForeign(arrival));
    }

    private interface EventEntries {
        List<TimelineEntry> of(SeenEvents.Seen seen);
    }

    private record Placed(long place, List<TimelineEntry> entries) {}
}

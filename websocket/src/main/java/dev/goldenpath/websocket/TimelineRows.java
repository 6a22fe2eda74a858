package dev.goldenpath.websocket;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts the rows of an {@link EventTimeline} together. Not thread-safe; use once. */
final class TimelineRows {
    private final List<ExpectedEvent> steps;
    private final List<TimelineEntry> entries;
    private final boolean nothingElse;
    private final List<Integer> counted;
    private final EventAlignment alignment;
    private final int[] stepOf;
    /** For each step, the entry that arrived in another place. */
    private final @Nullable TimelineEntry[] elsewhere;

    private final Set<Integer> outOfOrder = new HashSet<>();
    private final List<TimelineRow> rows = new ArrayList<>();
    private int nextStep;
    private int lastStep = -1;

    TimelineRows(List<ExpectedEvent> steps, List<TimelineEntry> entries, boolean nothingElse) {
        this.steps = steps;
        this.entries = entries;
        this.nothingElse = nothingElse;
        this.counted = IntStream.range(0, entries.size())
                .filter(entry -> entries.get(entry).counts())
                .boxed()
                .toList();
        this.alignment = new EventAlignment(
                steps, counted.stream().map(entry -> entries.get(entry).name()).toList());
        this.stepOf = IntStream.range(0, entries.size()).map(entry -> -1).toArray();
        for (int i = 0; i < counted.size(); i++) {
            stepOf[counted.get(i)] = alignment.stepOf(i);
        }
        this.elsewhere = new @Nullable TimelineEntry[steps.size()];
    }

    List<TimelineRow> all() {
        findOutOfOrder();
        int end = steps.isEmpty() || alignment.arrivalsSeen() == counted.size()
                ? entries.size()
                : counted.get(alignment.arrivalsSeen());
        for (int entry = 0; entry < end; entry++) {
            add(entry);
        }
        notArrivedBefore(alignment.stepsSeen());
        int left = (entries.size() - end) + (steps.size() - alignment.stepsSeen());
        if (left > 0) {
            rows.add(row("", TimelineEntry.leftOut(left), null));
        }
        return rows;
    }

    private void findOutOfOrder() {
        Set<Integer> met = new HashSet<>();
        for (int step : stepOf) {
            met.add(step);
        }
        for (int entry : counted) {
            if (stepOf[entry] < 0) {
                String name = entries.get(entry).name();
                IntStream.range(0, alignment.stepsSeen())
                        .filter(step -> steps.get(step).required() && !met.contains(step))
                        .filter(step -> steps.get(step).type().equals(name))
                        .findFirst()
                        .ifPresent(step -> {
                            met.add(step);
                            outOfOrder.add(entry);
                            elsewhere[step] = entries.get(entry);
                        });
            }
        }
    }

    private void add(int entry) {
        TimelineEntry arrived = entries.get(entry);
        int step = stepOf[entry];
        if (step < 0) {
            rows.add(row("", arrived, strayMark(entry)));
            return;
        }
        notArrivedBefore(step);
        rows.add(row(step == lastStep ? "" : steps.get(step).type(), arrived, arrived.mark()));
        lastStep = step;
        nextStep = step + 1;
    }

    private void notArrivedBefore(int step) {
        for (; nextStep < step; nextStep++) {
            ExpectedEvent missing = steps.get(nextStep);
            TimelineEntry stray = elsewhere[nextStep];
            if (stray != null && stray.at() != null) {
                String note = "it arrived after " + Periods.exactly(stray.at());
                rows.add(
                        new TimelineRow(missing.type(), TimelineRow.NOTHING, null, TimelineMark.OUT_OF_ORDER, note, 1));
            } else if (missing.required()) {
                rows.add(new TimelineRow(missing.type(), TimelineRow.NOTHING, null, TimelineMark.MISSING, "", 1));
            }
        }
    }

    /** What is wrong with an arrival that stands for no step. */
    private @Nullable TimelineMark strayMark(int entry) {
        TimelineEntry arrived = entries.get(entry);
        if (outOfOrder.contains(entry)) {
            return TimelineMark.OUT_OF_ORDER;
        }
        if (!arrived.counts() || steps.isEmpty() || (arrived.mark() != null && arrived.mark() != TimelineMark.LATE)) {
            return arrived.mark();
        }
        List<ExpectedEvent> ofType = steps.stream()
                .filter(step -> step.type().equals(arrived.name()))
                .toList();
        if (ofType.isEmpty()) {
            return nothingElse ? TimelineMark.UNEXPECTED : null;
        }
        return ofType.stream().anyMatch(ExpectedEvent::repeats) ? TimelineMark.OUT_OF_ORDER : TimelineMark.DUPLICATE;
    }

    private static TimelineRow row(String expected, TimelineEntry arrived, @Nullable TimelineMark mark) {
        return new TimelineRow(expected, arrived.name(), arrived.at(), mark, arrived.note(), arrived.events());
    }
}

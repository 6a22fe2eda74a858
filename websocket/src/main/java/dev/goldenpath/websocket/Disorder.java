package dev.goldenpath.websocket;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Which events are out of order: as few as can be, so that the others never step back. They are what a longest rising
 * run leaves out, found in n log n.
 */
final class Disorder {
    private final List<ContractEvent> events;
    private final long[] places;
    private final BitSet inOrder;

    private Disorder(List<ContractEvent> events, ToLongFunction<ContractEvent> place) {
        this.events = events;
        this.places = events.stream().mapToLong(place).toArray();
        this.inOrder = longestRun(places);
    }

    /** Those out of order, each with what it came after or before. */
    static Map<ContractEvent, String> of(List<ContractEvent> events, ToLongFunction<ContractEvent> place) {
        Disorder disorder = new Disorder(events, place);
        Map<ContractEvent, String> found = new LinkedHashMap<>();
        for (int i = 0; i < events.size(); i++) {
            if (!disorder.inOrder.get(i)) {
                found.put(events.get(i), disorder.note(i));
            }
        }
        return found;
    }

    /** The nearest event in order that should have been on its other side. */
    private String note(int index) {
        for (int i = index - 1; i >= 0; i--) {
            if (inOrder.get(i) && places[i] > places[index]) {
                return "it came after " + events.get(i).type();
            }
        }
        for (int i = index + 1; i < places.length; i++) {
            if (inOrder.get(i) && places[i] < places[index]) {
                return "it came before " + events.get(i).type();
            }
        }
        return "";
    }

    private static BitSet longestRun(long[] places) {
        // The last event of the run of each length whose end is lowest, and the event before each one in its run.
        int[] ends = new int[places.length];
        int[] before = new int[places.length];
        int longest = 0;
        for (int i = 0; i < places.length; i++) {
            int length = runsEndingUpTo(places, ends, longest, places[i]);
            before[i] = length == 0 ? -1 : ends[length - 1];
            ends[length] = i;
            longest = Math.max(longest, length + 1);
        }
        BitSet run = new BitSet(places.length);
        for (int i = longest == 0 ? -1 : ends[longest - 1]; i >= 0; i = before[i]) {
            run.set(i);
        }
        return run;
    }

    /** How many of the runs end at {@code place} or below it. */
    private static int runsEndingUpTo(long[] places, int[] ends, int longest, long place) {
        int low = 0;
        int high = longest;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places[ends[middle]] <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

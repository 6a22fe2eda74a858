package dev.goldenpath.websocket;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the holes, the repeats and the steps back in numbers that should rise by one. Not thread-safe. */
final class SequenceNumbers {
    /** What a number is to those before it. */
    enum Place {
        NEXT,
        AFTER_A_HOLE,
        REPEATED,
        STEP_BACK
    }

    /** Each by its first number. */
    private final TreeMap<Long, Long> holes = new TreeMap<>();

    private final Set<Long> belowFirst = new HashSet<>();
    private final List<String> stepsBack = new ArrayList<>();
    private final List<String> repeats = new ArrayList<>();
    private boolean begun;
    private long first;
    private long next;

    Place add(long number) {
        if (!begun) {
            begun = true;
            first = number;
            next = number;
        }
        if (number >= next) {
            boolean hole = number > next;
            if (hole) {
                holes.put(next, number - 1);
            }
            next = number + 1;
            return hole ? Place.AFTER_A_HOLE : Place.NEXT;
        }
        boolean isNew = number < first ? belowFirst.add(number) : fill(number);
        (isNew ? stepsBack : repeats).add(Long.toString(number));
        return isNew ? Place.STEP_BACK : Place.REPEATED;
    }

    boolean isEmpty() {
        return !begun;
    }

    /** What is missing of these numbers, the last included; for example {@code 3 to 5}. */
    List<String> missing(long from, long to) {
        return holes.subMap(from, true, to, true).entrySet().stream()
                .map(SequenceNumbers::inWords)
                .toList();
    }

    /** What is wrong, for example {@code 3 to 5 are missing, and 7 is repeated}; empty where nothing is. */
    String faults() {
        List<String> faults = new ArrayList<>();
        if (!holes.isEmpty()) {
            List<String> missing =
                    holes.entrySet().stream().map(SequenceNumbers::inWords).toList();
            boolean one = missing.size() == 1 && !missing.get(0).contains(" ");
            faults.add(Words.listed(missing) + (one ? " is " : " are ") + "missing");
        }
        add(faults, repeats, "repeated");
        add(faults, stepsBack, "out of order");
        return faults.stream().collect(Collectors.joining(", and "));
    }

    private static void add(List<String> faults, List<String> numbers, String what) {
        if (!numbers.isEmpty()) {
            faults.add(Words.listed(numbers) + (numbers.size() == 1 ? " is " : " are ") + what);
        }
    }

    private static String inWords(Map.Entry<Long, Long> hole) {
        return hole.getKey().equals(hole.getValue())
                ? hole.getKey().toString()
                : hole.getKey() + " to " + hole.getValue();
    }

    /** False when the number lies in no hole, so that it has come before. */
    private boolean fill(long number) {
        Map.Entry<Long, Long> hole = holes.floorEntry(number);
        if (hole == null || hole.getValue() < number) {
            return false;
        }
        holes.remove(hole.getKey());
        if (hole.getKey() < number) {
            holes.put(hole.getKey(), number - 1);
        }
        if (hole.getValue() > number) {
            holes.put(number + 1, hole.getValue());
        }
        return true;
    }
}

package dev.goldenpath.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which tests' details stand in a page that must not grow without limit. Those of tests that tell something, because they
 * did not pass or not at once, come first; where even these are too much, the longest are cut. Of the others as many as
 * there is room for, taken in turn from each class and priority. Immutable.
 */
final class DetailChoice {
    /** A detail is not cut shorter than this: rather are those of the least important tests left out. */
    static final long SHORTEST = 2_000;

    private static final Comparator<Candidate> MOST_IMPORTANT_FIRST =
            Comparator.comparing(Candidate::priority).thenComparing(Candidate::position);

    private final List<Integer> order = new ArrayList<>();
    private final long[] allowed;
    private final int telling;
    private int tellingHere;
    private long cutTo;

    /**
     * What a test's detail would take.
     *
     * @param position the test's place in the run
     * @param tells whether it did not pass, or not at once
     * @param priority its priority, of which the most important sorts first
     * @param bytes about how long its detail is
     */
    record Candidate(int position, boolean tells, String className, String priority, long bytes) {}

    private DetailChoice(List<Candidate> candidates) {
        this.allowed = new long[candidates.size()];
        this.telling = (int) candidates.stream().filter(Candidate::tells).count();
    }

    /**
     * @param candidates all tests of the run, in their order
     * @param room how many bytes all details may take
     */
    static DetailChoice of(List<Candidate> candidates, long room) {
        DetailChoice choice = new DetailChoice(candidates);
        List<Candidate> telling = candidates.stream()
                .filter(Candidate::tells)
                .sorted(MOST_IMPORTANT_FIRST)
                .toList();
        List<Candidate> others =
                candidates.stream().filter(each -> !each.tells()).toList();
        long left = choice.takeTelling(telling, room);
        boolean all = others.stream().mapToLong(Candidate::bytes).sum() <= left;
        for (Candidate each : all ? others : inTurn(others)) {
            if (each.bytes() <= left && choice.cutTo == 0) {
                left -= each.bytes();
                choice.take(each, Long.MAX_VALUE);
            }
        }
        return choice;
    }

    private long takeTelling(List<Candidate> candidates, long room) {
        long left = room;
        long longest = longest(candidates, room);
        for (Candidate each : candidates) {
            long length = Math.min(each.bytes(), longest);
            if (length <= left) {
                left -= length;
                tellingHere++;
                if (each.bytes() > longest) {
                    cutTo = longest;
                }
                take(each, each.bytes() > longest ? longest : Long.MAX_VALUE);
            }
        }
        return left;
    }

    /** How long one may be so that together they take no more than the room. */
    private static long longest(List<Candidate> candidates, long room) {
        long[] lengths =
                candidates.stream().mapToLong(Candidate::bytes).sorted().toArray();
        long left = room;
        for (int i = 0; i < lengths.length; i++) {
            long share = left / (lengths.length - i);
            if (lengths[i] > share) {
                return Math.max(share, SHORTEST);
            }
            left -= lengths[i];
        }
        return Long.MAX_VALUE;
    }

    /** One of each class and priority, then the second of each, and so on. */
    private static List<Candidate> inTurn(List<Candidate> candidates) {
        Map<List<String>, Deque<Candidate>> groups = new LinkedHashMap<>();
        candidates.forEach(
                each -> groups.computeIfAbsent(List.of(each.className(), each.priority()), key -> new ArrayDeque<>())
                        .add(each));
        List<Candidate> turns = new ArrayList<>();
        Deque<Deque<Candidate>> waiting = new ArrayDeque<>(groups.values());
        while (!waiting.isEmpty()) {
            Deque<Candidate> next = waiting.removeFirst();
            turns.add(next.removeFirst());
            if (!next.isEmpty()) {
                waiting.addLast(next);
            }
        }
        return turns;
    }

    private void take(Candidate candidate, long bytes) {
        order.add(candidate.position());
        allowed[candidate.position()] = bytes;
    }

    /** The tests whose details are there, the most telling first. */
    List<Integer> order() {
        return List.copyOf(order);
    }

    boolean has(int position) {
        return allowed[position] > 0;
    }

    /** How many bytes the detail of a test may take; {@link Long#MAX_VALUE} where it is whole. */
    long allowed(int position) {
        return allowed[position];
    }

    /** What the page says of it; empty where it has all details. */
    String sentence() {
        if (order.size() == allowed.length && cutTo == 0) {
            return "";
        }
        String cut = cutTo == 0 ? "" : ", the longest cut to " + number(cutTo / 1_000) + " kB" + " each";
        return "Details of " + number(order.size()) + " of " + number(allowed.length)
                + " tests are here, " + among() + cut
                + ". The run log has all of them, and traffic.har all their traffic.";
    }

    private String among() {
        if (telling == 0) {
            return "some of each class and priority";
        }
        String those = telling == 1
                ? "the one"
                : (tellingHere == telling ? "all of" : number(tellingHere) + " of") + " the " + number(telling);
        return "among them " + those + " that did not pass, or not at once";
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}

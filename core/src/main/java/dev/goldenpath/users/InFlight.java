package dev.goldenpath.users;

import java.util.Arrays;
import java.util.BitSet;

/**
 * When users had calls in flight, by the record of their clients. Keeps the first million calls, some 20 MB, and counts all.
 * Thread-safe.
 */
final class InFlight {
    private static final int MOST_KEPT = 1_000_000;
    private static final int FEW = 64;

    private long[] begins = new long[FEW];
    private long[] ends = new long[FEW];
    private int[] users = new int[FEW];
    private int kept;
    private long calls;
    private final int[] answers;

    InFlight(int users) {
        this.answers = new int[users];
    }

    /** A call of the user of this index was answered. */
    synchronized void add(int user, long beginNanos, long endNanos) {
        calls++;
        answers[user]++;
        if (kept == MOST_KEPT) {
            return;
        }
        if (kept == users.length) {
            int more = Math.min(MOST_KEPT, 2 * kept);
            begins = Arrays.copyOf(begins, more);
            ends = Arrays.copyOf(ends, more);
            users = Arrays.copyOf(users, more);
        }
        begins[kept] = beginNanos;
        ends[kept] = endNanos;
        users[kept++] = user;
    }

    synchronized long calls() {
        return calls;
    }

    /** How many answers this user had. */
    synchronized int answers(int user) {
        return answers[user];
    }

    /** The largest number of users who had a call in flight at the same moment. */
    synchronized int most() {
        long origin = kept == 0 ? 0 : Arrays.stream(begins, 0, kept).min().orElse(0);
        // Ends before begins, so that what touches does not overlap.
        Moment[] moments = new Moment[2 * kept];
        for (int i = 0; i < kept; i++) {
            moments[2 * i] = new Moment(begins[i] - origin, true, users[i]);
            moments[2 * i + 1] = new Moment(Math.max(ends[i] - origin, begins[i] - origin + 1), false, users[i]);
        }
        Arrays.sort(moments);
        int[] open = new int[answers.length];
        BitSet busy = new BitSet(answers.length);
        int most = 0;
        for (Moment moment : moments) {
            open[moment.user] += moment.begins ? 1 : -1;
            busy.set(moment.user, open[moment.user] > 0);
            most = Math.max(most, busy.cardinality());
        }
        return most;
    }

    private record Moment(long nanos, boolean begins, int user) implements Comparable<Moment> {
        @Override
        public int compareTo(Moment other) {
            int byTime = Long.compare(nanos, other.nanos);
            return byTime != 0 ? byTime : Boolean.compare(begins, other.begins);
        }
    }
}

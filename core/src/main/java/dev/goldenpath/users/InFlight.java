package dev.goldenpath.users;

import java.util.Arrays;
import java.util.BitSet;

/**
 * When users had calls in flight, by the record of their clients. Keeps the first million calls, 20 MB, and counts all.
 * Thread-safe.
 */
final class InFlight {
    private static final int MOST_KEPT = 1_000_000;
    private static final int FEW = 64;
    private static final int INDEX_BITS = 20;
    private static final long INDEX = (1L << INDEX_BITS) - 1;

    private long[] begins = new long[FEW];
    private long[] ends = new long[FEW];
    private int[] users = new int[FEW];
    private int kept;
    private long calls;
    private final int[] answers;
    private final long[] lastSent;
    private final BitSet haveSent = new BitSet();

    InFlight(int users) {
        this.answers = new int[users];
        this.lastSent = new long[users];
    }

    /** The user of this index sent a message, or opened a session. */
    synchronized void sent(int user, long nanos) {
        lastSent[user] = nanos;
        haveSent.set(user);
    }

    /** It received one, which it has waited for since it last sent something. */
    synchronized void received(int user, long nanos) {
        add(user, haveSent.get(user) ? lastSent[user] : nanos, nanos);
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
        // At least for a moment, so that it is seen.
        ends[kept] = endNanos - beginNanos < 1 ? beginNanos + 1 : endNanos;
        users[kept++] = user;
    }

    synchronized long calls() {
        return calls;
    }

    /** How many answers this user had. */
    synchronized int answers(int user) {
        return answers[user];
    }

    /** The largest number of users who had a call in flight at the same moment. What touches does not overlap. */
    synchronized int most() {
        long[] byBegin = order(begins);
        long[] byEnd = order(ends);
        int[] open = new int[answers.length];
        int busy = 0;
        int most = 0;
        int ended = 0;
        for (long each : byBegin) {
            int next = (int) (each & INDEX);
            while (ended < kept && ends[(int) (byEnd[ended] & INDEX)] - begins[next] <= 0) {
                int user = users[(int) (byEnd[ended++] & INDEX)];
                open[user]--;
                busy -= open[user] == 0 ? 1 : 0;
            }
            busy += open[users[next]] == 0 ? 1 : 0;
            open[users[next]]++;
            most = Math.max(most, busy);
        }
        return most;
    }

    /**
     * The indexes of these moments, the earliest first, in the low bits of each: what has an object for each takes many
     * times their memory. Moments of more than two hours are put in order as exactly as the other bits can tell.
     */
    private long[] order(long[] moments) {
        long origin = kept == 0 ? 0 : moments[0];
        long range = 0;
        for (int i = 1; i < kept; i++) {
            origin = moments[i] - origin < 0 ? moments[i] : origin;
        }
        for (int i = 0; i < kept; i++) {
            range = Math.max(range, moments[i] - origin);
        }
        int coarser = Math.max(0, INDEX_BITS + 1 - Long.numberOfLeadingZeros(range));
        long[] sorted = new long[kept];
        for (int i = 0; i < kept; i++) {
            sorted[i] = (moments[i] - origin) >> coarser << INDEX_BITS | i;
        }
        Arrays.sort(sorted);
        return sorted;
    }
}

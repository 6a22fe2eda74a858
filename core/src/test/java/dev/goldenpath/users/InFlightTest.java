package dev.goldenpath.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InFlightTest {
    private static final long HOURS = 3_600_000_000_000L;

    private static int most(int users, long[]... calls) {
        InFlight flights = new InFlight(users);
        for (long[] call : calls) {
            flights.add((int) call[0], call[1], call[2]);
        }
        return flights.most();
    }

    private static long[] call(long user, long begin, long end) {
        return new long[] {user, begin, end};
    }

    @Test
    void countsUsersAndNotCalls() {
        assertThat(most(3)).isZero();
        assertThat(most(3, call(0, 0, 10))).isEqualTo(1);
        assertThat(most(3, call(0, 0, 10), call(0, 5, 20), call(1, 19, 30))).isEqualTo(2);
        assertThat(most(3, call(0, 0, 10), call(1, 0, 10), call(1, 2, 9), call(2, 9, 12)))
                .isEqualTo(3);
    }

    @Test
    void whatTouchesDoesNotOverlap() {
        assertThat(most(2, call(0, 0, 10), call(1, 10, 20))).isEqualTo(1);
        assertThat(most(2, call(1, 10, 20), call(0, 0, 11))).isEqualTo(2);
        assertThat(most(2, call(0, 5, 5), call(1, 5, 5))).isEqualTo(2);
    }

    @Test
    void theClockMayCountFromAnywhere() {
        long near = Long.MAX_VALUE - 5;
        assertThat(most(2, call(0, near, near + 10), call(1, near + 8, near + 20)))
                .isEqualTo(2);
        assertThat(most(2, call(0, near, near + 7), call(1, near + 8, near + 20)))
                .isEqualTo(1);
        assertThat(most(2, call(0, -20, -5), call(1, -6, 3))).isEqualTo(2);
    }

    @Test
    void callsMayBeHoursApart() {
        assertThat(most(2, call(0, 0, 50 * HOURS), call(1, 49 * HOURS, 49 * HOURS + 1)))
                .isEqualTo(2);
        assertThat(most(2, call(0, 0, HOURS), call(1, 40 * HOURS, 50 * HOURS))).isEqualTo(1);
    }

    @Test
    void aMessageIsInFlightFromWhatItsUserSentLast() {
        InFlight flights = new InFlight(3);
        flights.received(2, 15);
        assertThat(flights.most()).isEqualTo(1);

        flights.sent(0, 10);
        flights.received(0, 20);
        assertThat(flights.most()).isEqualTo(2);

        flights.sent(1, 14);
        flights.received(1, 16);
        assertThat(flights.most()).isEqualTo(3);
        assertThat(flights.calls()).isEqualTo(3);
    }

    @Test
    void agreesWithACountOfEveryMoment() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            int users = 1 + random.nextInt(6);
            long[][] calls = new long[random.nextInt(30)][];
            for (int i = 0; i < calls.length; i++) {
                long begin = random.nextInt(40) - 20;
                calls[i] = call(random.nextInt(users), begin, begin + 1 + random.nextInt(8));
            }
            assertThat(most(users, calls)).as("round %s", round).isEqualTo(counted(calls));
        }
    }

    private static int counted(long[][] calls) {
        int most = 0;
        for (long moment = -20; moment < 40; moment++) {
            Set<Long> busy = new HashSet<>();
            for (long[] call : calls) {
                if (call[1] <= moment && moment < call[2]) {
                    busy.add(call[0]);
                }
            }
            most = Math.max(most, busy.size());
        }
        return most;
    }

    @Test
    void aMillionCallsAreKeptAndAllAreCounted() {
        InFlight flights = new InFlight(2_000);
        for (int i = 0; i < 1_000_100; i++) {
            flights.add(i % 2_000, 1_000L * i, 1_000L * i + 5_500);
        }

        assertThat(flights.most()).isEqualTo(6);
        assertThat(flights.calls()).isEqualTo(1_000_100);
    }
}

package dev.goldenpath.users;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.environment.EnvironmentNotReadyException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsersJudgeTest {
    private final Bystanders bystanders = new Bystanders();
    private final Contaminations contaminations = new Contaminations();

    /** @param thrown by each user, {@code null} where nothing was */
    private void judge(int overlapping, int inFlight, int answered, Throwable... thrown) {
        List<UserOutcome> outcomes = new ArrayList<>();
        InFlight flights = new InFlight(thrown.length);
        for (int i = 0; i < thrown.length; i++) {
            outcomes.add(new UserOutcome(
                    "u" + (i + 1), i + 1, 1, Duration.ZERO, thrown[i], thrown[i] == null ? null : "pay"));
            if (i < answered) {
                flights.add(i, 0, 10);
            }
        }
        Pacing pacing = new Pacing(Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO, 1, 0, overlapping);
        UsersResult result = new UsersResult(outcomes, Map.of(), inFlight, flights.calls(), 0);
        new UsersJudge(result, pacing, flights, contaminations, bystanders, List.of()).judge();
    }

    @Test
    void nothingIsSaidOfUsersWhoDidAllTheyHadTo() {
        judge(2, 2, 2, null, null);
    }

    @Test
    void oneUserIsNotSeveral() {
        assertThatThrownBy(() -> judge(1, 1, 1, new AssertionError("no")))
                .isInstanceOf(UsersFailedError.class)
                .hasMessage("1 of 1 user failed, and none may:\n- u1 in step 'pay': no\n"
                        + "0 of 1 user passed, at most 1 in flight at once, 1 answer; none may fail.");
        bystanders.add("bob");
        assertThatThrownBy(() -> judge(1, 1, 1, null, null))
                .hasMessage("1 of 2 users had no answer as itself, while there was 1 answer as 'bob'. Call services "
                        + "with user.http(…) or user.client(…):\n- u2\n"
                        + "2 of 2 users passed, at most 1 in flight at once, 1 answer; none may fail.");
        assertThatThrownBy(() -> judge(1, 0, 2, null, null))
                .hasMessageStartingWith(
                        "At most 0 of 2 users were in flight at once, and 1 has to be: something has them "
                                + "take turns. Look for a lock around their calls, let them do more, or ramp up faster; "
                                + "overlapping(1) lets them take turns.\n");
    }

    @Test
    void thoseWhoFailAlikeAreToldOnce() {
        assertThatThrownBy(() -> judge(1, 2, 3, new AssertionError("no"), null, new AssertionError("no")))
                .hasMessageStartingWith("2 of 3 users failed, and none may:\n- u1, u3 in step 'pay': no\n");
    }

    @Test
    void andWhatChangesFromOneToTheNextMakesNoOtherFailure() {
        assertThatThrownBy(() -> judge(1, 2, 2, timeout(17, 1.2), timeout(9_120, 30.1)))
                .hasMessageStartingWith("2 of 2 users failed, and none may:\n- u1, u2 in step 'pay': "
                        + "GET /runs/17 → 503 in 1.2 s\n");
        assertThatThrownBy(() -> judge(1, 2, 2, timeout(17, 1.2), new AssertionError("GET /runs/17 → 404")))
                .hasMessageStartingWith("2 of 2 users failed, and none may:\n- u1 in step 'pay': GET /runs/17 → 503 "
                        + "in 1.2 s\n- u2 in step 'pay': GET /runs/17 → 404\n");
    }

    private static AssertionError timeout(int run, double seconds) {
        return new AssertionError(String.format(Locale.ROOT, "GET /runs/%d → 503 in %.1f s", run, seconds));
    }

    @Test
    void ofHundredsWhoFailAlikeSomeAreNamed() {
        Throwable[] thrown =
                IntStream.range(0, 300).mapToObj(i -> new AssertionError("no")).toArray(Throwable[]::new);

        assertThatThrownBy(() -> judge(1, 2, 300, thrown))
                .hasMessageContaining("u19, u20 and 280 more in step 'pay': no\n");
    }

    @Test
    void whereTheEnvironmentKeptAllFromItThatIsTold() {
        EnvironmentNotReadyException outage = new EnvironmentNotReadyException("down", List.of());

        assertThatThrownBy(() -> judge(1, 0, 0, outage, new EnvironmentNotReadyException("down", List.of())))
                .isSameAs(outage);
        assertThatThrownBy(() -> judge(1, 0, 1, outage, null)).isInstanceOf(UsersFailedError.class);
    }
}

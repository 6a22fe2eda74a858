package dev.goldenpath.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.client.LightThreads;
import dev.goldenpath.http.ServiceResponse;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.users.Users;
import dev.goldenpath.users.UsersResult;
import dev.goldenpath.users.VirtualUser;
import dev.goldenpath.users.VirtualUsers;
import dev.goldenpath.websocket.MessageReader;
import dev.goldenpath.websocket.ServiceSocket;
import dev.goldenpath.websocket.SocketSession;
import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Users who all hold a WebSocket open at the same time. Run by {@link UsersScaleTest}. */
@GoldenPath
class CrowdOfUsers {
    static final int FEW = 5;

    private static final long MOST_HEAP = 150_000;
    /** Of a JVM in which something is loaded, or forgotten, meanwhile: with few users it is most of what is seen. */
    private static final long HEAP_OF_NOBODY = 5_000_000;

    private static final int MANY = 500;
    private static final double MOST_THREADS = 0.1;
    /** Compilers, carriers and the like, which come and go however few users there are. */
    private static final int OF_THE_JVM = 20;

    private static final int MOST_LOG_INS = 64;
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Duration ANSWER = Duration.ofMinutes(1);

    /** Loads what is loaded once, so that it counts for no user. */
    @Test
    void few(@Users(count = FEW, from = "few") VirtualUsers users) throws Exception {
        meet(users);
        Footprint.before();
    }

    @Test
    void fifty(@Users(count = 50, from = "all") VirtualUsers users) throws Exception {
        meetFrugally(users);
    }

    @Test
    void fiveHundred(@Users(count = 500, from = "all") VirtualUsers users) throws Exception {
        meetFrugally(users);
    }

    @Test
    void oneMore(@Users(count = 501, from = "all") VirtualUsers users) throws Exception {
        meetFrugally(users);
    }

    @Test
    void twoThousand(@Users(count = 2_000, from = "all") VirtualUsers users) throws Exception {
        meetFrugally(users);
    }

    private static Footprint meet(VirtualUsers users) throws InterruptedException {
        CyclicBarrier allOpen = new CyclicBarrier(users.count());
        AtomicReference<ServiceResponse> seen = new AtomicReference<>();
        AtomicReference<Footprint> footprint = new AtomicReference<>();
        UsersResult result = users.within(LIMIT).together(user -> {
            assertThat(user.http("api")
                            .get("/meet")
                            .query("users", Integer.toString(users.count()))
                            .send())
                    .hasStatus(200)
                    .hasJson("/id", user.name());
            SocketSession session = user.client("live", ServiceSocket.class).connect("/echo");
            MessageReader answers = session.reader();
            say(user, session, answers, "hello");
            allOpen.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (user.number() == 1) {
                seen.set(user.http("api").get("/open").send());
                footprint.set(Footprint.now());
            }
            allOpen.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
            say(user, session, answers, "bye");
            assertThat(user.http("api").get("/me").send()).hasStatus(200).hasJson("/id", user.name());
        });
        System.out.println(result);
        // Here, for all others would wait for whoever fails.
        assertThat(seen.get()).hasStatus(200).hasJson("/sessions", users.count());
        assertThat(seen.get().at("/logIns", Integer.class)).isBetween(1, MOST_LOG_INS);
        assertThat(result.passed()).isEqualTo(users.count());
        // The service answers nobody before all have asked.
        assertThat(result.inFlight()).isEqualTo(users.count());
        return footprint.get();
    }

    private static void meetFrugally(VirtualUsers users) throws InterruptedException {
        long begun = System.nanoTime();
        Footprint footprint = meet(users);
        System.out.printf(
                "%d users: %d bytes of heap and %.3f threads each, %d ms%n",
                users.count(),
                footprint.heap() / users.count(),
                (double) footprint.threads() / users.count(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        assertThat(footprint.heap())
                .isLessThanOrEqualTo(MOST_HEAP * users.count() + (users.count() < MANY ? HEAP_OF_NOBODY : 0));
        if (LightThreads.areVirtual()) {
            assertThat((double) footprint.threads())
                    .isLessThanOrEqualTo(Math.max(OF_THE_JVM, MOST_THREADS * users.count()));
        }
    }

    private static void say(VirtualUser user, SocketSession session, MessageReader answers, String word) {
        String message = word + " " + user.marker();
        session.send(message);
        assertThat(answers.next(ANSWER).orElseThrow().text()).isEqualTo(user.name() + " said " + message);
    }
}

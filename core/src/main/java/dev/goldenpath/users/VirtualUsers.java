package dev.goldenpath.users;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Many users of a test at once, each a logged-in account of its own. Nothing is done before {@link #together} or {@link
 * #race}; what those throw fails the test. Immutable: each setting gives another one for the same users.
 *
 * @since 0.1.0
 */
public final class VirtualUsers {
    private final Setting setting;
    private final Pacing pacing;

    /**
     * What all of a test's are made of.
     *
     * @param users leases of them, as many as there are
     * @param recording of the test
     * @param binding runs work of the test on another thread
     * @param remarks takes what the test has to say of them
     */
    private record Setting(
            Clients clients,
            List<UserLease> users,
            Recording recording,
            Consumer<Runnable> binding,
            Consumer<Fact> remarks) {}

    private VirtualUsers(Setting setting, Pacing pacing) {
        this.setting = setting;
        this.pacing = pacing;
    }

    /**
     * For the library: tests have them injected with {@link Users}.
     *
     * @param binding runs work of the test on another thread
     * @param remarks takes what a pass of the test has to say of them
     */
    public static VirtualUsers of(
            Clients clients,
            List<UserLease> users,
            Recording recording,
            Consumer<Runnable> binding,
            Consumer<Fact> remarks) {
        return new VirtualUsers(
                new Setting(clients, List.copyOf(users), recording, binding, remarks), Pacing.usual(users.size()));
    }

    /** How many they are. */
    public int count() {
        return setting.users.size();
    }

    /** All have this long from the moment they begin; then they are interrupted, and have failed. 60 s unless set. */
    public VirtualUsers within(Duration limit) {
        return with(new Pacing(
                limit, pacing.rampUp(), pacing.think(), pacing.iterations(), pacing.tolerated(), pacing.overlapping()));
    }

    /** They begin one after the other, evenly over this time, and not all at once. */
    public VirtualUsers rampUp(Duration time) {
        return with(new Pacing(
                pacing.limit(), time, pacing.think(), pacing.iterations(), pacing.tolerated(), pacing.overlapping()));
    }

    /** Each pauses for this time between its iterations. */
    public VirtualUsers thinkTime(Duration time) {
        return with(new Pacing(
                pacing.limit(), pacing.rampUp(), time, pacing.iterations(), pacing.tolerated(), pacing.overlapping()));
    }

    /** Each does its journey this often. */
    public VirtualUsers iterations(int count) {
        return with(new Pacing(
                pacing.limit(), pacing.rampUp(), pacing.think(), count, pacing.tolerated(), pacing.overlapping()));
    }

    /** So many of them may fail; every report says so. None unless set. */
    public VirtualUsers tolerating(int users) {
        return with(new Pacing(
                pacing.limit(), pacing.rampUp(), pacing.think(), pacing.iterations(), users, pacing.overlapping()));
    }

    /** So many of them have to have a call in flight at the same moment. Two unless set. */
    public VirtualUsers overlapping(int users) {
        return with(new Pacing(
                pacing.limit(), pacing.rampUp(), pacing.think(), pacing.iterations(), pacing.tolerated(), users));
    }

    private VirtualUsers with(Pacing other) {
        return new VirtualUsers(setting, other);
    }

    /**
     * Has all users do the same: they log in, wait for each other, and begin.
     *
     * @throws UsersFailedError when more of them fail than may, when one receives what another has sent, when two carry
     *     the same credentials, when one had no answer as itself, or when too few of them were in flight at once
     * @throws EnvironmentNotReadyException when that kept all of them from it
     * @throws InterruptedException when this thread is interrupted
     */
    public UsersResult together(Journey journey) throws InterruptedException {
        Steps steps = new Steps();
        return run(pacing, steps, user -> {
                    journey.run(user);
                    return user;
                })
                .result;
    }

    /**
     * Has all users make the same call at the same instant.
     *
     * @param call returns what came of it, and never {@code null}
     * @return what came of it for each
     * @throws UsersFailedError as {@link #together}; a user for whom {@code call} throws, or returns {@code null}, has
     *     failed
     * @throws EnvironmentNotReadyException as {@link #together}
     * @throws InterruptedException when this thread is interrupted
     */
    public <T> Race<T> race(UserCall<T> call) throws InterruptedException {
        Ended<T> ended = run(pacing.ofRace(), new Steps(), user -> outcome(call, user));
        Map<T, List<String>> users = new LinkedHashMap<>();
        for (Crowd.Run<T> run : ended.runs) {
            run.result()
                    .ifPresent(outcome -> users.computeIfAbsent(outcome, first -> new ArrayList<>())
                            .add(run.user.name()));
        }
        LongSummaryStatistics begins = ended.runs.stream()
                .mapToLong(Crowd.Run::beginNanos)
                .filter(nanos -> nanos != 0)
                .summaryStatistics();
        Duration within = Duration.ofNanos(begins.getCount() == 0 ? 0 : begins.getMax() - begins.getMin());
        Race<T> race = new Race<>(users, within);
        ended.record.remark("race", race + ", begun within " + Words.of(within));
        return race;
    }

    private static <T> T outcome(UserCall<T> call, VirtualUser user) throws Exception {
        T outcome = call.run(user);
        if (outcome == null) {
            throw new IllegalArgumentException("the call of race(…) returned null, and a race counts what it returns. "
                    + "Return what came of it, such as the status of the answer.");
        }
        return outcome;
    }

    private record Ended<T>(List<Crowd.Run<T>> runs, UsersResult result, UsersRecord record) {}

    private <T> Ended<T> run(Pacing paced, Steps steps, UserCall<T> call) throws InterruptedException {
        requireThreads();
        Isolation isolation = new Isolation();
        List<VirtualUser> users = new ArrayList<>();
        Map<String, Integer> indexes = new HashMap<>();
        for (UserLease lease : setting.users) {
            indexes.put(lease.user(), users.size());
            users.add(new VirtualUser(users.size() + 1, lease, setting.clients, setting.recording, steps, isolation));
        }
        InFlight flights = new InFlight(users.size());
        Bystanders bystanders = new Bystanders();
        Contaminations contaminations = new Contaminations();
        Recording.Follower follower = new Flights(indexes, flights, bystanders, contaminations);
        setting.recording.follow(follower);
        List<Crowd.Run<T>> runs;
        try {
            runs = new Crowd<>(users, paced, call).run(setting.binding);
        } finally {
            setting.recording.leave(follower);
        }
        contaminations.settle();
        UsersResult result = new UsersResult(
                runs.stream().map(Crowd.Run::outcome).toList(),
                steps.all(),
                flights.most(),
                flights.calls(),
                paced.tolerated());
        UsersRecord record = new UsersRecord(setting.recording, setting.clients.redaction(), setting.remarks);
        record.result(result);
        runs.forEach(run -> record.failure(run.outcome(), run.beginNanos()));
        contaminations.seen().forEach(record::contamination);
        new UsersJudge(result, paced, flights, contaminations, bystanders, shared(users)).judge();
        return new Ended<>(runs, result, record);
    }

    /** Who could not log in has told so, and is not asked again. */
    private List<String> shared(List<VirtualUser> users) {
        return SharedCredentials.among(
                users.stream().filter(VirtualUser::isLoggedIn).toList(), setting.clients);
    }

    private void requireThreads() {
        if (!UserThreads.suffice(count())) {
            throw new IllegalStateException(count() + " users at once need virtual threads, which JDK "
                    + Runtime.version().feature() + " does not have: at most " + UserThreads.MOST_PLATFORM_THREADS
                    + " can run on it. Run the tests on JDK 21 or later, or ask for fewer.");
        }
    }
}

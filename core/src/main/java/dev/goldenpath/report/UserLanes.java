package dev.goldenpath.report;

import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Step;
import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.runlog.LoggedEvidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The users of one attempt of a test, and which of them a page shows. Not thread-safe. */
final class UserLanes {
    /** More than a page has room for, and a reader patience. */
    static final int MOST = 20;

    /** Of these, the part that may be users that failed, that with those that are not kept apart, and that of the slowest. */
    private static final double FAILED = 0.6;

    private static final double MIXED = 0.8;
    private static final double SLOWEST = 0.1;
    private static final int REFUSED = 400;
    private static final String MARKER = "it holds the marker of user '";
    /** Ends of the names of steps with which many users are told of. */
    private static final String JOURNEY = ": journey";

    private static final String APART = ": kept apart";

    private final Map<String, UserLane> lanes = new LinkedHashMap<>();

    void add(LoggedEvidence<HttpExchange> logged) {
        HttpExchange exchange = logged.evidence();
        UserLane lane = lane(exchange.user());
        if (lane != null) {
            lane.call(
                    logged.startedAt(),
                    exchange.phases().total(),
                    exchange.failure() != null || exchange.status() == null || exchange.status() >= REFUSED);
            if (exchange.markers().stream().anyMatch(marker -> marker.startsWith(MARKER))) {
                lane.mixed();
            }
        }
    }

    void add(LoggedEvidence<WsHandshake> logged, long messages) {
        WsHandshake handshake = logged.evidence();
        UserLane lane = lane(handshake.user());
        if (lane != null) {
            boolean broken = handshake.failure() != null || handshake.status() == null || handshake.status() >= REFUSED;
            lane.call(logged.startedAt(), handshake.phases().total(), broken);
            lane.messages(messages);
        }
    }

    /** A step of a user tells how long it took; that of a whole journey, what ended it. */
    void step(LoggedEvidence<Step> logged) {
        Step step = logged.evidence();
        UserLane lane = step.failure() == null && !lanes.containsKey(step.user()) ? null : lane(step.user());
        if (lane == null) {
            return;
        }
        if (step.failure() != null && step.name().endsWith(JOURNEY)) {
            lane.failed(step.failure());
        } else if (step.failure() != null && step.name().endsWith(APART)) {
            lane.mixed();
        }
        lane.lasted(logged.startedAt(), step.duration());
    }

    private @Nullable UserLane lane(@Nullable String user) {
        return user == null ? null : lanes.computeIfAbsent(user, UserLane::new);
    }

    /** How many users there are. */
    int count() {
        return lanes.size();
    }

    /**
     * Those that are shown, at most so many: first those that failed, then those that received what is another's, then
     * the others in the order in which they began. Where not all are, the slowest are among them, and of the rest some
     * from the first to the last.
     */
    List<UserLane> shown(int most) {
        List<UserLane> all = new ArrayList<>(lanes.values());
        Set<UserLane> chosen = new LinkedHashSet<>();
        if (all.size() <= most) {
            chosen.addAll(all);
        } else {
            choose(all, chosen, most);
        }
        return chosen.stream()
                .sorted(Comparator.comparing((UserLane lane) -> lane.failure() == null)
                        .thenComparing(lane -> !lane.isMixed())
                        .thenComparing(all::indexOf))
                .toList();
    }

    private static void choose(List<UserLane> all, Set<UserLane> chosen, int most) {
        List<UserLane> failed = those(all, lane -> lane.failure() != null);
        take(chosen, failed, share(most, FAILED));
        take(chosen, those(all, UserLane::isMixed), share(most, MIXED));
        List<UserLane> slowest = all.stream()
                .sorted(Comparator.comparing(UserLane::took).reversed())
                .toList();
        take(chosen, slowest, Math.min(most, chosen.size() + share(most, SLOWEST)));
        List<UserLane> rest = those(all, lane -> !chosen.contains(lane));
        int left = most - chosen.size();
        for (int i = 0; i < left && i < rest.size(); i++) {
            chosen.add(rest.get((int) ((long) i * rest.size() / left)));
        }
    }

    private static int share(int most, double part) {
        return Math.max(1, (int) (most * part));
    }

    private static List<UserLane> those(List<UserLane> all, Predicate<UserLane> which) {
        return all.stream().filter(which).toList();
    }

    private static void take(Set<UserLane> chosen, List<UserLane> from, int until) {
        for (UserLane lane : from) {
            if (chosen.size() >= until) {
                return;
            }
            chosen.add(lane);
        }
    }
}

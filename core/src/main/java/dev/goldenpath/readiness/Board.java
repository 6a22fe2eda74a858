package dev.goldenpath.readiness;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.readiness.Conditions.Seen;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What is known of all services now. Thread-safe. */
final class Board {
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Environment environment;
    private final Map<String, Seen> seen = new LinkedHashMap<>();
    private final Map<String, Long> since = new LinkedHashMap<>();
    private Picture picture;

    Board(Environment environment) {
        this.environment = environment;
        this.picture = Conditions.of(environment, Map.of());
    }

    /**
     * Takes what one look has seen, by service and kind.
     *
     * @param beganNanos {@link System#nanoTime()} at which the look began
     */
    synchronized void post(Map<String, Map<String, Sight>> look, long beganNanos) {
        long now = System.nanoTime();
        look.forEach((service, sights) -> {
            Seen before = seen.getOrDefault(service, Seen.NOTHING);
            Map<String, Sight> all = new LinkedHashMap<>(before.sights());
            all.putAll(sights);
            long first = since.computeIfAbsent(service, name -> beganNanos);
            seen.put(service, new Seen(all, before.asked() + 1, Duration.ofNanos(now - first), beganNanos));
        });
        picture = Conditions.of(environment, seen);
        notifyAll();
    }

    /** How all services are. */
    synchronized Picture picture() {
        return picture;
    }

    /** How long a service has asked to be left alone; empty where it has not. */
    synchronized Optional<Duration> retryAfter(String service) {
        return seen.getOrDefault(service, Seen.NOTHING).sights().values().stream()
                .flatMap(sight -> Optional.ofNullable(sight.retryAfter()).stream())
                .max(Duration::compareTo);
    }

    /**
     * Waits until all is as it should be, or until the time is over.
     *
     * @param deadline as {@link System#nanoTime()} tells it
     * @return what is known then
     */
    synchronized Picture await(Predicate<Picture> wanted, long deadline) throws InterruptedException {
        while (!wanted.test(picture)) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                break;
            }
            // Not only what is posted may end the wait: a process that was launched may have ended.
            TimeUnit.NANOSECONDS.timedWait(this, Math.min(left, LONGEST_NANOS));
        }
        return picture;
    }
}

package dev.goldenpath.report;

import dev.goldenpath.runlog.FinishedTest;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What has become so far of the tests of one JVM, each by its last attempt. Not thread-safe. */
final class TestsSoFar {
    private static final int NAMED = 3;

    private final Map<String, Place> places = new HashMap<>();
    private @Nullable String slowest;
    private Duration longest = Duration.ZERO;

    /** Where one test is: not begun, running, or ended. */
    private static final class Place {
        private final String name;
        private long startNanos;
        private boolean running;
        private boolean replaced;
        private @Nullable Verdict verdict;

        Place(String name) {
            this.name = name;
        }
    }

    /** A test that is planned again is to be run again. */
    void planned(PlannedTest test) {
        places.put(test.test(), new Place(nameOf(test)));
    }

    /** Others stand in for a test: it does not count, unless it ends by itself after all. */
    void replaced(String id) {
        Place place = places.get(id);
        if (place != null) {
            place.replaced = true;
        }
    }

    void started(String id, long nanos) {
        Place place = places.get(id);
        if (place != null) {
            place.running = true;
            place.startNanos = nanos;
        }
    }

    void finished(FinishedTest test) {
        Place place = places.computeIfAbsent(test.test(), Place::new);
        place.running = false;
        place.replaced = false;
        place.verdict = test.verdict();
        Duration took = test.duration();
        if (took != null && took.compareTo(longest) > 0) {
            longest = took;
            slowest = place.name;
        }
    }

    void settled(String id, Verdict verdict) {
        Place place = places.get(id);
        if (place != null && place.verdict != null) {
            place.verdict = verdict;
        }
    }

    /** Of a test that was planned; the id of any other. */
    String nameOf(String id) {
        Place place = places.get(id);
        return place == null ? id : place.name;
    }

    /** Whether any test runs, or has run. */
    boolean haveBegun() {
        return places.values().stream().anyMatch(place -> place.running || place.verdict != null);
    }

    int ended() {
        return (int)
                places.values().stream().filter(place -> place.verdict != null).count();
    }

    private long planned() {
        return places.values().stream().filter(place -> !place.replaced).count();
    }

    /** {@code 31 of 69 ended, 29 passed, 2 failed; running 1: ChatIT.answers (14 s); slowest ChatIT.long 12.1 s}. */
    String line(long nanos) {
        List<String> parts = new ArrayList<>();
        parts.add(ended() + " of " + planned() + " ended" + verdicts());
        List<Place> running = places.values().stream()
                .filter(place -> place.running)
                .sorted(Comparator.comparingLong((Place place) -> place.startNanos - nanos)
                        .thenComparing(place -> place.name))
                .toList();
        if (!running.isEmpty()) {
            parts.add("running " + running.size() + ": " + names(running, nanos));
        }
        if (slowest != null) {
            parts.add("slowest " + slowest + " " + Spans.of(longest));
        }
        return String.join("; ", parts);
    }

    private String verdicts() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        places.values().forEach(place -> {
            if (place.verdict != null) {
                counts.merge(place.verdict, 1, Integer::sum);
            }
        });
        return counts.entrySet().stream()
                .map(count ->
                        ", " + count.getValue() + " " + count.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static String names(List<Place> running, long nanos) {
        String named = running.stream()
                .limit(NAMED)
                .map(place -> place.name + " ("
                        + Duration.ofNanos(nanos - place.startNanos).toSeconds() + " s)")
                .collect(Collectors.joining(", "));
        return running.size() <= NAMED ? named : named + ", … (" + (running.size() - NAMED) + " more)";
    }

    /** Without types of parameters: in one line there is room for little. */
    private static String nameOf(PlannedTest test) {
        String name = NotPassed.nameOf(test);
        int parameters = name.indexOf('(');
        return parameters < 0 ? name : name.substring(0, parameters) + name.substring(name.lastIndexOf(')') + 1);
    }
}

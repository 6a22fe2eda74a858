package dev.goldenpath.compare;

import dev.goldenpath.compare.PhaseJudge.Samples;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.runlog.EvidenceIndex;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedEvidence;
import dev.goldenpath.runlog.LoggedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How long the phases of tests' own calls took: of the attempts that count, in the test itself, of calls that were
 * answered.
 */
final class PhaseSamples {
    private static final String TOTAL = "total";

    /** By service, phase and kind of call. */
    private final Map<Key, Map<String, Sides>> samples = new TreeMap<>();

    /** In the order of output, and absent for the whole: the phases in their order in a call. */
    private record Key(String service, @Nullable NetworkPhase part) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::service)
                .thenComparing(Key::part, Comparator.nullsLast(Comparator.naturalOrder()));

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        private String phase() {
            return part == null ? TOTAL : part.word();
        }
    }

    private record Attempt(Path log, String test, int number) {}

    private static final class Sides {
        private final List<Long> before = new ArrayList<>();
        private final List<Long> after = new ArrayList<>();

        private Stratum stratum() {
            return new Stratum(micros(before), micros(after));
        }

        private static long[] micros(List<Long> samples) {
            return samples.stream().mapToLong(Long::longValue).toArray();
        }
    }

    private PhaseSamples() {}

    /** @throws IOException when a log can't be read */
    static List<Samples> of(LoggedRun before, LoggedRun after) throws IOException {
        PhaseSamples all = new PhaseSamples();
        before.evidence().forEach(all.taker(before, false));
        after.evidence().forEach(all.taker(after, true));
        return all.samples.entrySet().stream()
                .map(each -> new Samples(
                        each.getKey().service(),
                        each.getKey().phase(),
                        each.getValue().values().stream().map(Sides::stratum).toList()))
                .filter(each -> !each.strata().isEmpty())
                .toList();
    }

    private EvidenceIndex.Taker taker(LoggedRun run, boolean after) {
        Set<Attempt> counting = run.tests().stream()
                .flatMap(test -> test.last().map(LoggedAttempt::number).stream()
                        .map(number -> new Attempt(test.log(), test.plan().test(), number)))
                .collect(Collectors.toCollection(HashSet::new));
        return new EvidenceIndex.Taker() {
            @Override
            public void exchange(LoggedEvidence<HttpExchange> exchange) {
                String test = exchange.test();
                Integer attempt = exchange.attempt();
                if (test != null
                        && exchange.phase() == Phase.TEST
                        && counting.contains(new Attempt(exchange.log(), test, attempt == null ? 1 : attempt))) {
                    add(exchange.evidence(), after);
                }
            }
        };
    }

    private void add(HttpExchange exchange, boolean after) {
        boolean answered = exchange.status() != null && exchange.failure() == null;
        if (exchange.purpose() != null || !answered || exchange.place().elsewhere()) {
            return;
        }
        String kind = exchange.method() + " " + PathTemplate.of(exchange.url()) + " " + exchange.status();
        exchange.phases().parts().forEach((phase, took) -> add(new Key(exchange.service(), phase), kind, took, after));
        add(new Key(exchange.service(), null), kind, exchange.phases().total(), after);
    }

    private void add(Key key, String kind, Duration took, boolean after) {
        Sides sides = samples.computeIfAbsent(key, phase -> new TreeMap<>()).computeIfAbsent(kind, each -> new Sides());
        (after ? sides.after : sides.before).add(took.toNanos() / 1_000);
    }
}

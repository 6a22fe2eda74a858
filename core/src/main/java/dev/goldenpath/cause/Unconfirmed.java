package dev.goldenpath.cause;

import dev.goldenpath.evidence.OutageSign;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Folds tests that met the same at one service, where nobody has said that the service was in trouble. */
final class Unconfirmed {
    private Unconfirmed() {}

    /** The test, and what it met last. */
    private record Met(TroubledTest test, OutageSign sign) {
        String words() {
            return sign.words();
        }

        @Nullable
        String fingerprint() {
            return test.fingerprint();
        }
    }

    /** One cause for each service at which two or more tests met the same. A single test stays as it is. */
    static List<RootCause> among(List<TroubledTest> tests) {
        Map<String, List<Met>> byService = tests.stream()
                .filter(test -> !test.signs().isEmpty())
                .map(test -> new Met(test, test.signs().get(test.signs().size() - 1)))
                .collect(Collectors.groupingBy(met -> met.sign().service(), LinkedHashMap::new, Collectors.toList()));
        return byService.entrySet().stream()
                .flatMap(entry -> cause(entry.getKey(), alike(entry.getValue())))
                .toList();
    }

    private static List<Met> alike(List<Met> all) {
        Map<String, Long> words = counts(all, Met::words);
        Map<String, Long> fingerprints = counts(all, Met::fingerprint);
        return all.stream()
                .filter(met -> words.getOrDefault(met.words(), 0L) > 1
                        || (met.fingerprint() != null && fingerprints.getOrDefault(met.fingerprint(), 0L) > 1))
                .toList();
    }

    private static Map<String, Long> counts(List<Met> all, Function<Met, @Nullable String> what) {
        return all.stream()
                .map(what)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Objects::requireNonNull, Collectors.counting()));
    }

    private static Stream<RootCause> cause(String service, List<Met> alike) {
        if (alike.isEmpty()) {
            return Stream.empty();
        }
        List<OutageSign> signs = alike.stream().map(Met::sign).toList();
        String words = signs.stream().map(OutageSign::words).distinct().collect(Collectors.joining(", "));
        Outage seen = new Outage(
                signs.stream()
                        .map(OutageSign::at)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                signs.stream()
                        .map(OutageSign::at)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
        Why inferred = new Why(
                service + " may not have been there",
                Standing.INFERRED,
                "from " + alike.size() + " tests, by no probe");
        List<FoldedTest> folded = alike.stream()
                .map(met -> new FoldedTest(met.test(), List.of(Blame.observed(met.sign()), inferred, Why.OPEN)))
                .toList();
        return Stream.of(new RootCause(
                words + " of " + service + ", and no probe tells why",
                null,
                List.of(seen),
                folded.get(0).whys(),
                folded,
                0));
    }
}

package dev.goldenpath.report;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedService;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.runlog.Redeployment;
import dev.goldenpath.runlog.Redeployment.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which revisions tests may have met in a run in which services were redeployed. */
final class RevisionsMet {
    private final LoggedRun run;
    private final List<Redeployment> redeployments;
    /** Services by what a test says it needs: most tests need the same. */
    private final Map<List<String>, Set<String>> closures = new HashMap<>();

    private RevisionsMet(LoggedRun run) {
        this.run = run;
        this.redeployments = Redeployment.of(run.services());
    }

    static RevisionsMet in(LoggedRun run) {
        return new RevisionsMet(run);
    }

    /**
     * For each redeployment {@code backend abc → def between 12:00:03 and 12:00:08 UTC; 3 tests before, 1 after, 2 may have
     * met either}; none where nothing was redeployed.
     */
    List<String> sentences() {
        return redeployments.stream().map(this::sentence).toList();
    }

    /** All of them, for a terminal; empty where nothing was redeployed. */
    String lines() {
        return sentences().stream()
                .map(sentence -> "\nRedeployed in mid-run: " + sentence + ".\n")
                .collect(Collectors.joining());
    }

    /** What {@code test} may have met of each service that was redeployed, as far as it needs it; the key is the service. */
    List<Fact> of(LoggedTest test) {
        Map<String, Set<String>> met = new LinkedHashMap<>();
        Set<String> over = new TreeSet<>();
        for (Redeployment redeployment : redeployments) {
            Optional<Place> place = placeOf(test, redeployment);
            if (place.isPresent() && !over.contains(redeployment.service())) {
                Set<String> revisions = place.get() == Place.AFTER ? new LinkedHashSet<>() : before(met, redeployment);
                if (place.get() == Place.BEFORE) {
                    over.add(redeployment.service());
                } else {
                    revisions.add(redeployment.to());
                }
                met.put(redeployment.service(), revisions);
            }
        }
        return met.entrySet().stream()
                .map(each -> Fact.of(each.getKey(), String.join(" or ", each.getValue())))
                .toList();
    }

    /**
     * What the services that {@code test} needs said they run, or all of them where that is not known: what it may have met
     * of those that were redeployed, and of the others what they said last. The key is the service.
     */
    List<Fact> known(LoggedTest test) {
        Optional<LoggedAttempt> last = test.last();
        if (last.isEmpty()) {
            return List.of();
        }
        Map<String, String> known = new TreeMap<>(run.revisions());
        of(test).forEach(met -> known.put(met.key(), met.value()));
        return known.entrySet().stream()
                .filter(each -> needs(last.get().circumstances().needs(), each.getKey()))
                .map(each -> Fact.of(each.getKey(), each.getValue()))
                .toList();
    }

    private static Set<String> before(Map<String, Set<String>> met, Redeployment redeployment) {
        Set<String> before = met.getOrDefault(redeployment.service(), new LinkedHashSet<>());
        before.add(redeployment.from());
        return before;
    }

    private String sentence(Redeployment one) {
        List<Place> places = run.tests().stream()
                .flatMap(test -> placeOf(test, one).stream())
                .toList();
        long before = places.stream().filter(Place.BEFORE::equals).count();
        long after = places.stream().filter(Place.AFTER::equals).count();
        return one.service() + " " + one.from() + " → " + one.to() + " between " + TimeOfDay.of(one.lastSeen())
                + " and " + TimeOfDay.of(one.firstSeen()) + " UTC; " + before + (before == 1 ? " test" : " tests")
                + " before, " + after + " after, " + (places.size() - before - after) + " may have met either";
    }

    private Optional<Place> placeOf(LoggedTest test, Redeployment redeployment) {
        return test.last()
                .filter(last -> needs(last.circumstances().needs(), redeployment.service()))
                .flatMap(redeployment::placeOf);
    }

    /** Of a test of which nothing is known it may matter. */
    private boolean needs(List<String> needs, String service) {
        Set<String> all = closures.computeIfAbsent(needs, this::closure);
        return all.isEmpty() || all.contains(service);
    }

    private Set<String> closure(List<String> needs) {
        Set<String> all = new TreeSet<>();
        List<String> open = new ArrayList<>(needs);
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            LoggedService declared = run.services().declared().get(next);
            if (all.add(next) && declared != null) {
                open.addAll(declared.dependsOn().keySet());
            }
        }
        return all;
    }
}

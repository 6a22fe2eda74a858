package dev.goldenpath.report;

import dev.goldenpath.cause.FoldedTest;
import dev.goldenpath.cause.Observations;
import dev.goldenpath.cause.RootCause;
import dev.goldenpath.cause.RootCauses;
import dev.goldenpath.cause.Seen;
import dev.goldenpath.cause.ServiceNode;
import dev.goldenpath.cause.TroubledTest;
import dev.goldenpath.cause.Why;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.runlog.Circumstances;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedServices.Sighting;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The root causes of a run, and which of its tests are folded under them. */
final class RunCauses {
    private static final Set<Verdict> TROUBLED =
            EnumSet.of(Verdict.FAILED, Verdict.BLOCKED, Verdict.ERROR, Verdict.SUSPECT);

    private final LoggedRun run;
    private final List<RootCause> causes;
    private final IdentityHashMap<LoggedTest, Place> places = new IdentityHashMap<>();

    /**
     * Where a test is folded.
     *
     * @param number of the cause among all, from 0
     */
    record Place(int number, RootCause cause, List<Why> whys) {}

    private RunCauses(LoggedRun run) {
        this.run = run;
        this.causes = RootCauses.of(observations());
        for (int i = 0; i < causes.size(); i++) {
            RootCause cause = causes.get(i);
            for (FoldedTest folded : cause.tests()) {
                places.put(run.tests().get(folded.test().key()), new Place(i, cause, folded.whys()));
            }
        }
    }

    static RunCauses of(LoggedRun run) {
        return new RunCauses(run);
    }

    /** Those of most tests first. */
    List<RootCause> all() {
        return causes;
    }

    /** The tests of a cause, in the order in which they were planned. */
    List<LoggedTest> tests(RootCause cause) {
        return cause.tests().stream()
                .map(folded -> folded.test().key())
                .sorted()
                .map(run.tests()::get)
                .toList();
    }

    /** Where {@code test} is folded; empty where it stands for itself. */
    Optional<Place> placeOf(LoggedTest test) {
        return Optional.ofNullable(places.get(test));
    }

    private Observations observations() {
        Map<String, ServiceNode> tree = new LinkedHashMap<>();
        run.services()
                .declared()
                .forEach((name, service) -> tree.put(
                        name,
                        new ServiceNode(service.dependsOn(), service.revisionExpected(), service.revisionMaxAge())));
        List<TroubledTest> tests = new ArrayList<>();
        for (int i = 0; i < run.tests().size(); i++) {
            LoggedTest test = run.tests().get(i);
            if (TROUBLED.contains(test.verdict())) {
                int key = i;
                test.last().ifPresent(last -> tests.add(troubled(key, test, last)));
            }
        }
        boolean oneLog =
                run.services().probes().stream().map(Sighting::log).distinct().count() < 2;
        return new Observations(
                tree,
                run.services().probes().stream()
                        .map(seen -> probe(seen, oneLog))
                        .toList(),
                run.services().revisions().stream().map(RunCauses::revision).toList(),
                tests);
    }

    private static TroubledTest troubled(int key, LoggedTest test, LoggedAttempt last) {
        Circumstances circumstances = last.circumstances();
        LoggedFailure failure = last.failure();
        return new TroubledTest(
                key,
                NotPassed.nameOf(test),
                test.verdict(),
                test.plan().priority(),
                circumstances.startedAt(),
                circumstances.endedAt(),
                circumstances.needs(),
                circumstances.signs(),
                failure == null ? null : failure.fingerprint(),
                last.cause());
    }

    /** Each JVM numbers its own. */
    private static Seen<Probe> probe(Sighting<Probe> seen, boolean oneLog) {
        String number = "probe " + seen.evidence().number();
        return new Seen<>(
                seen.at(), oneLog ? number : number + " in " + seen.log().getFileName(), seen.evidence());
    }

    private static Seen<Revision> revision(Sighting<Revision> seen) {
        return new Seen<>(seen.at(), "read at " + TimeOfDay.of(seen.at()), seen.evidence());
    }
}

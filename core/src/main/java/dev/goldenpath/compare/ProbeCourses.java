package dev.goldenpath.compare;

import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.runlog.Circumstances;
import dev.goldenpath.runlog.EvidenceIndex;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedEvidence;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedService;
import dev.goldenpath.runlog.LoggedTest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the library asked of services for itself in a run, as a course: a test that was blocked has made no call, and what
 * kept it from that are answers to these. Not thread-safe.
 */
final class ProbeCourses {
    private final LoggedRun run;
    private final List<Moment> probes = new ArrayList<>();

    private ProbeCourses(LoggedRun run) {
        this.run = run;
    }

    /** @throws IOException when a log can't be read */
    static ProbeCourses of(LoggedRun run, Revisions revisions) throws IOException {
        ProbeCourses courses = new ProbeCourses(run);
        run.evidence().forEachProbe(new EvidenceIndex.Taker() {
            @Override
            public void exchange(LoggedEvidence<HttpExchange> exchange) {
                courses.probes.add(ExchangeMoment.of(exchange, revisions).with(new JsonTraits()));
            }
        });
        courses.probes.sort(Comparator.comparing(Moment::at));
        return courses;
    }

    /** The last of each kind that had begun when {@code test} ended, of the services that it can't do without. */
    List<Moment> of(LoggedTest test) {
        Circumstances circumstances =
                test.last().map(LoggedAttempt::circumstances).orElse(Circumstances.UNKNOWN);
        Instant end = circumstances.endedAt();
        Set<String> services = services(circumstances.needs());
        Map<String, Moment> last = new LinkedHashMap<>();
        for (Moment probe : probes) {
            if (isBefore(probe.at(), end) && (services.isEmpty() || services.contains(probe.service()))) {
                last.put(probe.key(), probe);
            }
        }
        return List.copyOf(last.values());
    }

    private static boolean isBefore(Instant begun, @Nullable Instant end) {
        return end == null || !begun.isAfter(end);
    }

    /** With those that they depend on, and those that speak for one of them. */
    private Set<String> services(List<String> needs) {
        Set<String> all = new HashSet<>();
        List<String> open = new ArrayList<>(needs);
        while (!open.isEmpty()) {
            String name = open.remove(0);
            LoggedService service = run.services().declared().get(name);
            if (all.add(name) && service != null) {
                open.addAll(service.dependsOn().keySet());
                String reporter = service.reportedBy();
                if (reporter != null) {
                    open.add(reporter.replaceFirst("#.*", ""));
                }
            }
        }
        return all;
    }
}

package dev.goldenpath.cause;

import dev.goldenpath.environment.RevisionRules;
import dev.goldenpath.evidence.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which service ran another revision than it should. */
final class WrongRevisions {
    private final Map<String, ServiceNode> tree;
    private final List<Seen<Revision>> inOrder;

    WrongRevisions(Map<String, ServiceNode> tree, List<Seen<Revision>> revisions) {
        this.tree = tree;
        this.inOrder = revisions.stream().sorted(Comparator.comparing(Seen::at)).toList();
    }

    /** What is wrong with the revision of one of {@code needs}, or of what they can't do without, at one time. */
    Optional<Found> among(Collection<String> needs, Instant at) {
        Set<String> all = new LinkedHashSet<>();
        needs.forEach(need -> collect(need, all));
        return all.stream()
                .flatMap(service -> lastUntil(service, at).stream())
                .filter(this::isWrong)
                .map(this::found)
                .findFirst();
    }

    private void collect(String service, Set<String> all) {
        ServiceNode node = tree.get(service);
        if (all.add(service) && node != null) {
            node.required().forEach(next -> collect(next, all));
        }
    }

    /** What it said last until then; else what it said first. */
    private Optional<Seen<Revision>> lastUntil(String service, Instant at) {
        @Nullable Seen<Revision> last = null;
        for (Seen<Revision> seen : inOrder) {
            if (seen.what().service().equals(service)
                    && (last == null || !seen.at().isAfter(at))) {
                last = seen;
            }
        }
        return Optional.ofNullable(last);
    }

    private boolean isWrong(Seen<Revision> seen) {
        return !problem(seen).isEmpty();
    }

    /** In words; empty where nothing is wrong. */
    private String problem(Seen<Revision> seen) {
        Revision revision = seen.what();
        ServiceNode node = tree.get(revision.service());
        if (node == null) {
            return "";
        }
        String expected = node.revisionExpected();
        if (expected != null && !RevisionRules.isSame(expected, revision.revision())) {
            return revision.service() + " runs revision " + revision.revision() + ", and " + expected + " is expected";
        }
        Duration maxAge = node.revisionMaxAge();
        Instant deployed = revision.deployedAt();
        return maxAge != null && deployed != null && deployed.plus(maxAge).isBefore(seen.at())
                ? revision.service() + " runs a deployment of " + deployed + ", and it may be " + words(maxAge)
                        + " old at most"
                : "";
    }

    private static String words(Duration age) {
        return age.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }

    private Found found(Seen<Revision> seen) {
        String problem = problem(seen);
        List<Why> whys = List.of(new Why(problem, Standing.CONFIRMED, seen.reference()), Why.OPEN);
        return new Found(
                "revision of " + seen.what().service(), problem, seen.what().service(), outages(seen), whys, null);
    }

    private List<Outage> outages(Seen<Revision> wrong) {
        List<Seen<Revision>> ofService = inOrder.stream()
                .filter(seen -> seen.what().service().equals(wrong.what().service()))
                .toList();
        return Outages.of(ofService, seen -> !isWrong(seen));
    }
}

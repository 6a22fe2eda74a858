package dev.goldenpath.compare;

import dev.goldenpath.evidence.Revision;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedServices.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which revision a service said it runs, at some time of a run. */
final class Revisions {
    private final List<Sighting<Revision>> sightings;

    Revisions(LoggedRun run) {
        this.sightings = run.services().revisions();
    }

    /** As it said next to {@code at}, in a call that read it then; empty where it never did. */
    Optional<Trait> readAt(String service, Instant at) {
        return sightings.stream()
                .filter(each -> each.evidence().service().equals(service))
                .min(Comparator.comparing(
                        each -> Duration.between(each.at(), at).abs()))
                .map(Revisions::trait);
    }

    /** As it said last before {@code at}, or first behind; empty where it never did. */
    Optional<Trait> of(String service, Instant at) {
        List<Sighting<Revision>> ofService = sightings.stream()
                .filter(each -> each.evidence().service().equals(service))
                .toList();
        return ofService.stream()
                .filter(each -> !each.at().isAfter(at))
                .reduce((first, second) -> second)
                .or(() -> ofService.stream().findFirst())
                .map(Revisions::trait);
    }

    private static Trait trait(Sighting<Revision> seen) {
        return new Trait(
                Aspect.REVISION,
                "revision of " + seen.evidence().service(),
                seen.evidence().revision());
    }
}

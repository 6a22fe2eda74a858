package dev.goldenpath.runlog;

import dev.goldenpath.evidence.Revision;
import dev.goldenpath.runlog.LoggedServices.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A service that said something else of its revision than before, while the run went.
 *
 * @param service name of the declared service
 * @param from what it ran: the revision, and where only the deployment changed, its time
 * @param to what it has run since, likewise
 * @param lastSeen when {@code from} was read last
 * @param firstSeen when {@code to} was read first
 * @since 0.1.0
 */
public record Redeployment(String service, String from, String to, Instant lastSeen, Instant firstSeen) {

    /** Where a test stands. */
    public enum Place {
        /** It ended before: it can have met but the old one. */
        BEFORE,
        /** It began behind: it can have met but the new one. */
        AFTER,
        /** It ran while it may have happened: it may have met either, or both. */
        BETWEEN
    }

    /** Services of one name in two environments are two. */
    private record Running(String service, @Nullable String environment) {}

    /** All of a run, in the order in which they were seen. */
    public static List<Redeployment> of(LoggedServices services) {
        List<Redeployment> found = new ArrayList<>();
        Map<Running, Sighting<Revision>> last = new LinkedHashMap<>();
        for (Sighting<Revision> now : services.revisions()) {
            Running running =
                    new Running(now.evidence().service(), now.evidence().environment());
            Sighting<Revision> before = last.put(running, now);
            if (before != null && differ(before.evidence(), now.evidence())) {
                found.add(between(before, now));
            }
        }
        return found;
    }

    /** Where {@code attempt} stands; empty where it never ran, or the log does not tell when. */
    public Optional<Place> placeOf(LoggedAttempt attempt) {
        Instant began = attempt.circumstances().startedAt();
        Instant ended = attempt.circumstances().endedAt();
        if (began == null || ended == null) {
            return Optional.empty();
        }
        if (!ended.isAfter(lastSeen)) {
            return Optional.of(Place.BEFORE);
        }
        return Optional.of(began.isBefore(firstSeen) ? Place.BETWEEN : Place.AFTER);
    }

    /** One that tells its deployment at one time only says nothing of another. */
    private static boolean differ(Revision one, Revision other) {
        return !one.revision().equals(other.revision()) || isDeployedAnew(one, other);
    }

    private static boolean isDeployedAnew(Revision one, Revision other) {
        return one.deployedAt() != null
                && other.deployedAt() != null
                && !Objects.equals(one.deployedAt(), other.deployedAt());
    }

    private static Redeployment between(Sighting<Revision> before, Sighting<Revision> now) {
        Revision one = before.evidence();
        Revision other = now.evidence();
        boolean same = one.revision().equals(other.revision());
        return new Redeployment(
                one.service(),
                same ? one.revision() + " of " + one.deployedAt() : one.revision(),
                same ? other.revision() + " of " + other.deployedAt() : other.revision(),
                before.at(),
                now.at());
    }
}

package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.goldenpath.evidence.Revision;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.runlog.LoggedServices.Sighting;
import dev.goldenpath.runlog.Redeployment.Place;
import dev.goldenpath.verdict.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RedeploymentTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @Test
    void anotherRevisionThanBeforeIsOne() {
        assertThat(of(told(0, "abc", null), told(3, "abc", null), told(8, "def", null), told(9, "def", null)))
                .containsExactly(new Redeployment("backend", "abc", "def", at(3), at(8)));
    }

    @Test
    void theSameRevisionDeployedAnewIsOne() {
        assertThat(of(told(0, "abc", at(-60)), told(8, "abc", at(5))))
                .containsExactly(new Redeployment(
                        "backend", "abc of 2026-01-02T11:59:00Z", "abc of 2026-01-02T12:00:05Z", at(0), at(8)));
    }

    @Test
    void whoTellsItsDeploymentOnlyOnceWasNotDeployed() {
        assertThat(of(told(0, "abc", null), told(8, "abc", at(5)), told(9, "abc", null)))
                .isEmpty();
    }

    @Test
    void eachServiceIsLookedAtByItself() {
        Sighting<Revision> auth =
                new Sighting<>(Path.of("log"), at(1), new Revision("auth", "7", null, RunPart.DURING));
        assertThat(of(told(0, "abc", null), auth, told(2, "abc", null))).isEmpty();
    }

    @Test
    void aTestIsBeforeOrBehindOrMayHaveMetEither() {
        Redeployment redeployment = new Redeployment("backend", "abc", "def", at(3), at(8));

        assertThat(redeployment.placeOf(attempt(at(0), at(3)))).contains(Place.BEFORE);
        assertThat(redeployment.placeOf(attempt(at(2), at(4)))).contains(Place.BETWEEN);
        assertThat(redeployment.placeOf(attempt(at(4), at(5)))).contains(Place.BETWEEN);
        assertThat(redeployment.placeOf(attempt(at(7), at(9)))).contains(Place.BETWEEN);
        assertThat(redeployment.placeOf(attempt(at(0), at(9)))).contains(Place.BETWEEN);
        assertThat(redeployment.placeOf(attempt(at(8), at(9)))).contains(Place.AFTER);
        assertThat(redeployment.placeOf(attempt(null, at(9)))).isEqualTo(Optional.empty());
        assertThat(redeployment.placeOf(attempt(at(9), null))).isEqualTo(Optional.empty());
    }

    @Test
    void servicesOfOneNameInTwoEnvironmentsAreNotRedeployedByEachOther() {
        assertThat(of(in("local", 1, "abc"), in("staging", 2, "def"), in("local", 3, "abc")))
                .isEmpty();
        assertThat(of(in("local", 1, "abc"), in("staging", 2, "def"), in("local", 3, "ghi")))
                .extracting(Redeployment::from, Redeployment::to)
                .containsExactly(tuple("abc", "ghi"));
    }

    private static Sighting<Revision> in(String environment, int second, String revision) {
        return new Sighting<>(
                Path.of("log"), at(second), new Revision("backend", revision, null, RunPart.DURING, environment));
    }

    @SafeVarargs
    private static List<Redeployment> of(Sighting<Revision>... sightings) {
        return Redeployment.of(
                new LoggedServices(Map.of(), List.of(), Stream.of(sightings).toList()));
    }

    private static Sighting<Revision> told(int second, String revision, @Nullable Instant deployedAt) {
        return new Sighting<>(
                Path.of("log"), at(second), new Revision("backend", revision, deployedAt, RunPart.DURING));
    }

    private static LoggedAttempt attempt(@Nullable Instant began, @Nullable Instant ended) {
        return new LoggedAttempt(1, Verdict.PASSED, null, null, List.of(), null, null, null)
                .in(new Circumstances(began, ended, List.of(), List.of()));
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }
}

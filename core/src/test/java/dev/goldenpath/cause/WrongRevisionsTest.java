package dev.goldenpath.cause;

import static dev.goldenpath.cause.World.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongRevisionsTest {

    @Test
    void theWrongRevisionOfWhatATestNeedsIsItsCause() {
        List<RootCause> causes = new World()
                .service("web", "backend")
                .service("backend")
                .expected("backend", "def", null)
                .revision(0, "backend", "abc", null)
                .blocked("a", 1, "web")
                .blocked("b", 2, "backend")
                .revision(9, "backend", "def", null)
                .causes();

        assertThat(causes).hasSize(1);
        assertThat(causes.get(0).headline()).isEqualTo("backend runs revision abc, and def is expected");
        assertThat(causes.get(0).service()).isEqualTo("backend");
        assertThat(causes.get(0).outages()).containsExactly(new Outage(at(0), at(9)));
        assertThat(causes.get(0).whys())
                .extracting(Why::toString)
                .containsExactly("backend runs revision abc, and def is expected (confirmed, revision at 0)", "open");
        assertThat(causes.get(0).tests()).hasSize(2);
    }

    @Test
    void aDeploymentThatIsTooOldIsToldLikewise() {
        World world = new World()
                .service("backend")
                .expected("backend", null, Duration.ofHours(24))
                .revision(0, "backend", "abc", at(-25 * 3_600))
                .blocked("a", 1, "backend");

        assertThat(world.causes())
                .extracting(RootCause::headline)
                .containsExactly("backend runs a deployment of 2026-01-01T11:00:00Z, and it may be 24h old at most");
    }

    @ParameterizedTest
    @CsvSource({
        "abc,abc,true",
        "abc,abcdef,false",
        "abcdef1,abcdef1234567890,true",
        "abcdef1234567890,abcdef1,true",
        "release-1,release-12,false"
    })
    void aCommitMayBeShortened(String expected, String told, boolean fits) {
        World world = new World()
                .service("backend")
                .expected("backend", expected, null)
                .revision(0, "backend", told, null)
                .blocked("a", 1, "backend");

        assertThat(world.causes().isEmpty()).isEqualTo(fits);
    }

    @Test
    void whatRanAtTheTimeOfTheTestCounts() {
        World world = new World()
                .service("backend")
                .expected("backend", "def", null)
                .revision(0, "backend", "def", null)
                .blocked("a", 1, "backend")
                .revision(5, "backend", "abc", null);

        assertThat(world.causes()).isEmpty();
        assertThat(world.blocked("b", 6, "backend").causes()).hasSize(1);
    }
}

package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeoutsTest {

    @TempDir
    private Path folder;

    @Test
    void areFiniteWithoutBeingAsked() {
        assertThat(of("")).isEqualTo(Timeouts.DEFAULT);
        assertThat(Timeouts.DEFAULT)
                .isEqualTo(new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60)));
    }

    @Test
    void areReadOneByOne() {
        assertThat(of(", timeouts: { connect: 500ms, silence: 5m, call: 2m }"))
                .isEqualTo(new Timeouts(Duration.ofMillis(500), Duration.ofMinutes(5), Duration.ofMinutes(2)));
        assertThat(of(", timeouts: { silence: 1s }"))
                .isEqualTo(new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(60)));
    }

    @Test
    void aShortCallShortensTheConnectThatNobodyHasSet() {
        assertThat(of(", timeouts: { call: 3s }"))
                .isEqualTo(new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofSeconds(3)));
    }

    @Test
    void anOverrideSetsThemAlsoWhereTheFileDoesNot() {
        Project project = project("").property("goldenpath.services.b.timeouts.call", "2m");
        assertThat(project.load().service("b").timeouts().call()).isEqualTo(Duration.ofMinutes(2));
        project.variable("GOLDENPATH_SERVICES_B_TIMEOUTS_SILENCE", "7s");
        assertThat(project.load().service("b").timeouts().silence()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void eachIsADurationLongerThanNothing() {
        assertThat(project(", timeouts: { connect: 0s, silence: soon, call: 0ms, read: 1s }")
                        .problems())
                .containsExactly(
                        "goldenpath.yaml:1  environments.a.services.b.timeouts.call: '0ms' must be longer than 0. Correct it.",
                        "goldenpath.yaml:1  environments.a.services.b.timeouts.connect: '0s' must be longer than 0. Correct it.",
                        "goldenpath.yaml:1  environments.a.services.b.timeouts.silence: 'soon' is no duration such as 500ms, 30s or 2m. Correct it.",
                        "goldenpath.yaml:1  environments.a.services.b.timeouts.read: unknown key. Known here: call, connect, silence.");
    }

    @Test
    void connectingIsPartOfTheCall() {
        assertThat(project(", timeouts: { connect: 2500ms, call: 2s }").problems())
                .containsExactly("goldenpath.yaml:1  environments.a.services.b.timeouts.connect is 2500ms,"
                        + " but a whole call may take 2s. Make it no longer than 'call'.");
        assertThat(project(", timeouts: { connect: 2m }").problems())
                .containsExactly("goldenpath.yaml:1  environments.a.services.b.timeouts.connect is 120s,"
                        + " but a whole call may take 60s. Make it no longer than 'call'.");
    }

    @Test
    void aCallOfUnknownLengthContradictsNothing() {
        assertThat(project(", timeouts: { connect: 2m, call: '${CALL}' }").problems())
                .containsExactly("goldenpath.yaml:1  environments.a.services.b.timeouts.call: ${CALL} is not set."
                        + " Set the environment variable CALL.");
    }

    @Test
    void noLimitIsMadeThatEndsAtOnce() {
        assertThatThrownBy(() -> new Timeouts(Duration.ofSeconds(1), Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The limit 'silence' must be longer than 0, but is PT0S.");
    }

    private Timeouts of(String more) {
        return project(more).load().service("b").timeouts();
    }

    private Project project(String more) {
        return new Project(folder).yaml("environments: { a: { services: { b: { url: 'http://h'" + more + " } } } }");
    }
}

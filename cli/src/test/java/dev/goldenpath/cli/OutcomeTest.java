package dev.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.EnvironmentLoader;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.evidence.ServiceState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What probes say together: which is the cause, and what is only hit by it. */
class OutcomeTest {
    @TempDir
    Path folder;

    private Environment environment;
    private final List<Probe> probes = new ArrayList<>();

    @BeforeEach
    void load() throws IOException {
        environment = environment("proceed");
    }

    @Test
    void theDeepestIsTheCauseAndTheOthersAreHitByIt() {
        seen("web", ServiceState.FAILED);
        seen("backend", ServiceState.FAILED);
        seen("postgres", ServiceState.FAILED, "backend");

        assertThat(outcome().roots()).extracting(Seen::subject).containsExactly("postgres");
        assertThat(outcome().brokenBy(outcome().roots().get(0))).containsExactly("web", "backend");
        assertThat(outcome().isReady()).isFalse();
    }

    @Test
    void twoThatDoNotNeedEachOtherAreTwoCauses() {
        seen("postgres", ServiceState.FAILED, "backend");
        seen("auth", ServiceState.UNREACHABLE);

        assertThat(outcome().roots()).extracting(Seen::subject).containsExactlyInAnyOrder("auth", "postgres");
    }

    @Test
    void nothingIsKnownOfWhatADeadServiceShouldReport() {
        seen("backend", ServiceState.UNREACHABLE);
        seen("postgres", ServiceState.UNREACHABLE, "backend");
        seen("redis", ServiceState.UNREACHABLE, "backend");

        assertThat(outcome().roots()).extracting(Seen::subject).containsExactly("backend");
        assertThat(outcome().spared()).isEmpty();
    }

    @Test
    void oneThatDoesNotAnswerItselfIsTheCauseThoughItsReporterFailsWithIt() {
        seen("backend", ServiceState.FAILED);
        probes.add(probe(
                "postgres",
                ServiceState.UNREACHABLE,
                "backend",
                List.of(new Probe.Check("tcp", ServiceState.UNREACHABLE, "connection refused"))));

        assertThat(outcome().roots()).extracting(Seen::subject).containsExactly("postgres");
    }

    @Test
    void whatAllCanDoWithoutIsNoCause() {
        seen("backend", ServiceState.DEGRADED);
        seen("redis", ServiceState.FAILED, "backend");

        assertThat(outcome().roots()).isEmpty();
        assertThat(outcome().spared()).extracting(Seen::subject).containsExactly("redis");
        assertThat(outcome().isReady()).isTrue();
    }

    @Test
    void aDegradedServiceIsNotReadyWhereItBlocks() throws IOException {
        environment = environment("block");
        seen("backend", ServiceState.DEGRADED);

        assertThat(outcome().isReady()).isFalse();
        assertThat(printed(outcome())).isEqualTo("""
                Degraded
                  Service 'backend': degraded.
                    seen:       what was seen
                    hits:       web
                    url from:   goldenpath.yaml:6
                    what to do: Tests that need it run, and say so.

                Not ready: services 0 of 1 healthy. Tests that need a degraded service are BLOCKED here ('degraded: block').
                """.replace("    hits:       web\n", ""));
    }

    @Test
    void aLoginIsHitByItsServiceAndElseItsOwnCause() {
        login(ServiceState.FAILED);

        assertThat(outcome().roots()).extracting(Seen::subject).containsExactly("user alice");

        seen("auth", ServiceState.UNREACHABLE);

        assertThat(outcome().roots()).extracting(Seen::subject).containsExactly("auth");
        assertThat(outcome().brokenBy(outcome().roots().get(0))).containsExactly("user alice");
    }

    @Test
    void whatElseWasSeenOfAServiceStandsBelowIt() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ProbesPage page = new ProbesPage(screen(printed), environment);

        page.show(probe(
                "web",
                ServiceState.HEALTHY,
                null,
                List.of(
                        new Probe.Check("health", ServiceState.HEALTHY, "GET / → 200"),
                        new Probe.Check("dns", ServiceState.HEALTHY, "one address"),
                        new Probe.Check("tls", ServiceState.DEGRADED, "its certificate expires in 3 days"))));

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("""
                Probes
                  healthy        web              7 ms  GET / → 200
                                                        tls: its certificate expires in 3 days
                """);
    }

    @Test
    void eachDependencyStandsBelowWhatNeedsItAndIsUnfoldedOnce() {
        for (String name : List.of("web", "backend", "auth", "redis")) {
            seen(name, ServiceState.HEALTHY);
        }
        seen("postgres", ServiceState.FAILED, "backend");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        new TreePage(screen(printed)).print(outcome());

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("""
                Dependencies
                  web                        healthy
                  ├─ backend                 healthy
                  │  ├─ redis (optional)     healthy
                  │  └─ postgres             failed, says backend  ← root cause
                  └─ auth                    healthy
                     └─ backend (see above)  healthy
                """);
    }

    private void seen(String service, ServiceState state) {
        probes.add(probe(service, state, null, List.of(new Probe.Check("health", state, "what was seen"))));
    }

    private void seen(String service, ServiceState state, String saidBy) {
        probes.add(probe(service, state, saidBy, List.of(new Probe.Check("report", state, "what was seen"))));
    }

    private void login(ServiceState state) {
        probes.add(probe("auth", state, null, List.of(new Probe.Check("login", state, "user 'alice': it is refused"))));
    }

    private static Probe probe(String service, ServiceState state, @Nullable String saidBy, List<Probe.Check> checks) {
        return new Probe(1, service, RunPart.BEFORE, state, saidBy, List.of(), checks, 1, Duration.ofMillis(7));
    }

    private Outcome outcome() {
        return new Outcome(environment, probes);
    }

    private static String printed(Outcome outcome) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        OutcomePage page = new OutcomePage(screen(printed));
        page.print(outcome, Optional.empty());
        page.total(outcome, false);
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static Screen screen(ByteArrayOutputStream printed) {
        return new Screen(new PrintStream(printed, true, StandardCharsets.UTF_8), false, false, new Redaction());
    }

    private Environment environment(String degraded) throws IOException {
        Invocation.write(folder, """
                environments:
                  local:
                    degraded: %s
                    services:
                      web: { url: http://127.0.0.1:1, depends-on: { backend: required, auth: required } }
                      backend: { url: http://127.0.0.1:2, health: /health, depends-on: { redis: optional, postgres: required } }
                      auth:
                        url: http://127.0.0.1:3
                        depends-on: { backend: required }
                        login: { path: /login, username: /email, password: /password, token: /token }
                      redis: { reported-by: "backend#/redis" }
                      postgres: { reported-by: "backend#/postgres" }
                    users:
                      alice: { service: auth, grant: login, username: alice, password: secret-of-alice }
                """.formatted(degraded));
        return new EnvironmentLoader(Map.of(), Map.of(), folder).load(null);
    }
}

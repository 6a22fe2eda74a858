package dev.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.cli.Invocation.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor says of environments in whatever state, and the code it ends with. */
class DoctorTest {
    private static final String SHOP = """
            environments:
              local:
                services:
                  backend:
                    url: http://127.0.0.1:${PORT}/%s
                    health: /health
                    depends-on: { auth: required, redis: %s }
                  auth:
                    url: http://127.0.0.1:${PORT}/well
                    health: /health
                    login: { path: /login, username: /email, password: /password, token: /token }
                  redis: { reported-by: "backend#/redis" }
                users:
                  alice: { service: auth, grant: login, username: alice@example.com, password: "${ALICE_PASSWORD}" }
            """;

    @RegisterExtension
    static final ClinicProcess CLINIC = new ClinicProcess();

    @TempDir
    Path folder;

    @Test
    void endsWith0WhereAllIsWell() throws Exception {
        Ended ended = doctor("well", "required", Clinic.PASSWORD);

        assertThat(ended.normalised(CLINIC.port())).isEqualTo("""
                Environment local, chosen by being the only one

                services.backend
                  url               http://127.0.0.1:54321/well  goldenpath.yaml:5, as http://127.0.0.1:${PORT}/well
                  health            /health                      goldenpath.yaml:6
                  depends-on.auth   required                     goldenpath.yaml:7
                  depends-on.redis  required                     goldenpath.yaml:7

                services.auth
                  url               http://127.0.0.1:54321/well  goldenpath.yaml:9, as http://127.0.0.1:${PORT}/well
                  health            /health                      goldenpath.yaml:10
                  login.path        /login                       goldenpath.yaml:11
                  login.username    /email                       goldenpath.yaml:11
                  login.password    /password                    goldenpath.yaml:11
                  login.token       /token                       goldenpath.yaml:11

                services.redis
                  reported-by       backend#/redis               goldenpath.yaml:12

                users.alice
                  service           auth                         goldenpath.yaml:14
                  grant             login                        goldenpath.yaml:14
                  username          alice@example.com            goldenpath.yaml:14
                  password          ***                          goldenpath.yaml:14, as ${ALICE_PASSWORD}

                Probes
                  healthy        auth             N ms  GET http://127.0.0.1:54321/well/health → 200
                  healthy        backend          N ms  GET http://127.0.0.1:54321/well/health → 200
                  healthy        redis            N ms  GET http://127.0.0.1:54321/well/health → 200, /redis is 'up'
                  healthy        user alice       N ms  logged in

                Dependencies
                  backend   healthy
                  ├─ auth   healthy
                  └─ redis  healthy, says backend

                Ready: services 3 of 3 healthy, users 1 of 1 logged in.
                """);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void endsWith3WhereAServiceIsDead() throws Exception {
        Invocation.write(folder, SHOP.formatted("well", "required"));
        int dead = FreePort.find();
        Ended ended = Invocation.of(folder, "doctor", "-Dgoldenpath.services.auth.url=http://127.0.0.1:" + dead)
                .with("PORT", Integer.toString(CLINIC.port()))
                .with("ALICE_PASSWORD", Clinic.PASSWORD)
                .run();

        assertThat(ended.normalisedFrom("Probes", CLINIC.port()).replace(":" + dead, ":54322"))
                .isEqualTo("""
                Probes
                  failed         user alice       N ms  User 'alice' could not log in to service 'auth'.
                  healthy        backend          N ms  GET http://127.0.0.1:54321/well/health → 200
                  healthy        redis            N ms  GET http://127.0.0.1:54321/well/health → 200, /redis is 'up'
                  unreachable    auth             N ms  GET http://127.0.0.1:54322/health: connection refused

                Dependencies
                  backend   healthy
                  ├─ auth   unreachable  ← root cause
                  └─ redis  healthy, says backend

                Root cause
                  Service 'auth': unreachable.
                    seen:       GET http://127.0.0.1:54322/health: connection refused
                    hits:       user alice
                    url from:   system property goldenpath.services.auth.url
                    what to do: Start it, or correct its url: -Dgoldenpath.services.auth.url=… overrides it.

                Not ready: services 2 of 3 healthy, users 0 of 1 logged in.
                """);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(3);
    }

    @Test
    void endsWith3WhereOneServiceSaysThatAnotherIsDown() throws Exception {
        Ended ended = doctor("ill", "required", Clinic.PASSWORD);

        assertThat(ended.normalisedFrom("Probes", CLINIC.port())).isEqualTo("""
                Probes
                  failed         backend          N ms  GET http://127.0.0.1:54321/ill/health → 503, {"status":"down","redis":"down"}
                  failed         redis            N ms  GET http://127.0.0.1:54321/ill/health → 503, /redis is 'down'
                  healthy        auth             N ms  GET http://127.0.0.1:54321/well/health → 200
                  healthy        user alice       N ms  logged in

                Dependencies
                  backend   failed
                  ├─ auth   healthy
                  └─ redis  failed, says backend  ← root cause

                Root cause
                  Service 'redis': failed, says backend.
                    seen:       GET http://127.0.0.1:54321/ill/health → 503, /redis is 'down'
                    hits:       backend
                    declared:   goldenpath.yaml:12
                    what to do: See to 'redis' itself, and whether 'backend' has its right address.

                Not ready: services 1 of 3 healthy, users 1 of 1 logged in.
                """);
        assertThat(ended.exitCode()).isEqualTo(3);
    }

    @Test
    void endsWith3WhereAPasswordIsWrongAndNeverShowsIt() throws Exception {
        Ended ended = doctor("well", "required", "battery staple");

        assertThat(ended.normalisedFrom("Probes", CLINIC.port())).isEqualTo("""
                Probes
                  failed         user alice       N ms  User 'alice' could not log in to service 'auth'.
                  healthy        auth             N ms  GET http://127.0.0.1:54321/well/health → 200
                  healthy        backend          N ms  GET http://127.0.0.1:54321/well/health → 200
                  healthy        redis            N ms  GET http://127.0.0.1:54321/well/health → 200, /redis is 'up'

                Dependencies
                  backend   healthy
                  ├─ auth   healthy
                  └─ redis  healthy, says backend

                Root cause
                  User 'alice' could not log in to service 'auth'.
                    request:       POST http://127.0.0.1:54321/well/login → 401
                    answer:        {"error":"'***' is wrong"}
                    user name:     alice@example.com, from goldenpath.yaml:14
                    password from: goldenpath.yaml:14
                    what to do:    Correct what is sent, or find out why the service refuses it. This run does not try it again, so that the account is not locked.

                Not ready: services 3 of 3 healthy, users 0 of 1 logged in.
                """);
        assertThat(ended.out() + ended.err()).doesNotContain("staple");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(3);
    }

    @Test
    void endsWith0AndSaysSoWhereWhatIsDownIsOptional() throws Exception {
        Ended ended = doctor("hurt", "optional", Clinic.PASSWORD);

        assertThat(ended.normalisedFrom("Probes", CLINIC.port())).isEqualTo("""
                Probes
                  degraded       backend          N ms  GET http://127.0.0.1:54321/hurt/health → 200
                  failed         redis            N ms  GET http://127.0.0.1:54321/hurt/health → 200, /redis is 'down'
                  healthy        auth             N ms  GET http://127.0.0.1:54321/well/health → 200
                  healthy        user alice       N ms  logged in

                Dependencies
                  backend              degraded
                  ├─ auth              healthy
                  └─ redis (optional)  failed, says backend

                Degraded
                  Service 'redis': failed, says backend.
                    seen:       GET http://127.0.0.1:54321/hurt/health → 200, /redis is 'down'
                    hits:       backend
                    declared:   goldenpath.yaml:12
                    what to do: See to 'redis' itself, and whether 'backend' has its right address.

                Ready, but degraded: services 1 of 3 healthy, users 1 of 1 logged in.
                """);
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void endsWith6WhereTheConfigurationIsBrokenAndListsAllProblems() throws Exception {
        Invocation.write(folder, SHOP.formatted("well", "required").replace("health", "heatlh"));
        Ended ended = Invocation.of(folder, "doctor", "-Dgoldenpath.services.bakend.url=http://127.0.0.1:1")
                .with("PORT", "1")
                .run();

        assertThat(ended.out().replaceAll("Known here: .*", "Known here: …")).isEqualTo("""
                goldenpath.yaml can't be used for environment 'local' (chosen by being the only one): 5 problems.

                  goldenpath.yaml:6
                    environments.local.services.backend.heatlh: unknown key. Did you mean 'health'?
                    → Known here: …

                  goldenpath.yaml:10
                    environments.local.services.auth.heatlh: unknown key. Did you mean 'health'?
                    → Known here: …

                  goldenpath.yaml:14
                    environments.local.users.alice.password: ${ALICE_PASSWORD} is not set
                    → Set the environment variable ALICE_PASSWORD.

                  goldenpath.yaml:12
                    environments.local.services.redis.reported-by names 'backend', which is no service with a 'health' path
                    → Name one of the services that have one.

                  system property goldenpath.services.bakend.url
                    goldenpath.services.bakend.url sets nothing in the chosen environment. Did you mean 'goldenpath.services.backend.url'?
                    → Correct or remove it.
                """);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(6);
    }

    @Test
    void endsWith6WhereThereIsNoFile() throws Exception {
        Ended ended = Invocation.of(folder, "doctor", "--file", "other.yaml").run();

        assertThat(ended.out().replace(folder.toRealPath().toString(), "FOLDER"))
                .isEqualTo("""
                There is no file FOLDER/other.yaml, named by system property goldenpath.file.
                """);
        assertThat(ended.exitCode()).isEqualTo(6);
    }

    @Test
    void looksAtTheEnvironmentThatIsNamed() throws Exception {
        Invocation.write(folder, SHOP.formatted("well", "required"));
        Ended ended = Invocation.of(folder, "doctor", "--environment", "locl").run();

        assertThat(ended.out()).isEqualTo("""
                goldenpath.yaml can't be used: 1 problem.

                  system property goldenpath.environment
                    environment 'locl' is not declared. Did you mean 'local'?
                    → Declared: local.
                """);
        assertThat(ended.exitCode()).isEqualTo(6);
    }

    @Test
    void tellsASecretThatStandsInTheFile() throws Exception {
        Invocation.write(
                folder,
                SHOP.formatted("well", "required")
                        .replace("  local:", "  local:\n    remote: true\n    ports: [free]")
                        .replace("127.0.0.1", "shop.example.com")
                        .replace("${ALICE_PASSWORD}", "battery staple"));
        Ended ended = Invocation.of(folder, "doctor").with("PORT", "443").run();

        assertThat(ended.out()).contains("""

                Notices
                  The secret environments.local.users.alice.password stands in goldenpath.yaml:16.
                    → Put it where""").doesNotContain("staple");
    }

    private Ended doctor(String backend, String redis, String password) throws Exception {
        Invocation.write(folder, SHOP.formatted(backend, redis));
        return Invocation.of(folder, "doctor")
                .with("PORT", Integer.toString(CLINIC.port()))
                .with("ALICE_PASSWORD", password)
                .run();
    }
}

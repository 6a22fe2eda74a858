package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationProblemsTest {

    @TempDir
    private Path folder;

    @Test
    void everyProblemIsListedInOneMessageWithFileLineAndOrigin() {
        Project project = new Project(folder)
                .yaml("""
                        environment: local
                        environments:
                          local:
                            services:
                              backend:
                                url: http://127.0.0.1:${BACKEND_PORT}
                                helth: /health
                                depends-on: { atuh: required }
                              auth: { url: "http://127.0.0.1:2", reported-by: "backend#/auth" }
                            users:
                              alice: { service: auth, grant: login, username: alice }
                        gate: { P9: 100% }
                        """)
                .property("goldenpath.services.auth.health", "no-slash")
                .property("goldenpath.servces.auth.url", "http://127.0.0.1:3")
                .variable("GOLDENPATH_ENVIROMENT", "staging");
        assertThatThrownBy(project::load)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("""
                        goldenpath.yaml can't be used for environment 'local' (chosen by goldenpath.yaml:1): 11 problems
                          1. goldenpath.yaml:6  environments.local.services.backend.url: ${BACKEND_PORT} is not set. Set the environment variable BACKEND_PORT.
                          2. goldenpath.yaml:7  environments.local.services.backend.helth: unknown key. Did you mean 'health'? Known here: address, certificate-notice, depends-on, events, health, identity, liveness, login, probes, proxy, reported-by, revision, timeouts, tls, tokens, tunnel, url, websocket.
                          3. system property goldenpath.services.auth.health  environments.local.services.auth.health: 'no-slash' must start with a slash. Correct it.
                          4. goldenpath.yaml:11  environments.local.users.alice.password is missing. Add 'password' here.
                          5. goldenpath.yaml:12  gate.P9: unknown key. Did you mean 'P1'? Known here: P1, P2, P3, P4, P5, P6, audit, bypasses, flaky, known, markers, overall, revenue-at-risk, skipped.
                          6. goldenpath.yaml:8  environments.local.services.backend.depends-on names 'atuh', which is not declared. Did you mean 'auth'? Declare it under services, or remove it.
                          7. goldenpath.yaml:9  environments.local.services.auth has both 'url' and 'reported-by'. Give it exactly one.
                          8. goldenpath.yaml:9  environments.local.services.auth.reported-by names 'backend', which is no service with a 'health' path. Name one of the services that have one.
                          9. goldenpath.yaml:11  environments.local.users.alice.grant is 'login', but service 'auth' declares no 'login'. Describe its login under services.auth.login.
                          10. system property goldenpath.servces.auth.url  goldenpath.servces.auth.url sets nothing in the chosen environment. Did you mean 'goldenpath.services.auth.url'? Correct or remove it.
                          11. environment variable GOLDENPATH_ENVIROMENT  GOLDENPATH_ENVIROMENT sets nothing in the chosen environment. Did you mean 'GOLDENPATH_ENVIRONMENT'? Correct or remove it.""");
    }

    @Test
    void aPasswordInAUrlIsNotShown() {
        Project project = new Project(folder)
                .yaml("environments: { a: { services: { shop: { url: 'http://me:hunter2@127.0.0.1' } } } }");
        assertThatThrownBy(project::load)
                .message()
                .contains("'http://***@127.0.0.1' must have neither user info nor query nor fragment")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "http://me:hun/ter2@127.0.0.1, http://***@127.0.0.1",
        "http://me:hun@ter2@127.0.0.1, http://***@127.0.0.1",
        "http://me:hun ter2@127.0.0.1, http://***@127.0.0.1",
        "http:/me:hunter2@127.0.0.1, http:/***@127.0.0.1",
        "me:hunter2@127.0.0.1, me:***@127.0.0.1",
    })
    void aPasswordInAUrlIsNotShownWhateverItHolds(String url, String shown) {
        Project project =
                new Project(folder).yaml("environments: { a: { services: { shop: { url: '" + url + "' } } } }");
        assertThatThrownBy(project::load)
                .message()
                .contains("environments.a.services.shop.url: '" + shown + "' ")
                .doesNotContain("hun", "ter2");
    }

    @Test
    void whatFillsAVariableIsNotShown() {
        Project project = new Project(folder)
                .yaml("""
                        environments:
                          a:
                            remote: true
                            ports: [one, "${PORT}"]
                            services:
                              shop: { url: "https://${SHOP}/", health: "${HEALTH}", depends-on: { db: "${NEED}" } }
                              db: { reported-by: "${REPORTER}#/db" }
                              near: { url: "http://${HOST}" }
                            users:
                              alice: { service: "${SERVICE}", grant: login, username: alice, password: pw }
                            launch:
                              - { name: stack, command: "run ${COMMAND}" }
                        """)
                .variable("PORT", "one")
                .variable("SHOP", "me:s3cret@shop")
                .variable("HEALTH", "/health s3cret")
                .variable("NEED", "s3cret")
                .variable("REPORTER", "s3cret")
                .variable("HOST", "127.0.0.3")
                .variable("SERVICE", "s3cret")
                .variable("COMMAND", "'s3cret");
        assertThatThrownBy(project::load)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("""
                        goldenpath.yaml can't be used for environment 'a' (chosen by being the only one): 8 problems
                          1. goldenpath.yaml:4  environments.a.ports: '${PORT}' is listed twice. Keep one.
                          2. goldenpath.yaml:6  environments.a.services.shop.url: 'https://${SHOP}/', with its variables filled in, must have neither user info nor query nor fragment. Correct it.
                          3. goldenpath.yaml:6  environments.a.services.shop.health: '${HEALTH}', with its variables filled in, is no request path: Illegal character in path at character 8. Correct it.
                          4. goldenpath.yaml:6  environments.a.services.shop.depends-on.db: '${NEED}', with its variables filled in, is neither required nor optional. Correct it.
                          5. goldenpath.yaml:12  environments.a.launch[0].command: 'run ${COMMAND}', with its variables filled in, has a ' that is never closed. Correct it.
                          6. goldenpath.yaml:7  environments.a.services.db.reported-by names '${REPORTER}#/db', which is no service with a 'health' path. Name one of the services that have one.
                          7. goldenpath.yaml:8  environments.a.services.near.url is http://${HOST} although the environment is 'remote: true'. Use the service's own address, or set 'tunnel: true' or 'remote: false'.
                          8. goldenpath.yaml:10  environments.a.users.alice.service names '${SERVICE}', which is not declared. Declare it under services.""");
    }

    @Test
    void whatFillsTheChoiceOfAnEnvironmentIsNotShown() {
        Project project = new Project(folder)
                .yaml("environment: ${CHOICE}\nenvironments: { a: { } }")
                .variable("CHOICE", "s3cret");
        assertThatThrownBy(project::load).hasMessage("""
                        goldenpath.yaml can't be used: 1 problem
                          1. goldenpath.yaml:1  environment '${CHOICE}' is not declared. Declared: a.""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tokens/0", "/tokens/-", "/token/"})
    void aTokenStandsInANamedField(String pointer) {
        Project project = new Project(folder)
                .yaml("environments: { a: { services: { b: { url: 'http://h', login:"
                        + " { path: /l, username: /u, password: /p, token: " + pointer + ", refresh: " + pointer
                        + " } } } } }");
        assertThatThrownBy(project::load).hasMessage("""
                        goldenpath.yaml can't be used for environment 'a' (chosen by being the only one): 2 problems
                          1. goldenpath.yaml:1  environments.a.services.b.login.token: 'POINTER' must end in the name of a field: what stands there is masked by it. Correct it.
                          2. goldenpath.yaml:1  environments.a.services.b.login.refresh: 'POINTER' must end in the name of a field: what stands there is masked by it. Correct it.""".replace("POINTER", pointer));
    }

    @Test
    void everyTestMeetsTheSameProblems() {
        Project project = new Project(folder).yaml("environments: { a: { } }\nunknown: 1");
        ConfigurationException first = catchThrowableOfType(ConfigurationException.class, project::load);
        assertThat(first.problems()).hasSize(1);
        assertThat(first.again()).isNotSameAs(first).hasMessage(first.getMessage());
        assertThat(first.again().problems()).isEqualTo(first.problems());
    }

    @Test
    void aKeyThatStandsThereTwiceIsReportedOnce() {
        assertProblem(
                """
                environments:
                  a: { services: { b: { url: "http://127.0.0.1" } } }
                  a: { services: { b: { url: "http://127.0.0.1" } } }
                """,
                "goldenpath.yaml:3  environments.a stands here a second time (first: goldenpath.yaml:2). Keep one.");
    }

    @Test
    void aListWhereKeysAndValuesAreExpected() {
        assertProblem(
                "environments: { a: { services: [ b ] } }",
                "goldenpath.yaml:1  environments.a.services must hold keys and values. Write 'key: value' below it.");
    }

    @Test
    void aMappingWhereATextIsExpected() {
        assertProblem(
                "environments: { a: { remote: { yes: no } } }",
                "goldenpath.yaml:1  environments.a.remote must be a single text. "
                        + "Write its value behind the colon, or remove the key.");
    }

    @Test
    void aTextWhereAListIsExpected() {
        assertProblem(
                "environments: { a: { launch: everything } }",
                "goldenpath.yaml:1  environments.a.launch must be a list. Start each entry with '- '.");
    }

    @Test
    void aKeyWithoutAValue() {
        assertProblem(
                """
                environments:
                  a:
                    ready-within:
                """,
                "goldenpath.yaml:3  environments.a.ready-within is empty. "
                        + "Write its value behind the colon, or remove the key.");
    }

    @Test
    void revenueWithoutACurrency() {
        assertProblem(
                "environments: { a: { } }\nrevenue: { chat: 100 }",
                "goldenpath.yaml:2  revenue.currency is missing. Add 'currency' here.");
    }

    @Test
    void aProcessWithoutACommand() {
        assertProblem(
                "environments: { a: { launch: [ { name: stack } ] } }",
                "goldenpath.yaml:1  environments.a.launch[0].command is missing. Add 'command' here.");
    }

    @Test
    void aVariableIsNamedButNeverItsUnresolvedValueJudged() {
        assertProblem(
                "environments: { a: { ready-within: '${PATIENCE}' } }",
                "goldenpath.yaml:1  environments.a.ready-within: ${PATIENCE} is not set. "
                        + "Set the environment variable PATIENCE.");
    }

    @Test
    void malformedYamlIsNamedWithItsLine() {
        assertThatThrownBy(new Project(folder).yaml("environments:\n  a: [1\n  b: 2\n")::load)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("""
                        goldenpath.yaml is not valid YAML: 1 problem
                          1. goldenpath.yaml:3  expected ',' or ']', but got :. Correct the line.""");
    }

    @Test
    void anEmptyFile() {
        assertThatThrownBy(new Project(folder).yaml("# nothing\n")::load).hasMessage("goldenpath.yaml is empty.");
    }

    @Test
    void noFileAtAll() {
        assertThatThrownBy(new Project(folder)::load)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("There is no goldenpath.yaml: neither " + folder.resolve("goldenpath.yaml")
                        + " nor on the class path. Write one, or name it with -Dgoldenpath.file=….");
    }

    @Test
    void aNamedFileThatIsNotThere() {
        assertThatThrownBy(new Project(folder).variable("GOLDENPATH_FILE", "gone.yaml")::load)
                .hasMessage("There is no file " + folder.resolve("gone.yaml")
                        + ", named by environment variable GOLDENPATH_FILE.");
    }

    private void assertProblem(String yaml, String problem) {
        assertThatThrownBy(new Project(folder).yaml(yaml)::load)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "goldenpath.yaml can't be used for environment 'a' (chosen by being the only one): 1 problem"
                                + "\n  1. " + problem);
    }
}

package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                          2. goldenpath.yaml:7  environments.local.services.backend.helth: unknown key. Did you mean 'health'? Known here: depends-on, events, health, identity, liveness, login, reported-by, revision, url.
                          3. system property goldenpath.services.auth.health  environments.local.services.auth.health: 'no-slash' must start with a slash. Correct it.
                          4. goldenpath.yaml:11  environments.local.users.alice.password is missing. Add 'password' here.
                          5. goldenpath.yaml:12  gate.P9: unknown key. Did you mean 'P1'? Known here: P1 to P6, overall.
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

package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContradictionsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.1.2.3", "[::1]"})
    void aRemoteEnvironmentHasNoServiceOnThisMachine(String host) {
        assertProblem(
                "remote: true, services: { b: { url: 'http://" + host + ":1' } }",
                "environments.a.services.b.url is http://" + host + ":1 although the environment is 'remote: true'",
                "Use the service's own address, or set 'tunnel: true' or 'remote: false'.");
    }

    @Test
    void aServiceHasEitherAnAddressOrAReporter() {
        assertProblem(
                "services: { b: { } }",
                "environments.a.services.b has neither 'url' nor 'reported-by', 'address' or 'probes'",
                "Say where it is, or who tells how it is.");
        assertProblem(
                "services: { b: { url: 'http://h', health: /h }, c: { url: 'http://h', reported-by: 'b#/c' } }",
                "environments.a.services.c has both 'url' and 'reported-by'",
                "Give it exactly one.");
    }

    @Test
    void aServiceWithoutAnAddressHasNoPathToAsk() {
        assertProblem(
                "services: { b: { url: 'http://h', health: /h }, c: { reported-by: 'b#/c', health: /h } }",
                "environments.a.services.c has a path to ask but no 'url'",
                "Add 'url', or remove the path.");
    }

    @Test
    void aReporterIsAServiceWithAHealthPath() {
        assertProblem(
                "services: { b: { url: 'http://h' }, c: { reported-by: 'b#/c' } }",
                "environments.a.services.c.reported-by names 'b', which is no service with a 'health' path",
                "Name one of the services that have one.");
    }

    @Test
    void aDependencyIsDeclared() {
        assertProblem(
                "services: { b: { url: 'http://h', depends-on: { gone: required } } }",
                "environments.a.services.b.depends-on names 'gone', which is not declared",
                "Declare it under services, or remove it.");
    }

    @Test
    void isSaidOfTheOffendingKeyAndNotOfWhatOverridesAnother() {
        Project project = new Project(folder).yaml("""
                        environments:
                          a:
                            remote: true
                            services:
                              b:
                                url: http://h
                                depends-on:
                                  gone: required
                        """).variable("GOLDENPATH_SERVICES_B_URL", "http://localhost");
        assertThat(catchThrowableOfType(ConfigurationException.class, project::load)
                        .problems())
                .extracting(problem -> problem.origin().description())
                .containsExactly("environment variable GOLDENPATH_SERVICES_B_URL", "goldenpath.yaml:8");
    }

    @Test
    void everyServiceOfACircleIsNamed() {
        String yaml = "services: { b: { url: 'http://h', depends-on: { c: required } },"
                + " c: { url: 'http://h', depends-on: { d: optional } },"
                + " d: { url: 'http://h', depends-on: { b: required } } }";
        assertThat(problems(yaml).problems())
                .extracting(ConfigurationProblem::what)
                .containsExactly(
                        "environments.a.services.b.depends-on leads back to 'b'",
                        "environments.a.services.c.depends-on leads back to 'c'",
                        "environments.a.services.d.depends-on leads back to 'd'");
    }

    @Test
    void anonymousIsNoUser() {
        assertProblem(
                "services: { b: { url: 'http://h' } },"
                        + " users: { anonymous: { service: b, grant: other, username: u, password: p } }",
                "environments.a.users.anonymous: the name 'anonymous' stands for no user at all",
                "Choose another.");
    }

    @Test
    void aLoginHasAnAddress() {
        assertProblem(
                "services: { b: { url: 'http://h', health: /h }, c: { reported-by: 'b#/c',"
                        + " login: { path: /l, username: /u, password: /p, token: /t } } }",
                "environments.a.services.c has a 'login' but no 'url'",
                "Add 'url', or remove 'login'.");
    }

    @Test
    void aRefreshPathComesWithTheRefreshToken() {
        assertProblem(
                "services: { b: { url: 'http://h',"
                        + " login: { path: /l, username: /u, password: /p, token: /t, refresh-path: /r } } }",
                "environments.a.services.b.login has a 'refresh-path' but no 'refresh' to say where the refresh"
                        + " token stands",
                "Add 'refresh', or remove 'refresh-path'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeouts: { call: 60s }", "proxy: { url: 'http://p:3128' }", "tls: { }"})
    void whatReachesAServiceHasAnAddressToReach(String setting) {
        String key = setting.substring(0, setting.indexOf(':'));
        assertProblem(
                "services: { b: { url: 'http://h', health: /h }, c: { reported-by: 'b#/c', " + setting + " } }",
                "environments.a.services.c has '" + key + "' but no 'url'",
                "Add 'url', or remove '" + key + "'.");
    }

    @Test
    void tlsNeedsAnEncryptedAddress() {
        assertProblem(
                "services: { b: { url: 'http://h', tls: { } } }",
                "environments.a.services.b has 'tls', but its url is http://h",
                "Use https, or remove 'tls'.");
    }

    @Test
    void aUserLogsInToADeclaredService() {
        assertProblem(
                "services: { auth: { url: 'http://h' } },"
                        + " users: { u: { service: outh, grant: login, username: u, password: p } }",
                "environments.a.users.u.service names 'outh', which is not declared. Did you mean 'auth'?",
                "Declare it under services.");
    }

    @Test
    void aLoginIsDescribed() {
        assertProblem(
                "services: { b: { url: 'http://h' } },"
                        + " users: { u: { service: b, grant: login, username: u, password: p } }",
                "environments.a.users.u.grant is 'login', but service 'b' declares no 'login'",
                "Describe its login under services.b.login.");
    }

    private void assertProblem(String yaml, String what, String remedy) {
        assertThat(problems(yaml).problems())
                .containsExactly(new ConfigurationProblem(new Origin("goldenpath.yaml:1"), what, remedy));
    }

    private ConfigurationException problems(String yaml) {
        Project project = new Project(folder).yaml("environments: { a: { " + yaml + " } }");
        return catchThrowableOfType(ConfigurationException.class, project::load);
    }
}

package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.SocketToken.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void everythingHasADefault() {
        assertThat(load("").socket()).isEqualTo(SocketSettings.DEFAULT);
    }

    @Test
    void eachKeyIsRead() {
        assertThat(load("""
                        websocket:
                          token: { subprotocol: "bearer.${token}" }
                          answer-within: 3s
                          send-within: 500ms
                          largest-message: 64KiB
                          keep: 50
                """).socket())
                .isEqualTo(new SocketSettings(
                        new SocketToken(Place.SUBPROTOCOL, "bearer.${token}"),
                        Duration.ofSeconds(3),
                        Duration.ofMillis(500),
                        64 * 1024,
                        50));
    }

    @Test
    void aTokenGoesToOneOfThreePlaces() {
        assertThat(load("        websocket: { token: { query: access_token } }\n")
                        .socket()
                        .token())
                .isEqualTo(new SocketToken(Place.QUERY, "access_token"));
        assertThat(load("        websocket: { token: { message: 'login ${token}' } }\n")
                        .socket()
                        .token())
                .isEqualTo(new SocketToken(Place.MESSAGE, "login ${token}"));
        assertThat(new SocketToken(Place.MESSAGE, "login ${token}").with("abc")).isEqualTo("login abc");
    }

    @Test
    void heartbeatsAreAListOrOne() {
        assertThat(load("        events: { type: /type, heartbeats: [ping, pong] }\n")
                        .events()
                        .heartbeats())
                .isEqualTo(Set.of("ping", "pong"));
        assertThat(load("        events: { heartbeats: ping }\n").events().heartbeats())
                .isEqualTo(Set.of("ping"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            token: { subprotocol: bearer }       | token.subprotocol: 'bearer' has no ${token} in it
            token: { query: a b }                | token.query: 'a b' is no name of a query parameter
            token: { query: a, message: "${token}" } | token names 2 places for the token
            token: { header: X }                 | token.header: unknown key
            answer-within: 0s                    | answer-within: '0s' must be longer than 0
            send-within: soon                    | send-within: 'soon' is no duration such as 500ms, 30s or 2m
            largest-message: 1000                | largest-message: '1000' is no size such as 512KiB or 1MiB
            largest-message: 65MiB               | largest-message: '65MiB' is no size from 1B to 64MiB
            largest-message: 0B                  | largest-message: '0B' is no size from 1B to 64MiB
            keep: 0                              | keep: '0' is no number from 1 to 9999999
            keeps: 5                             | keeps: unknown key. Did you mean 'keep'?
            """)
    void aWrongValueIsAProblem(String line, String problem) {
        assertThat(project("        websocket:\n          " + line + "\n").problems())
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("environments.local.services.backend.websocket." + problem);
    }

    @Test
    void aVariableBesideTheTokenIsFilledIn() {
        assertThat(load("        websocket: { token: { message: '${GREETING} ${token}' } }\n")
                        .socket()
                        .token()
                        .template())
                .isEqualTo("hello ${token}");
    }

    private ServiceEndpoint load(String service) {
        return project(service).load().service("backend");
    }

    private Project project(String service) {
        return new Project(folder).variable("GREETING", "hello").yaml("""
                environments:
                  local:
                    services:
                      backend:
                        url: http://127.0.0.1:1
                """ + service);
    }
}

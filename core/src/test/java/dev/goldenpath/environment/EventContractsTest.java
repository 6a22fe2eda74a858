package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventContractsTest {
    private static final String YAML = """
            environments:
              local:
                services:
                  backend:
                    url: http://127.0.0.1:1
                    events: { type: /type, contract: contracts/events.yaml }
            """;
    private static final String CONTRACTS = """
            version: 1.0
            contracts:
              agent-run:
                correlation: /run_id
                user: /user_id
                id: /id
                sequence: /sequence
                order: any
                within: 10s
                quiet: 200ms
                events:
                  - name: agent_started
                    aliases: [run_started, started]
                    within: 2s
                    schema: schemas/started.json
                  - name: agent_thinking
                    times: 1..
                    schema:
                      required: [words, "7"]
                      properties: { words: { minimum: 1.5, maximum: 7 }, 200: { const: null } }
                      additionalProperties: true
                  - { name: tool_executing, times: 0..1 }
                  - { name: tool_completed, times: 2..5 }
              chat: { events: [ { name: message } ] }
            """;

    @TempDir
    private Path folder;

    @Test
    void readsTheContracts() {
        EventSettings events = events(project());

        assertThat(events.contracts()).containsOnlyKeys("agent-run", "chat");
        EventContract contract = events.contracts().get("agent-run");
        assertThat(contract)
                .usingRecursiveComparison()
                .ignoringFields("events")
                .isEqualTo(new EventContract(
                        "agent-run",
                        "1.0",
                        "/run_id",
                        "/user_id",
                        "/id",
                        "/sequence",
                        false,
                        Duration.ofSeconds(10),
                        Duration.ofMillis(200),
                        contract.events(),
                        new Origin("contracts/events.yaml:3")));
        assertThat(contract.events())
                .containsExactly(
                        new EventRule(
                                "agent_started",
                                Set.of("run_started", "started"),
                                1,
                                1,
                                Duration.ofSeconds(2),
                                "{ \"type\": \"object\" }\n",
                                new Origin("contracts/events.yaml:12")),
                        new EventRule(
                                "agent_thinking",
                                Set.of(),
                                1,
                                null,
                                null,
                                "{\"required\":[\"words\",\"7\"],\"properties\":{\"words\":{\"minimum\":1.5,\"maximum\":7},"
                                        + "\"200\":{\"const\":null}},\"additionalProperties\":true}",
                                new Origin("contracts/events.yaml:16")),
                        new EventRule(
                                "tool_executing", Set.of(), 0, 1, null, null, new Origin("contracts/events.yaml:22")),
                        new EventRule(
                                "tool_completed", Set.of(), 2, 5, null, null, new Origin("contracts/events.yaml:23")));
    }

    @Test
    void whatAContractDoesNotSayHasItsDefault() {
        EventContract contract = events(project()).contracts().get("chat");

        assertThat(contract)
                .isEqualTo(new EventContract(
                        "chat",
                        "1.0",
                        null,
                        null,
                        null,
                        null,
                        true,
                        Duration.ofSeconds(30),
                        Duration.ofMillis(500),
                        contract.events(),
                        new Origin("contracts/events.yaml:24")));
        assertThat(contract.events())
                .allMatch(rule -> rule.least() == 1 && Integer.valueOf(1).equals(rule.most()));
    }

    @Test
    void nothingOverridesAContract() {
        assertThatThrownBy(project().property("goldenpath.contracts.agent-run.within", "1s")::load)
                .hasMessageContaining("goldenpath.contracts.agent-run.within sets nothing in the chosen environment");
    }

    @Test
    void whichFileItIsCanBeOverridden() {
        assertThat(events(project()
                                .file("other.yaml", "{ version: 2, contracts: { a: { events: [ { name: b } ] } } }")
                                .property("goldenpath.services.backend.events.contract", "other.yaml"))
                        .contracts())
                .containsOnlyKeys("a");
    }

    @Test
    void readsTheFileAndItsSchemasFromTheClassPath() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        new Project(classes).file("contracts/events.yaml", CONTRACTS).file("contracts/schemas/started.json", "{}");
        Project project = new Project(folder.resolve("project")).yaml(YAML);

        EventContract contract =
                inClassPath(classes, () -> events(project)).contracts().get("agent-run");
        assertThat(contract.origin()).hasToString("classpath:contracts/events.yaml:3");
        assertThat(contract.events()).first().extracting(EventRule::schema).isEqualTo("{}");
    }

    private Project project() {
        return new Project(folder)
                .yaml(YAML)
                .file("contracts/events.yaml", CONTRACTS)
                .file("contracts/schemas/started.json", "{ \"type\": \"object\" }\n");
    }

    private static EventSettings events(Project project) {
        return project.load().service("backend").events();
    }

    private interface Loading {
        EventSettings load();
    }

    private static EventSettings inClassPath(Path classes, Loading loading) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {url(classes)}, before)) {
            thread.setContextClassLoader(loader);
            return loading.load();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL url(Path folder) throws MalformedURLException {
        return folder.toUri().toURL();
    }
}

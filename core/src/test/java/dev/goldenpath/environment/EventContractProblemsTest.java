package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventContractProblemsTest {
    private static final String CONTRACT_KEY = "environments.a.services.shop.events.contract";

    @TempDir
    private Path folder;

    @Test
    void theProblemsOfBothFilesAreListedAtOnce() {
        Project project = project("""
                        versoin: 1
                        contracts:
                          run:
                            corelation: /run
                            events:
                              - nme: started
                        """).property("goldenpath.services.shop.helth", "/health");

        assertThatThrownBy(project::load)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("""
                goldenpath.yaml can't be used for environment 'a' (chosen by being the only one): 6 problems
                  1. events.yaml:1  version is missing. Add 'version' here.
                  2. events.yaml:6  contracts.run.events[0].name is missing. Add 'name' here.
                  3. events.yaml:6  contracts.run.events[0].nme: unknown key. Did you mean 'name'? Known here: aliases, name, schema, times, within.
                  4. events.yaml:4  contracts.run.corelation: unknown key. Did you mean 'correlation'? Known here: correlation, events, id, order, quiet, sequence, user, within.
                  5. events.yaml:1  versoin: unknown key. Did you mean 'version'? Known here: contracts, version.
                  6. system property goldenpath.services.shop.helth  goldenpath.services.shop.helth sets nothing in the chosen environment. Did you mean 'goldenpath.services.shop.health'? Correct or remove it.""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            order: sorted                          | order: 'sorted' is neither listed nor any. Correct it.
            correlation: run_id                    | correlation: 'run_id' must start with a slash. Correct it.
            user: user_id                          | user: 'user_id' must start with a slash. Correct it.
            id: id                                 | id: 'id' must start with a slash. Correct it.
            sequence: seq                          | sequence: 'seq' must start with a slash. Correct it.
            within: soon                           | within: 'soon' is no duration such as 500ms, 30s or 2m. Correct it.
            quiet: 0s                              | quiet: '0s' must be longer than 0. Correct it.
            events: []                             | events lists no event. List at least one.
            events: [ { name: a, within: 31s } ]   | events[0].within: '31s' is longer than the 'within' of its contract. Correct it.
            events: [ { name: a, times: often } ]  | events[0].times: 'often' is none of the forms 1, 0..1, 1.. and 2..5. Correct it.
            events: [ { name: a, times: 0 } ]      | events[0].times: '0' would be an event that never comes. Correct it.
            events: [ { name: a, times: 5..2 } ]   | events[0].times: '5..2' ends before it begins. Correct it.
            events: [ { name: a }, { name: a } ]   | events[1].name: 'a' names an event a second time (first: events.yaml:4). Keep one.
            events: [ { name: a, aliases: [b, a] } ] | events[0].aliases: 'a' names an event a second time (first: events.yaml:4). Keep one.
            events: [ { name: a, schema: none.json } ] | events[0].schema: 'none.json' is no file beside events.yaml. Correct it.
            events: [ { name: a, schema: half.json } ] | events[0].schema: 'half.json' is not JSON, see its line 2, column 1. Correct it.
            events: [ { name: a, schema: list.json } ] | events[0].schema: 'list.json' holds no JSON Schema, which would be an object. Correct it.
            events: [ { name: a, schema: &x { not: *x } } ] | events[0].schema can't be written as JSON. Correct it.
            events: [ { name: a, schema: [ 1 ] } ] | events[0].schema must be a single text. Write its value behind the colon, or remove the key.
            """)
    void aContractThatCanNotBeRead(String written, String problem) {
        String events = written.startsWith("events") ? "" : "\n    events: [ { name: a } ]";
        assertThat(project("version: 1\ncontracts:\n  run:\n    " + written + events)
                        .file("half.json", "{\n")
                        .file("list.json", "[]")
                        .problems())
                .containsExactly("events.yaml:4  contracts.run." + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # nothing                      | events.yaml  The file is empty. Write 'version' and 'contracts' in it.
            version: 1                     | events.yaml:1  contracts names no contract. Describe at least one below it.
            { version: 1, contracts: {} }  | events.yaml:1  contracts names no contract. Describe at least one below it.
            { version: 1, contracts: [] }  | events.yaml:1  contracts must hold keys and values. Write 'key: value' below it.
            { version: 1, contracts        | events.yaml:1  expected ',' or '}', but got <stream end>. Correct the line.
            """)
    void aFileThatCanNotBeRead(String written, String problem) {
        assertThat(project(written).problems()).containsExactly(problem);
    }

    @Test
    void aFileThatIsNotThere() {
        assertThat(new Project(folder)
                        .yaml(yaml("type: /type, contract: other.yaml"))
                        .problems())
                .containsExactly(
                        "goldenpath.yaml:1  " + CONTRACT_KEY
                                + ": 'other.yaml' is no file, neither in the working directory nor on the class path. Correct it.");
    }

    @Test
    void eventsWithoutATypeCanNotBeTold() {
        assertThat(new Project(folder)
                        .yaml(yaml("contract: events.yaml"))
                        .file("events.yaml", "{ version: 1, contracts: { run: { events: [ { name: a } ] } } }")
                        .problems())
                .containsExactly("goldenpath.yaml:1  " + CONTRACT_KEY
                        + " is set, but 'type' beside it is not. Add 'type', a JSON Pointer to the name of an event.");
    }

    private Project project(String contracts) {
        return new Project(folder)
                .yaml(yaml("type: /type, contract: events.yaml"))
                .file("events.yaml", contracts);
    }

    private static String yaml(String events) {
        return "environments: { a: { services: { shop: { url: 'http://127.0.0.1:1', events: { " + events + " } } } } }";
    }
}

package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That what {@link Project} loads is valid, too, is seen in all tests that load it. */
class ConfigurationSchemaTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");

    /** Every level that has keys of its own, each with one that is unknown. */
    private static final String MAXIMAL = """
            zz-unknown: 1
            environments:
              a:
                zz-unknown: 1
                undeclared-hosts: { allow: [h], zz-unknown: 1 }
                launch: [ { zz-unknown: 1, name: n, command: c } ]
                services:
                  b:
                    zz-unknown: 1
                    url: "http://127.0.0.1"
                    health: { zz-unknown: 1, path: /h, words: { zz-unknown: 1 } }
                    revision: { zz-unknown: 1, at: "/v#/r" }
                    events: { zz-unknown: 1 }
                    login: { zz-unknown: 1, path: /l, username: /u, password: /p, token: /t }
                    tokens: { zz-unknown: 1, signing: { zz-unknown: 1, key: k } }
                    websocket: { zz-unknown: 1, token: { zz-unknown: 1 } }
                    timeouts: { zz-unknown: 1 }
                    proxy: { zz-unknown: 1 }
                    tls: { zz-unknown: 1 }
                users:
                  login: { zz-unknown: 1, grant: login }
                  session: { zz-unknown: 1, grant: session }
                  client-credentials: { zz-unknown: 1, grant: client-credentials }
                  password: { zz-unknown: 1, grant: password }
                  refresh-token: { zz-unknown: 1, grant: refresh-token }
                  jwt: { zz-unknown: 1, grant: jwt }
                  token: { zz-unknown: 1, grant: token }
                  api-key: { zz-unknown: 1, grant: api-key }
                  basic: { zz-unknown: 1, grant: basic }
                pools: { free: { zz-unknown: 1, users: login } }
            gate: { zz-unknown: 1% }
            redact: { zz-unknown: 1 }
            markers: { zz-unknown: 1 }
            policy: { zz-unknown: 1, bypass: { zz-unknown: 1 }, rules: { zz-unknown: off } }
            """;

    @TempDir
    private Path folder;

    @Test
    void theSchemaAndTheLoaderKnowTheSameKeys() {
        assertThat(new SchemaKeys(ConfigurationSchema.document()).differencesFrom(loaded(), json()))
                .isEmpty();
    }

    @Test
    void aKeyThatOnlyOneOfThemKnowsIsFound() {
        assertThat(differences("/$defs/service/properties", "certificate-notice", "certifcate-notice"))
                .containsOnly(Map.entry(
                        "environments.a.services.b",
                        "only in the schema: [certifcate-notice], only in the loader: [certificate-notice]"));
        assertThat(differences("/$defs/environment/properties", "launch", "lunch"))
                .containsKeys("environments.a", "/$defs/process");
        ObjectNode schema = ConfigurationSchema.document();
        ObjectNode cookies = ((ObjectNode) schema.at("/$defs/service/properties")).putObject("cookies");
        cookies.put("additionalProperties", false);
        assertThat(new SchemaKeys(schema).differencesFrom(loaded(), json()))
                .containsEntry("/$defs/service/properties/cookies", "no level of the file");
    }

    private Map<String, String> differences(String level, String key, String instead) {
        ObjectNode schema = ConfigurationSchema.document();
        ObjectNode properties = (ObjectNode) schema.at(level);
        properties.set(instead, properties.remove(key));
        return new SchemaKeys(schema).differencesFrom(loaded(), json());
    }

    private Map<String, Set<String>> loaded() {
        ConfigurationException refused =
                catchThrowableOfType(ConfigurationException.class, new Project(folder).yaml(MAXIMAL)::load);
        return SchemaKeys.ofLoader(refused.problems());
    }

    private static JsonNode json() {
        return ConfigurationSchema.json(MAXIMAL);
    }

    @Test
    void anUnknownKeyIsRejectedAtEachOfTheseLevels() {
        String valid = MAXIMAL.replaceAll("zz-unknown: [1of%]+,? ?", "");
        assertThat(ConfigurationSchema.problems(valid, "a")).isEmpty();
        List<String> lines = MAXIMAL.lines().toList();
        int levels = 0;
        for (int line = 0; line < lines.size(); line++) {
            List<String> others = new ArrayList<>(lines);
            others.replaceAll(text -> text.replaceAll("zz-unknown: [1of%]+,? ?", ""));
            if (lines.get(line).contains(SchemaKeys.UNKNOWN)) {
                levels++;
                others.set(line, lines.get(line));
                assertThat(ConfigurationSchema.problems(String.join("\n", others), "a"))
                        .as(lines.get(line))
                        .isNotEmpty();
            }
        }
        assertThat(levels).isGreaterThan(25);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "remote: maybe",
                "ready-within: 30",
                "ready-within: soon",
                "degraded: ignore",
                "ports: { a: 1 }",
                "launch: run",
                "services: [ b ]",
                "services: { b: { url: ftp://h } }",
                "services: { b: { health: no-slash } }",
                "services: { b: { health: [ /h ] } }",
                "services: { b: { revision: /v } }",
                "services: { b: { depends-on: { c: perhaps } } }",
                "services: { b: { tokens: { algorithms: [ none ] } } }",
                "services: { b: { websocket: { largest-message: 1GB } } }",
                "services: { b: { probes: { tcp: [ h ] } } }",
                "users: { u: { grant: basic, scope: s } }",
                "users: { u: { grant: jwt, lifetime: long } }",
                "users: { u: { grant: own, key: { a: b } } }",
                "pools: { p: { wait: 1s } }",
                "settings: { shop: EUR }",
                "protected: ''",
            })
    void aWrongValueIsRejected(String environment) {
        assertThat(ConfigurationSchema.problems("environments: { a: { " + environment + " } }", "a"))
                .isNotEmpty();
        assertThat(ConfigurationSchema.problemsOfOverlay(environment)).isNotEmpty();
    }

    @Test
    void aVariableMayStandWhereverATextDoes() {
        assertThat(ConfigurationSchema.problemsOfOverlay("""
                        remote: "${A}"
                        degraded: "${env:B}"
                        ready-within: "${S}s"
                        services: { b: { url: "${U}", health: "${H}", depends-on: { c: "${N}" }, tokens: { algorithms: "${A}" } } }
                        gate: { P1: "${G}" }
                        """)).isEmpty();
    }

    @Test
    void theSchemaOfOverlaysHasAllButTheChoice() {
        ObjectNode schema = ConfigurationSchema.document();
        Set<String> ofEnvironment = namesAt(schema, "/$defs/environment/properties");
        Set<String> shared = namesAt(schema, "/properties");
        shared.removeAll(Set.of("environment", "environments", "known-issues"));
        shared.removeAll(ofEnvironment);
        assertThat(shared).isEqualTo(Overlay.SHARED);
        Set<String> expected = new TreeSet<>(shared);
        expected.addAll(ofEnvironment);

        assertThat(namesAt(schema, "/$defs/overlay/properties")).isEqualTo(expected);
        assertThat(ConfigurationSchema.problemsOfOverlay("environment: a")).isNotEmpty();
        assertThat(ConfigurationSchema.problemsOfOverlay("gate: { P1: 1% }\nservices: { }"))
                .isEmpty();
        assertThat(ConfigurationSchema.read(ConfigurationSchema.DOCS.resolve("goldenpath-overlay.schema.json"))
                        .path("$ref")
                        .asText())
                .isEqualTo("goldenpath.schema.json#/$defs/overlay");
    }

    private static Set<String> namesAt(JsonNode schema, String pointer) {
        Set<String> names = new TreeSet<>();
        schema.at(pointer).fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void everyKeyIsDescribedInASentence() {
        assertThat(undescribed(ConfigurationSchema.document(), "")).isEmpty();
        ObjectNode schema = ConfigurationSchema.document();
        ((ObjectNode) schema.at("/$defs/service/properties/url")).put("description", "Its url");
        assertThat(undescribed(schema, "")).containsExactly("/$defs/service/properties/url");
    }

    /** But for those that repeat others. */
    private static List<String> undescribed(JsonNode node, String where) {
        List<String> found = new ArrayList<>();
        if (where.equals("/$defs/overlay") || where.endsWith("/if") || where.endsWith("/then")) {
            return found;
        }
        for (String name : namesAt(node, "")) {
            JsonNode child = node.get(name);
            if (where.endsWith("/properties")
                    && !child.path("description").asText().endsWith(".")) {
                found.add(where + "/" + name);
            }
            found.addAll(undescribed(child, where + "/" + name));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            found.addAll(undescribed(node.get(i), where + "/" + i));
        }
        return found;
    }

    @Test
    void everyConfigurationOfTheDocumentationIsValid() {
        List<String> blocks = pages().flatMap(page -> BLOCK.matcher(read(page)).results())
                .map(match -> match.group(1))
                .filter(block -> block.contains("environments:"))
                .toList();
        assertThat(blocks)
                .isNotEmpty()
                .allSatisfy(block -> assertThat(ConfigurationSchema.problems(ConfigurationSchema.json(block)))
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"examples/golden-path/goldenpath.yaml", "maven-plugin/src/test/projects/shop/goldenpath.yaml"})
    void theConfigurationOfEachProjectIsValid(String file) {
        assertThat(ConfigurationSchema.problems(ConfigurationSchema.json(read(ROOT.resolve(file)))))
                .isEmpty();
    }

    private static Stream<Path> pages() {
        try (Stream<Path> docs = Files.list(ConfigurationSchema.DOCS)) {
            return Stream.concat(
                    Stream.of(ROOT.resolve("README.md")),
                    docs.filter(file -> file.toString().endsWith(".md")).toList().stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

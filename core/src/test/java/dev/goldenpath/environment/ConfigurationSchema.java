package dev.goldenpath.environment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The JSON Schema of {@code goldenpath.yaml}, as editors have it. */
final class ConfigurationSchema {
    static final Path DOCS = Path.of("..", "docs");
    static final Path FILE = DOCS.resolve("goldenpath.schema.json");

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode DOCUMENT = read(FILE);
    private static final Schema MAIN = schema(DOCUMENT);
    private static final Schema OVERLAY = schema(overlay());

    private ConfigurationSchema() {}

    /** The schema itself, to be changed at will. */
    static ObjectNode document() {
        return DOCUMENT.deepCopy();
    }

    /** What is wrong with a file of which only this environment is looked at, as it is when it is loaded. */
    static List<String> problems(String yaml, String environment) {
        JsonNode root = json(yaml);
        if (root.get("environments") instanceof ObjectNode all) {
            all.retain(environment);
        }
        return problems(root);
    }

    /** What is wrong with a main file. */
    static List<String> problems(JsonNode root) {
        return texts(MAIN.validate(root));
    }

    /** What is wrong with the file of one environment. */
    static List<String> problemsOfOverlay(String yaml) {
        return texts(OVERLAY.validate(json(yaml)));
    }

    static JsonNode json(String yaml) {
        try {
            return YamlText.compose(new TextFile("a.yaml", "a.yaml", false, yaml))
                    .map(YamlText::json)
                    .map(ConfigurationSchema::parse)
                    .orElseGet(JSON::createObjectNode);
        } catch (UncheckedIOException e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(List<Error> errors) {
        return errors.stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    private static JsonNode overlay() {
        ObjectNode document = document();
        document.retain("$schema", "$defs");
        return document.put("$ref", "#/$defs/overlay");
    }

    private static Schema schema(JsonNode document) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(document.toString());
    }
}

package dev.goldenpath.environment;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads YAML, and the JSON that stands in it or beside it. */
final class YamlText {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Set<String> NOTHING = Set.of("null", "Null", "NULL", "~");

    private YamlText() {}

    /**
     * What a file holds; empty where that is nothing.
     *
     * @throws ConfigurationException with the one problem when it is not valid YAML
     */
    static Optional<Node> compose(TextFile file) {
        String name = file.name();
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(name).build();
            return new Compose(settings).composeString(file.text());
        } catch (MarkedYamlEngineException e) {
            Origin origin = e.getProblemMark()
                    .map(mark -> Origin.line(name, mark.getLine() + 1))
                    .orElse(new Origin(name));
            throw invalid(name, new ConfigurationProblem(origin, e.getProblem(), "Correct the line."));
        } catch (YamlEngineException e) {
            throw invalid(
                    name, new ConfigurationProblem(new Origin(name), String.valueOf(e.getMessage()), "Correct it."));
        }
    }

    /** What a file with nothing in it holds, where keys are expected. */
    static Node nothing(String file) {
        Optional<Mark> mark = Optional.of(new Mark(file, 0, 0, 0, new int[0], 0));
        return new MappingNode(Tag.MAP, true, List.of(), FlowStyle.BLOCK, mark, mark);
    }

    /** Where it begins; empty where it stands in no file. */
    static Optional<Origin> originOf(Node node) {
        return node.getStartMark().map(mark -> Origin.line(mark.getName(), mark.getLine() + 1));
    }

    /** Whether it holds nothing: a blank text, or {@code null} or {@code ~} without quotes, which is YAML for nothing. */
    static boolean isEmpty(ScalarNode scalar) {
        return scalar.getValue().isBlank() || (scalar.isPlain() && NOTHING.contains(scalar.getValue()));
    }

    private static ConfigurationException invalid(String name, ConfigurationProblem problem) {
        return new ConfigurationException(name + " is not valid YAML: 1 problem", List.of(problem));
    }

    /**
     * What stands at {@code node}, as JSON text.
     *
     * @throws IllegalArgumentException with the end of a sentence when it can't be written so
     */
    static String json(Node node) {
        try {
            Object value =
                    new StandardConstructor(LoadSettings.builder().build()).constructSingleDocument(Optional.of(node));
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException | YamlEngineException e) {
            throw new IllegalArgumentException("can't be written as JSON", e);
        }
    }

    /**
     * The text as it is.
     *
     * @throws IllegalArgumentException with the end of a sentence when it is no JSON Schema, an object or a boolean
     */
    static String schema(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            if (!root.isObject() && !root.isBoolean()) {
                throw new IllegalArgumentException("holds no JSON Schema, which would be an object");
            }
            return text;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new IllegalArgumentException(
                    "is not JSON"
                            + (at == null ? "" : ", see its line " + at.getLineNr() + ", column " + at.getColumnNr()),
                    e);
        }
    }
}

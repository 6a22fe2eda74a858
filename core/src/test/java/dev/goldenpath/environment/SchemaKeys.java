package dev.goldenpath.environment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which keys a schema and the loader know, level by level. */
final class SchemaKeys {
    /** A key that nobody knows, put at every level of a file. */
    static final String UNKNOWN = "zz-unknown";

    private static final Pattern KNOWN_HERE =
            Pattern.compile("(.*?)\\.?" + UNKNOWN + ": unknown key.*? Known here: (.*)\\.");

    private final JsonNode schema;
    private final IdentityHashMap<JsonNode, Boolean> visited = new IdentityHashMap<>();

    SchemaKeys(JsonNode schema) {
        this.schema = schema;
    }

    /** The keys that the loader knows at the levels of a file, by path, as its problems tell. */
    static Map<String, Set<String>> ofLoader(Iterable<ConfigurationProblem> problems) {
        Map<String, Set<String>> keys = new TreeMap<>();
        for (ConfigurationProblem problem : problems) {
            Matcher matcher = KNOWN_HERE.matcher(problem.what() + " " + problem.remedy());
            if (matcher.matches()) {
                String known = matcher.group(2).replace("P1 to P6", "P1, P2, P3, P4, P5, P6");
                keys.put(matcher.group(1), new TreeSet<>(Arrays.asList(known.split(", "))));
            }
        }
        return keys;
    }

    /** Where the schema and {@code known} differ, by path: what only one of them has. */
    Map<String, String> differencesFrom(Map<String, Set<String>> known, JsonNode file) {
        Map<String, String> differences = new TreeMap<>();
        known.forEach((path, keys) -> {
            Set<String> described = keysAt(path, file);
            Set<String> onlyHere = new TreeSet<>(described);
            onlyHere.removeAll(keys);
            Set<String> onlyLoaded = new TreeSet<>(keys);
            onlyLoaded.removeAll(described);
            if (!onlyHere.isEmpty() || !onlyLoaded.isEmpty()) {
                differences.put(path, "only in the schema: " + onlyHere + ", only in the loader: " + onlyLoaded);
            }
        });
        closed(schema, "").forEach((node, where) -> {
            if (!visited.containsKey(node)) {
                differences.put(where, "no level of the file");
            }
        });
        return differences;
    }

    private Set<String> keysAt(String path, JsonNode file) {
        JsonNode level = resolved(schema);
        JsonNode value = file;
        for (String name : names(path)) {
            value = name.startsWith("[") ? value.path(Integer.parseInt(name.substring(1))) : value.path(name);
            level = name.startsWith("[") ? resolved(level.path("items")) : below(level, name, value);
        }
        visited.put(level, true);
        Set<String> keys = new TreeSet<>();
        level.path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** {@code a.b[0]} is a, b and [0. */
    private static Deque<String> names(String path) {
        return Arrays.stream(path.split("\\.|(?=\\[)"))
                .map(name -> name.replace("]", ""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    private JsonNode below(JsonNode level, String name, JsonNode value) {
        JsonNode property = level.path("properties").path(name);
        return ofGrant(resolved(property.isMissingNode() ? level.path("additionalProperties") : property), value);
    }

    /** Of a user, the keys of its grant. */
    private static JsonNode ofGrant(JsonNode level, JsonNode value) {
        for (JsonNode each : level.path("allOf")) {
            if (each.at("/if/properties/grant/const").equals(value.path("grant"))) {
                return each.path("then");
            }
        }
        return level;
    }

    /** Without references, and of several forms the one with keys. */
    private JsonNode resolved(JsonNode node) {
        if (node.has("$ref")) {
            return resolved(schema.at(node.get("$ref").asText().substring(1)));
        }
        for (JsonNode each : node.path("anyOf")) {
            if (each.path("type").asText().equals("object")) {
                return each;
            }
        }
        return node;
    }

    /** All levels that have no other keys, but for that of overlays, which repeats others. */
    private static Map<JsonNode, String> closed(JsonNode node, String where) {
        Map<JsonNode, String> found = new IdentityHashMap<>();
        if (where.equals("/$defs/overlay")) {
            return found;
        }
        if (node instanceof ObjectNode && isFalse(node.get("additionalProperties"))) {
            found.put(node, where);
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> found.putAll(closed(field.getValue(), where + "/" + field.getKey())));
        } else {
            int index = 0;
            for (JsonNode child : node) {
                found.putAll(closed(child, where + "/" + index++));
            }
        }
        return found;
    }

    private static boolean isFalse(@Nullable JsonNode node) {
        return node != null && node.isBoolean() && !node.booleanValue();
    }
}

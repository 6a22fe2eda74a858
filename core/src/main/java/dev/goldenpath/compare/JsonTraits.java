package dev.goldenpath.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import dev.goldenpath.evidence.Body;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What of JSON may be compared between two runs: which places it has and of which types, texts that are no ids, and from
 * where else in its test an id is. Of one test; not thread-safe.
 */
final class JsonTraits {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int DEEPEST = 30;
    private static final int MOST = 400;
    private static final int SHORTEST_ID = 6;

    /** Where each id of the test stood first. */
    private final Map<String, String> origins = new HashMap<>();

    /** How many bodies of one owner there were. */
    private final Map<String, Integer> owners = new HashMap<>();

    /** One document. */
    private final class Document {
        private final String owner;
        private final Map<String, TreeSet<String>> types = new TreeMap<>();
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Map<String, String> references = new LinkedHashMap<>();

        Document(String owner) {
            this.owner = owner;
        }

        void add(JsonNode node, String place, boolean inList, int depth) {
            if (types.size() > MOST || depth > DEEPEST) {
                return;
            }
            types.computeIfAbsent(place, each -> new TreeSet<>()).add(typeOf(node));
            if (node.isObject()) {
                node.properties()
                        .forEach(each -> add(each.getValue(), place + "/" + name(each.getKey()), inList, depth + 1));
            } else if (node.isArray()) {
                node.forEach(each -> add(each, place + "/[]", true, depth + 1));
            } else if (!inList && node.isBoolean()) {
                values.put(place, node.asText());
            } else if (node.isTextual()) {
                text(node.textValue(), place, inList);
            }
        }

        private void text(String text, String place, boolean inList) {
            if (!inList) {
                values.put(place, text);
            }
            if (Steady.isVolatile(text) && text.length() >= SHORTEST_ID) {
                String origin = origins.putIfAbsent(text, owner + " " + place);
                if (!inList) {
                    references.put(place, origin == null ? "new" : "that of " + origin);
                }
            }
        }

        List<Trait> traits() {
            List<Trait> traits = new ArrayList<>();
            types.forEach((place, names) ->
                    traits.add(new Trait(Aspect.SHAPE, "JSON " + named(place), String.join(" or ", names))));
            values.forEach((place, value) -> traits.add(
                    new Trait(Aspect.VALUE, "JSON " + named(place), Steady.of(value), Steady.shortened(value))));
            references.forEach(
                    (place, origin) -> traits.add(new Trait(Aspect.REFERENCE, "id in JSON " + named(place), origin)));
            return traits;
        }
    }

    /**
     * Those of the next body in the course of the test; none where it is no JSON, or was not kept as a whole.
     *
     * @param owner of the body, in words that are the same in both runs
     */
    List<Trait> of(@Nullable Body body, String owner) {
        int number = owners.merge(owner, 1, Integer::sum);
        Optional<JsonNode> json = parsed(body);
        if (json.isEmpty()) {
            return List.of();
        }
        Document document = new Document(number == 1 ? owner : owner + " (" + number + ")");
        document.add(json.get(), "", false, 0);
        return document.traits();
    }

    private static Optional<JsonNode> parsed(@Nullable Body body) {
        if (body == null || body.text() == null || body.truncated()) {
            return Optional.empty();
        }
        String text = body.text().strip();
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Objects may have ids for names. */
    private static String name(String name) {
        return Steady.isVolatile(name) && name.length() >= SHORTEST_ID ? "{}" : name;
    }

    private static String named(String place) {
        return place.isEmpty() ? "as a whole" : place;
    }

    private static String typeOf(JsonNode node) {
        JsonNodeType type = node.getNodeType();
        return type.name().toLowerCase(Locale.ROOT);
    }
}

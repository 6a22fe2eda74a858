package dev.goldenpath.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.goldenpath.evidence.Canary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A JSON document read by pointer, and the one place that turns objects into JSON and back. Objects may be records,
 * maps, lists, strings, numbers and whatever the Jackson modules on the class path know. Immutable.
 *
 * @since 0.1.0
 */
public final class JsonText {
    /** Buffers are shared: those of a thread would stay with each of thousands of users. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                    .build())
            .findAndAddModules()
            .addModule(new SimpleModule().addSerializer(Canary.class, ToStringSerializer.instance))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode root;

    private JsonText(JsonNode root) {
        this.root = root;
    }

    /**
     * Reads a document.
     *
     * @throws IllegalArgumentException when {@code text} is not exactly one JSON value; the message says where
     */
    public static JsonText parse(String text) {
        try {
            JsonNode root = MAPPER.readTree(text);
            if (root.isMissingNode()) {
                throw new IllegalArgumentException("not JSON, but empty");
            }
            return new JsonText(root);
        } catch (JsonProcessingException e) {
            // Not Jackson's words: they quote what they stumbled over, which may be a secret.
            JsonLocation at = e.getLocation();
            throw new IllegalArgumentException(
                    at == null ? "not JSON" : "not JSON, see line " + at.getLineNr() + ", column " + at.getColumnNr());
        }
    }

    /**
     * Writes an object.
     *
     * @throws IllegalArgumentException when it cannot be written as JSON
     */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw notJson(value.getClass().getName() + " can't be written as JSON: ", e);
        }
    }

    /** Writes an object that has each text at its JSON Pointer. */
    public static String object(Map<String, String> texts) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        texts.forEach((pointer, text) -> {
            JsonPointer full = JsonPointer.compile(pointer);
            ObjectNode parent = object.withObject(full.head());
            parent.put(full.last().getMatchingProperty(), text);
        });
        return write(object);
    }

    /**
     * The value at a JSON Pointer as a plain Java object: String, Integer, Long, BigInteger, Double, Boolean, Map or
     * List. Empty where nothing or {@code null} stands there.
     *
     * @throws IllegalArgumentException when {@code pointer} is no JSON Pointer
     */
    public Optional<Object> at(String pointer) {
        return at(pointer, Object.class);
    }

    /**
     * The value at a JSON Pointer as a {@code type}; empty where nothing or {@code null} stands there.
     *
     * @throws IllegalArgumentException when {@code pointer} is no JSON Pointer, or the value is no {@code type}
     */
    public <T> Optional<T> at(String pointer, Class<T> type) {
        JsonNode node = root.at(JsonPointer.compile(pointer));
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.treeToValue(node, type));
        } catch (JsonProcessingException e) {
            // Not Jackson's words, and not as a cause: they quote the value, which may be a secret.
            throw new IllegalArgumentException("no " + type.getSimpleName() + ": " + misfit(pointer, e));
        }
    }

    /** The texts at a JSON Pointer, and below it, that stand in a field which {@code secret} knows by its name. */
    public List<String> textsIn(String pointer, Predicate<String> secret) {
        boolean below = Stream.of(pointer.split("/", -1)).anyMatch(secret);
        List<String> texts = new ArrayList<>();
        collect(root.at(JsonPointer.compile(pointer)), below, secret, texts);
        return texts;
    }

    private static void collect(JsonNode node, boolean within, Predicate<String> secret, List<String> texts) {
        if (within && node.isTextual()) {
            texts.add(node.textValue());
        }
        if (node.isArray()) {
            node.forEach(item -> collect(item, within, secret, texts));
        }
        node.properties()
                .forEach(field -> collect(field.getValue(), within || secret.test(field.getKey()), secret, texts));
    }

    private static String misfit(String pointer, JsonProcessingException e) {
        List<JsonMappingException.Reference> path =
                e instanceof JsonMappingException mapping ? mapping.getPath() : List.of();
        String place = path.stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining("", pointer, ""));
        Class<?> wanted = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return "what stands at '" + place + "' "
                + (wanted == null ? "can't be read" : "is no " + wanted.getSimpleName());
    }

    private static IllegalArgumentException notJson(String what, JsonProcessingException e) {
        // The location is left out of Jackson's message together with a piece of the source, which may hold a secret.
        e.clearLocation();
        return new IllegalArgumentException(what + e.getOriginalMessage(), e);
    }
}

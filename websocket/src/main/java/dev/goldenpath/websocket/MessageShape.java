package dev.goldenpath.websocket;

import dev.goldenpath.environment.ConfigurationException;
import java.util.List;

/** What a JSON Schema says of a message. Thread-safe. */
interface MessageShape {

    /**
     * Each place of a JSON message and the rule of the schema it breaks, without what stands there: that may be a secret.
     * Empty when the message is as the schema says.
     */
    List<String> misfits(String json);

    /**
     * Compiles a schema, of draft 2020-12 where it names no other. Nothing is fetched: a schema stands alone.
     *
     * @param name of what has the shape, for messages
     * @throws ConfigurationException when it can't be used, or the validator is not on the class path
     */
    static MessageShape of(String name, String schema) {
        if (!SchemaValidator.isPresent()) {
            throw new ConfigurationException(SchemaValidator.missing(name), List.of());
        }
        return ValidatedShape.compile(name, schema);
    }
}

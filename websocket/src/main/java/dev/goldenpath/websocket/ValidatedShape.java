package dev.goldenpath.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import dev.goldenpath.environment.ConfigurationException;
import java.io.UncheckedIOException;
import java.util.List;

/** A schema as its validator has compiled it. The one class that knows the validator, which may not be there. */
final class ValidatedShape implements MessageShape {
    private static final String META_SCHEMAS = "://json-schema.org/";
    private static final int LONGEST_RULE = 120;

    private final Schema schema;

    private ValidatedShape(Schema schema) {
        this.schema = schema;
    }

    static MessageShape compile(String name, String text) {
        try {
            SchemaRegistry registry = registry();
            Schema schema = registry.getSchema(text, InputFormat.JSON);
            schema.initializeValidators();
            // A misspelt rule would hold for everything, or for nothing.
            String dialect = schema.getSchemaContext().getDialect().getId();
            List<String> misfits = new ValidatedShape(registry.getSchema(SchemaLocation.of(dialect))).misfits(text);
            if (!misfits.isEmpty()) {
                throw unusable(name, String.join("; ", misfits));
            }
            return new ValidatedShape(schema);
        } catch (SchemaException e) {
            throw unusable(
                    name, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static SchemaRegistry registry() {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .formatAssertionsEnabled(true)
                .build();
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                registry -> registry.schemaRegistryConfig(config)
                        // The meta-schemas come with the validator.
                        .schemaLoader(loader -> loader.fetchRemoteResources(false)
                                .allow(place -> place.toString().contains(META_SCHEMAS))));
    }

    private static ConfigurationException unusable(String name, String why) {
        return new ConfigurationException("The JSON Schema of " + name + " can't be used: " + why, List.of());
    }

    @Override
    public List<String> misfits(String json) {
        try {
            return schema.validate(json, InputFormat.JSON).stream()
                    .map(ValidatedShape::inWords)
                    .distinct()
                    .toList();
        } catch (UncheckedIOException e) {
            // Not its words: they quote the message.
            return List.of("the message is no JSON");
        }
    }

    /** In words of our own, for those of the validator may quote the message. */
    private static String inWords(Error error) {
        String where = error.getInstanceLocation().toString();
        String place = where.isEmpty() ? "the message" : where;
        String property = error.getProperty();
        JsonNode rule = error.getSchemaNode();
        if (property != null) {
            return error.getKeyword().equals("required")
                    ? place + " lacks '" + property + "'"
                    : place + " breaks the rule '" + error.getKeyword() + "' by '" + property + "'";
        }
        return place + " breaks the rule '" + error.getKeyword() + "'"
                + (rule == null ? "" : ": " + shortened(rule.toString()));
    }

    private static String shortened(String rule) {
        return rule.length() <= LONGEST_RULE ? rule : rule.substring(0, LONGEST_RULE) + "…";
    }
}

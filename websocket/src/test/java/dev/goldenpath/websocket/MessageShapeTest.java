package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.environment.ConfigurationException;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageShapeTest {
    private static final String SCHEMA = """
            {
              "required": ["type", "run"],
              "properties": {
                "type": { "const": "started" },
                "run": { "type": "string", "format": "uuid" },
                "payload": {
                  "properties": { "words": { "type": ["integer", "null"], "minimum": 1 } },
                  "additionalProperties": false
                }
              }
            }
            """;
    private static final String RUN = "\"run\":\"123e4567-e89b-12d3-a456-426614174000\"";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"type":"started",RUN}                          |
            {"type":"started",RUN,"payload":{"words":3}}    |
            {"type":"hunter2",RUN}                          | /type breaks the rule 'const': "started"
            {"type":"started","run":"hunter2"}              | /run breaks the rule 'format': "uuid"
            {"type":"started"}                              | the message lacks 'run'
            {"type":"started",RUN,"payload":{"words":"hunter2"}} | /payload/words breaks the rule 'type': ["integer","null"]
            {"type":"started",RUN,"payload":{"words":0,"x":1}}   | /payload/words breaks the rule 'minimum': 1; /payload breaks the rule 'additionalProperties' by 'x'
            """)
    void namesThePlaceAndTheRuleAndNoValue(String message, String misfits) {
        assertThat(String.join("; ", MessageShape.of("'started'", SCHEMA).misfits(message.replace("RUN", RUN))))
                .isEqualTo(misfits == null ? "" : misfits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"type":"intger"}                           | /type breaks the rule 'enum': ["array","boolean","integer","null","number","object","string"]; /type breaks the rule 'type': "array"
            {"required":"run"}                          | /required breaks the rule 'type': "array"
            {"$ref":"other.json"}                       | Schema from 'other.json' is not allowed to be loaded.
            {"$ref":"file:///etc/hostname"}             | Schema from 'file:///etc/hostname' is not allowed to be loaded.
            {"$ref":"#/$defs/none"}                     | Reference /$defs/none cannot be resolved
            """)
    void aSchemaThatCanNotBeUsed(String schema, String why) {
        assertThatThrownBy(() -> MessageShape.of("'started'", schema))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The JSON Schema of 'started' can't be used: " + why);
    }

    @Test
    void aSchemaMayNameItsDraftAndReferToItself() {
        MessageShape shape = MessageShape.of("'started'", """
                {
                  "$schema": "http://json-schema.org/draft-07/schema#",
                  "definitions": { "word": { "type": "string" } },
                  "properties": { "a": { "$ref": "#/definitions/word" } }
                }""");

        assertThat(shape.misfits("{\"a\":\"b\"}")).isEmpty();
        assertThat(shape.misfits("{\"a\":1}")).containsExactly("/a breaks the rule 'type': \"string\"");
    }

    @ParameterizedTest
    @CsvSource({"$ref", "$schema"})
    void nothingIsFetched(String key) throws IOException {
        try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            elsewhere.setSoTimeout(1);
            String place = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/schema.json";

            assertThatThrownBy(() -> MessageShape.of("'started'", "{\"" + key + "\":\"" + place + "\"}"))
                    .hasMessage("The JSON Schema of 'started' can't be used: Schema from '" + place
                            + "' is not allowed to be loaded.");
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(elsewhere::accept);
        }
    }

    @Test
    void aSchemaIsCompiledOnce() {
        MessageShapes shapes = new MessageShapes();

        assertThat(shapes.of("started", SCHEMA)).isSameAs(shapes.of("done", SCHEMA));
    }

    @Test
    void tellsWhatToAddWhereTheValidatorIsMissing() throws IOException {
        ProcessBuilder withoutValidator = ServerProcess.java(ShapeWithoutValidator.class);
        withoutValidator.command().set(2, classPathWithout("json-schema-validator"));
        Process process = withoutValidator.start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                .isEqualTo("""
                        The shape of 'started' can't be checked, for the validator of JSON Schemas is not on the class \
                        path. Add it to the pom.xml:
                          <dependency>
                            <groupId>com.networknt</groupId>
                            <artifactId>json-schema-validator</artifactId>
                            <version>2.0.8</version>
                            <scope>test</scope>
                          </dependency>""");
    }

    @Test
    void namesTheVersionItIsTestedWith() {
        assertThat(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> entry.endsWith("json-schema-validator-2.0.8.jar")))
                .as("the version that the message tells to add is that of this class path")
                .hasSize(1);
        assertThat(SchemaValidator.missing("it")).contains("<version>2.0.8</version>");
    }

    private static String classPathWithout(String artifact) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains(artifact))
                .collect(Collectors.joining(File.pathSeparator));
    }
}

package dev.goldenpath.runlog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.CallPlace;
import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Phases;
import dev.goldenpath.evidence.TraceIds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads exchanges field by field, in half the time that the mapper takes by reflection: a large run has a hundred thousand
 * of them. A test holds it to what the mapper reads.
 */
final class ExchangeDeserializer extends StdDeserializer<HttpExchange> {
    private static final long serialVersionUID = 1L;

    ExchangeDeserializer() {
        super(HttpExchange.class);
    }

    @Override
    public HttpExchange deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Fields fields = new Fields();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "service" -> fields.service = parser.getText();
                case "user" -> fields.user = parser.getText();
                case "purpose" -> fields.purpose = parser.getText();
                case "method" -> fields.method = parser.getText();
                case "url" -> fields.url = parser.getText();
                case "status" -> fields.status = parser.getIntValue();
                case "place" -> fields.place = place(parser);
                case "connection" -> fields.connection = connection(parser, context);
                case "ids" -> fields.ids = ids(parser);
                case "phases" -> fields.phases = EvidenceJson.phases(parser);
                case "failure" -> fields.failure = context.readValue(parser, CallFailure.class);
                case "markers" -> fields.markers = texts(parser);
                case "requestHeaders" -> fields.requestHeaders = headers(parser);
                case "responseHeaders" -> fields.responseHeaders = headers(parser);
                case "requestBody" -> fields.requestBody = body(parser);
                case "responseBody" -> fields.responseBody = body(parser);
                default -> parser.skipChildren();
            }
        }
        return fields.exchange(context);
    }

    private static Map<String, List<String>> headers(JsonParser parser) throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            headers.put(name, texts(parser));
        }
        return headers;
    }

    private static List<String> texts(JsonParser parser) throws IOException {
        List<String> texts = new ArrayList<>(1);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            texts.add(parser.getText());
        }
        return texts;
    }

    private static Body body(JsonParser parser) throws IOException {
        @Nullable String mediaType = null;
        @Nullable String sha256 = null;
        @Nullable String text = null;
        long bytes = 0;
        boolean truncated = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "mediaType" -> mediaType = parser.getText();
                case "bytes" -> bytes = parser.getLongValue();
                case "sha256" -> sha256 = parser.getText();
                case "text" -> text = parser.getText();
                case "truncated" -> truncated = parser.getBooleanValue();
                default -> parser.skipChildren();
            }
        }
        return new Body(mediaType, bytes, sha256, text, truncated);
    }

    private static CallPlace place(JsonParser parser) throws IOException {
        long call = 0;
        int number = 0;
        CallPlace.@Nullable Follows follows = null;
        boolean elsewhere = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "call" -> call = parser.getLongValue();
                case "number" -> number = parser.getIntValue();
                case "follows" -> follows = CallPlace.Follows.valueOf(parser.getText());
                case "elsewhere" -> elsewhere = parser.getBooleanValue();
                default -> parser.skipChildren();
            }
        }
        return new CallPlace(call, number, follows, elsewhere);
    }

    private static TraceIds ids(JsonParser parser) throws IOException {
        @Nullable String trace = null;
        @Nullable String span = null;
        @Nullable String request = null;
        Map<String, String> server = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "trace" -> trace = parser.getText();
                case "span" -> span = parser.getText();
                case "request" -> request = parser.getText();
                case "server" -> {
                    while (parser.nextToken() == JsonToken.FIELD_NAME) {
                        String header = parser.currentName();
                        parser.nextToken();
                        server.put(header, parser.getText());
                    }
                }
                default -> parser.skipChildren();
            }
        }
        return new TraceIds(trace, span, request, server);
    }

    private static Connection connection(JsonParser parser, DeserializationContext context) throws IOException {
        boolean reused = false;
        @Nullable String remoteAddress = null;
        @Nullable String localAddress = null;
        @Nullable String proxy = null;
        List<Connection.Attempt> attempts = new ArrayList<>(1);
        Connection.@Nullable Tls tls = null;
        long sentBytes = 0;
        long receivedBytes = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "reused" -> reused = parser.getBooleanValue();
                case "remoteAddress" -> remoteAddress = parser.getText();
                case "localAddress" -> localAddress = parser.getText();
                case "proxy" -> proxy = parser.getText();
                case "attempts" -> {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        attempts.add(context.readValue(parser, Connection.Attempt.class));
                    }
                }
                case "tls" -> tls = context.readValue(parser, Connection.Tls.class);
                case "sentBytes" -> sentBytes = parser.getLongValue();
                case "receivedBytes" -> receivedBytes = parser.getLongValue();
                default -> parser.skipChildren();
            }
        }
        return new Connection(reused, remoteAddress, localAddress, proxy, attempts, tls, sentBytes, receivedBytes);
    }

    /** What was read so far. */
    private static final class Fields {
        private @Nullable String service;
        private @Nullable String user;
        private @Nullable String purpose;
        private @Nullable CallPlace place;
        private @Nullable String method;
        private @Nullable String url;
        private Map<String, List<String>> requestHeaders = Map.of();
        private @Nullable Body requestBody;
        private @Nullable Integer status;
        private Map<String, List<String>> responseHeaders = Map.of();
        private @Nullable Body responseBody;
        private @Nullable Connection connection;
        private @Nullable TraceIds ids;
        private @Nullable Phases phases;
        private @Nullable CallFailure failure;
        private List<String> markers = List.of();

        HttpExchange exchange(DeserializationContext context) throws IOException {
            if (service == null || place == null || method == null || url == null || ids == null || phases == null) {
                return context.reportInputMismatch(
                        HttpExchange.class, "It has no service, place, method, url, ids or phases.");
            }
            return new HttpExchange(
                    service,
                    user,
                    purpose,
                    place,
                    method,
                    url,
                    requestHeaders,
                    requestBody,
                    status,
                    responseHeaders,
                    responseBody,
                    connection,
                    ids,
                    phases,
                    failure,
                    markers);
        }
    }
}

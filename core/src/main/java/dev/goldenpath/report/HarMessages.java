package dev.goldenpath.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.goldenpath.evidence.Body;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The request and the response of a call as an HTTP Archive has them. */
final class HarMessages {
    private static final String HTTP = "HTTP/1.1";
    private static final String FORM = "application/x-www-form-urlencoded";
    /** What browsers write where no media type was declared; the format demands one. */
    private static final String UNKNOWN_TYPE = "x-unknown";

    private final JsonGenerator json;
    private final HarCall call;

    HarMessages(JsonGenerator json, HarCall call) {
        this.json = json;
        this.call = call;
    }

    void writeRequest() throws IOException {
        Body body = call.requestBody();
        json.writeObjectFieldStart("request");
        json.writeStringField("method", call.method());
        json.writeStringField("url", call.url());
        json.writeStringField("httpVersion", HTTP);
        headers(call.requestHeaders());
        int query = call.url().indexOf('?');
        parameters("queryString", query < 0 ? "" : call.url().substring(query + 1));
        if (body != null && body.bytes() > 0) {
            postData(body);
        }
        sizes(body == null ? 0 : body.bytes());
        json.writeEndObject();
    }

    /** Without an answer the status is 0, as in browsers. */
    void writeResponse() throws IOException {
        Integer status = call.status();
        Body body = call.responseBody();
        json.writeObjectFieldStart("response");
        json.writeNumberField("status", status == null ? 0 : status);
        json.writeStringField("statusText", "");
        json.writeStringField("httpVersion", status == null ? "" : HTTP);
        headers(call.responseHeaders());
        content(body);
        boolean redirect = status != null && status >= 300 && status < 400;
        json.writeStringField("redirectURL", redirect ? responseHeader("Location") : "");
        sizes(body != null && responseHeader("Content-Encoding").isEmpty() ? body.bytes() : -1);
        json.writeEndObject();
    }

    private void headers(Map<String, List<String>> headers) throws IOException {
        // Headers that hold cookies are masked whole, so there is none to name.
        json.writeArrayFieldStart("cookies");
        json.writeEndArray();
        json.writeArrayFieldStart("headers");
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            for (String value : header.getValue()) {
                pair(header.getKey(), value);
            }
        }
        json.writeEndArray();
    }

    private void postData(Body body) throws IOException {
        json.writeObjectFieldStart("postData");
        String type = body.mediaType() == null ? UNKNOWN_TYPE : body.mediaType();
        json.writeStringField("mimeType", type);
        if (body.text() != null) {
            // Both, as browsers do: viewers show the one or the other.
            if (!body.truncated() && type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
                parameters("params", body.text());
            }
            json.writeStringField("text", body.text());
        }
        comment(body);
        json.writeEndObject();
    }

    private void content(@Nullable Body body) throws IOException {
        json.writeObjectFieldStart("content");
        json.writeNumberField("size", body == null ? 0 : body.bytes());
        json.writeStringField("mimeType", body == null || body.mediaType() == null ? UNKNOWN_TYPE : body.mediaType());
        if (body != null) {
            if (body.text() != null) {
                json.writeStringField("text", body.text());
            }
            comment(body);
        }
        json.writeEndObject();
    }

    private void comment(Body body) throws IOException {
        if (body.truncated()) {
            json.writeStringField("comment", "only the first part of the text was recorded");
        } else if (body.text() == null && body.bytes() > 0) {
            json.writeStringField("comment", "no text, so it was not recorded");
        }
        if (body.sha256() != null) {
            json.writeStringField("_sha256", body.sha256());
        }
    }

    /** As they stand: redaction saw them so, and to decode one may bring a secret to light that stood within. */
    private void parameters(String name, String encoded) throws IOException {
        json.writeArrayFieldStart(name);
        int fragment = encoded.indexOf('#');
        for (String pair : (fragment < 0 ? encoded : encoded.substring(0, fragment)).split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                pair(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        json.writeEndArray();
    }

    private void pair(String name, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("value", value);
        json.writeEndObject();
    }

    private void sizes(long body) throws IOException {
        json.writeNumberField("headersSize", -1);
        json.writeNumberField("bodySize", body);
    }

    private String responseHeader(String name) {
        return call.responseHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .orElse("");
    }
}

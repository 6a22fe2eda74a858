package dev.goldenpath.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.goldenpath.runlog.RawBody;
import dev.goldenpath.runlog.RawCall;
import dev.goldenpath.runlog.RawHeader;
import dev.goldenpath.runlog.RawText;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The request and the response of a call as an HTTP Archive has them. */
final class HarMessages {
    private static final String HTTP = "HTTP/1.1";
    private static final String FORM = "application/x-www-form-urlencoded";
    /** What browsers write where no media type was declared; the format demands one. */
    private static final RawText UNKNOWN_TYPE = RawText.of("x-unknown");

    private static final RawText NOTHING = RawText.of("");

    private final JsonGenerator json;
    private final HarFields fields;
    private final RawCall call;

    HarMessages(JsonGenerator json, HarFields fields, RawCall call) {
        this.json = json;
        this.fields = fields;
        this.call = call;
    }

    void writeRequest() throws IOException {
        RawBody body = call.requestBody();
        fields.name("request");
        json.writeStartObject();
        fields.put("method", call.method());
        fields.put("url", call.url());
        fields.put("httpVersion", HTTP);
        headers(call.requestHeaders());
        String url = call.url().toString();
        int query = url.indexOf('?');
        parameters("queryString", query < 0 ? "" : url.substring(query + 1));
        if (body != null && body.bytes() > 0) {
            postData(body);
        }
        sizes(body == null ? 0 : body.bytes());
        json.writeEndObject();
    }

    /** Without an answer the status is 0, as in browsers. */
    void writeResponse() throws IOException {
        Integer status = call.status();
        RawBody body = call.responseBody();
        fields.name("response");
        json.writeStartObject();
        fields.put("status", (long) (status == null ? 0 : status));
        fields.put("statusText", "");
        fields.put("httpVersion", status == null ? "" : HTTP);
        headers(call.responseHeaders());
        content(body);
        boolean redirect = status != null && status >= 300 && status < 400;
        RawText location = redirect ? responseHeader("location") : null;
        fields.put("redirectURL", location == null ? NOTHING : location);
        RawText encoding = responseHeader("content-encoding");
        boolean plain = encoding == null || encoding.length() == 0;
        sizes(body != null && plain ? body.bytes() : -1);
        json.writeEndObject();
    }

    private void headers(List<RawHeader> headers) throws IOException {
        // Headers that hold cookies are masked whole, so there is none to name.
        fields.name("cookies");
        json.writeStartArray();
        json.writeEndArray();
        fields.name("headers");
        json.writeStartArray();
        for (RawHeader header : headers) {
            json.writeStartObject();
            fields.put("name", header.name());
            fields.put("value", header.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void postData(RawBody body) throws IOException {
        fields.name("postData");
        json.writeStartObject();
        RawText type = body.mediaType() == null ? UNKNOWN_TYPE : body.mediaType();
        fields.put("mimeType", type);
        if (body.text() != null) {
            // Both, as browsers do: viewers show the one or the other.
            if (!body.truncated() && type.toString().toLowerCase(Locale.ROOT).startsWith(FORM)) {
                parameters("params", body.text().toString());
            }
            fields.put("text", body.text());
        }
        comment(body);
        json.writeEndObject();
    }

    private void content(@Nullable RawBody body) throws IOException {
        fields.name("content");
        json.writeStartObject();
        fields.put("size", body == null ? 0 : body.bytes());
        fields.put("mimeType", body == null || body.mediaType() == null ? UNKNOWN_TYPE : body.mediaType());
        if (body != null) {
            if (body.text() != null) {
                fields.put("text", body.text());
            }
            comment(body);
        }
        json.writeEndObject();
    }

    private void comment(RawBody body) throws IOException {
        if (body.truncated()) {
            fields.put("comment", "only the first part of the text was recorded");
        } else if (body.text() == null && body.bytes() > 0) {
            fields.put("comment", "no text, so it was not recorded");
        }
        if (body.sha256() != null) {
            fields.put("_sha256", body.sha256());
        }
    }

    /** As they stand: redaction saw them so, and to decode one may bring a secret to light that stood within. */
    private void parameters(String name, String encoded) throws IOException {
        fields.name(name);
        json.writeStartArray();
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
        fields.put("name", name);
        fields.put("value", value);
        json.writeEndObject();
    }

    private void sizes(long body) throws IOException {
        fields.put("headersSize", -1);
        fields.put("bodySize", body);
    }

    /** @param name in lower case */
    private @Nullable RawText responseHeader(String name) {
        for (RawHeader header : call.responseHeaders()) {
            if (header.name().length() == name.length()
                    && header.name().toString().toLowerCase(Locale.ROOT).equals(name)) {
                return header.value();
            }
        }
        return null;
    }
}

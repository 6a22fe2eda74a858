package dev.goldenpath.http;

import dev.goldenpath.client.HeaderRules;
import dev.goldenpath.evidence.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.FileEntity;
import org.jspecify.annotations.Nullable;

/** Collects what a request carries: one body, or the fields of one form, or the parts of one multipart. Not thread-safe. */
final class RequestContent {
    private @Nullable RequestBody body;
    private @Nullable StringBuilder form;
    private @Nullable MultipartEntityBuilder parts;
    private final Map<String, String> textParts = new LinkedHashMap<>();

    void bytes(byte[] content, String mediaType) {
        requireNone("a body");
        HeaderRules.checkValue("Content-Type", mediaType);
        body = new BytesBody(content.clone(), mediaType);
    }

    void text(String text, String mediaType) {
        requireNone("a body");
        HeaderRules.checkValue("Content-Type", mediaType);
        body = new BytesBody(text.getBytes(MediaType.charset(mediaType)), mediaType);
    }

    void file(Path file, String mediaType) {
        requireNone("a body");
        HeaderRules.checkValue("Content-Type", mediaType);
        body = new StreamedBody(new FileEntity(readable(file).toFile(), null), mediaType);
    }

    void field(String name, String value) {
        StringBuilder fields = form;
        if (fields == null) {
            requireNone("a form");
            fields = new StringBuilder();
            form = fields;
        }
        fields.append(fields.length() == 0 ? "" : "&")
                .append(encoded(name))
                .append('=')
                .append(encoded(value));
    }

    void part(String name, String text) {
        textParts.put(name, text);
        parts().addTextBody(name, text, ContentType.create("text/plain", StandardCharsets.UTF_8));
    }

    void part(String name, String fileName, byte[] content, String mediaType) {
        parts().addBinaryBody(name, content.clone(), contentType(mediaType), fileName);
    }

    void part(String name, Path file, String mediaType) {
        parts().addBinaryBody(
                        name, readable(file).toFile(), contentType(mediaType), String.valueOf(file.getFileName()));
    }

    /** The body to send; {@code null} for none. */
    @Nullable
    RequestBody body() {
        if (form != null) {
            return new BytesBody(form.toString().getBytes(StandardCharsets.US_ASCII), BytesBody.FORM);
        }
        if (parts != null) {
            HttpEntity multipart = parts.build();
            return new StreamedBody(multipart, multipart.getContentType(), textParts);
        }
        return body;
    }

    private MultipartEntityBuilder parts() {
        MultipartEntityBuilder builder = parts;
        if (builder == null) {
            requireNone("a multipart");
            // As browsers do: names in UTF-8, and no charset where the format knows none.
            builder = MultipartEntityBuilder.create()
                    .setMode(HttpMultipartMode.LEGACY)
                    .setContentType(ContentType.create("multipart/form-data"))
                    .setCharset(StandardCharsets.UTF_8);
            parts = builder;
        }
        return builder;
    }

    private static ContentType contentType(String mediaType) {
        if (mediaType.isBlank()) {
            throw new IllegalArgumentException("A part's media type is empty. Say which, for example image/png.");
        }
        return ContentType.parse(mediaType);
    }

    private void requireNone(String wanted) {
        String there = body != null ? "a body" : form != null ? "a form" : parts != null ? "a multipart" : null;
        if (there != null) {
            throw new IllegalStateException(
                    "The request can't carry " + wanted + ": it carries " + there + " already.");
        }
    }

    private static Path readable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException("There is no readable file " + file.toAbsolutePath() + " to send.");
        }
        return file;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

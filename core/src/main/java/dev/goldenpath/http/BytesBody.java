package dev.goldenpath.http;

import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.Redaction;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/** A body that is in memory. */
final class BytesBody implements RequestBody, RequestBody.Sending {
    static final String FORM = "application/x-www-form-urlencoded";

    private final byte[] content;
    private final @Nullable String mediaType;

    BytesBody(byte[] content, @Nullable String mediaType) {
        this.content = content;
        this.mediaType = mediaType;
    }

    @Override
    public @Nullable String mediaType() {
        return mediaType;
    }

    @Override
    public @Nullable String form() {
        return mediaType != null && mediaType.regionMatches(true, 0, FORM, 0, FORM.length())
                ? new String(content, StandardCharsets.UTF_8)
                : null;
    }

    @Override
    public int weight() {
        return content.length;
    }

    @Override
    public Sending begin() {
        return this;
    }

    @Override
    public HttpEntity entity() {
        return new ByteArrayEntity(content, null);
    }

    @Override
    public Body recorded(Redaction redaction) {
        return Body.of(mediaType, content, redaction);
    }
}

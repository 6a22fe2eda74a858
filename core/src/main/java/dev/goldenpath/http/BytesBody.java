package dev.goldenpath.http;

import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.Redaction;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/** A body that is in memory. */
final class BytesBody implements RequestBody, RequestBody.Sending {
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
